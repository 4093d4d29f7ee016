// Times of day as people write them: 14:05, 2.05 pm, 14h05, 1405.

const CLOCK =
  /^(\d{1,2})(?:[:.h](\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?\s*([ap])?\.?(?:m\.?)?(?:\s*(Z|UTC|[+-]\d{2}:?\d{2}))?$/i;
const DIGITS = /^(\d{1,2})(\d{2})(?:\s*(?:hrs?|h))?$/i;

/** The time as EDTF writes it, with its offset where it has one; undefined where it is none. */
export function clockIn(text: string): string | undefined {
  const cell = text.trim();
  const digits = DIGITS.exec(cell);
  const [, hours = "", minutes, seconds, fraction, half, offset] =
    CLOCK.exec(digits ? `${digits[1]}:${digits[2]}` : cell) ?? [];
  if (hours === "" || (minutes === undefined && half === undefined)) return undefined;
  const shown = Number(hours);
  if (half !== undefined && (shown < 1 || shown > 12)) return undefined;
  const isAfternoon = half?.toLowerCase() === "p";
  const hour = half === undefined ? shown : (shown % 12) + (isAfternoon ? 12 : 0);
  if (hour > 23 || Number(minutes ?? 0) > 59 || Number(seconds ?? 0) > 59) return undefined;
  const time = [String(hour).padStart(2, "0"), minutes ?? "00", ...(seconds ? [seconds] : [])];
  return time.join(":") + (fraction === undefined ? "" : `.${fraction}`) + offsetOf(offset);
}

function offsetOf(offset: string | undefined): string {
  if (offset === undefined) return "";
  if (/^(?:z|utc)$/i.test(offset)) return "Z";
  return offset.replace(/^(.{3})(\d{2})$/, "$1:$2");
}
