// How far apart colours are to the eye, and how to bring one so far.

type Rgb = readonly [red: number, green: number, blue: number];

const rgbOf = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(hex: string): number {
  const [red, green, blue] = rgbOf(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of two colours written `#rrggbb`, 1 to 21 (WCAG 2.2). */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** So much of the second colour in the first, 0 to 1, as `#rrggbb`. */
export function mixed(one: string, other: string, share: number): string {
  const [from, to] = [rgbOf(one), rgbOf(other)];
  const parts = from.map((value, index) => value + ((to[index] ?? value) - value) * share);
  return `#${parts.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
}

const STEPS = 20;

/** The colour with as little of the ink in it as gives it that contrast with every ground; the ink, where nothing less does. */
export function readable(
  colour: string,
  ink: string,
  grounds: readonly string[],
  least: number,
): string {
  for (let step = 0; step < STEPS; step++) {
    const one = mixed(colour, ink, step / STEPS);
    if (grounds.every((ground) => contrastOf(one, ground) >= least)) return one;
  }
  return ink;
}
