// Which cells of a workbook are days and times: nothing but their format tells them from numbers.
import { addDays, type Day, dayOf, printDay } from "#model/time/day.ts";
import { elementsNamed } from "../xml-elements.ts";

const STYLE_PARTS = new Set(["numFmts", "cellXfs"]);

/** Numbers of the formats of days and times that every workbook has (ECMA-376, 18.8.30). */
const isBuiltIn = (id: number) =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

/** Whether a format of somebody's own is of days or times: letters of these outside of texts, colours and conditions. */
const isOfDays = (code: string) =>
  /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|General/gi, ""));

/** The numbers of the styles that are of days or times. */
export function dayStyles(stylesXml: string | undefined): ReadonlySet<number> {
  const found = new Set<number>();
  const own = new Map<number, string>();
  for (const [{ children, name }] of elementsNamed(stylesXml ?? "<a/>", STYLE_PARTS))
    for (const [at, { attributes }] of children.entries()) {
      const id = Number(attributes.numFmtId);
      if (name === "numFmts") own.set(id, attributes.formatCode ?? "");
      else if (isBuiltIn(id) || isOfDays(own.get(id) ?? "")) found.add(at);
    }
  return found;
}

const DAY_0 = { 1900: dayOf(1899, 12, 30), 1904: dayOf(1904, 1, 1) } as const;
const SECONDS = 86_400;

/** What a number means in a cell of days and times: a day, a day with its time, or a time alone. */
export function dayOfSerial(serial: number, calendar: 1900 | 1904): string {
  let whole = Math.floor(serial);
  let seconds = Math.round((serial - whole) * SECONDS);
  if (seconds === SECONDS) [whole, seconds] = [whole + 1, 0];
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const clock = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}${seconds % 60 ? `:${two(seconds % 60)}` : ""}`;
  if (serial >= 0 && serial < 1) return clock;
  const day = printDay(addDays(DAY_0[calendar], whole) as Day);
  return seconds === 0 ? day : `${day}T${clock}`;
}
