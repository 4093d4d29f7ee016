/** The smallest and the largest size of a number that databases and formats hold exactly enough (IEEE 754, double). */
const [SMALLEST, LARGEST] = [2.2250738585072014e-308, Number.MAX_VALUE] as const;

/** What `parseNumber` reads, in words. */
export const A_NUMBER =
  "a number (12, -3.5, 1e6) that is 0 or between 2.3e-308 and 1.7e308 in size";

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * The number that a text writes in decimal digits; undefined for any other text, and for one whose number is too large
 * or too small to be held. All numbers that a question has are read by this.
 */
export function parseNumber(text: string): number | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const number = Number(text);
  const size = Math.abs(number);
  if (size >= SMALLEST && size <= LARGEST) return number;
  return /^[^eE]*[1-9]/.test(text) ? undefined : 0;
}

/** The text of a number with a decimal comma as it is with a point; any other as it is. */
export function withDecimalPoint(text: string): string {
  return /^\s*[+-]?\d+,\d+\s*$/.test(text) ? text.replace(",", ".") : text;
}
