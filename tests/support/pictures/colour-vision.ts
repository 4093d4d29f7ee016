// How colours are seen, by everyone and by those who see no red, no green or no blue, and how far they are apart.
type Rgb = readonly [number, number, number];

/** Full dichromacy in linear RGB: Machado, Oliveira and Fernandes 2009, severity 1. */
export const SEEN_BY = {
  everyone: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopes: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deuteranopes: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritanopes: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
} as const;

const linear = (value: number) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

export function rgbOf(hex: string): Rgb {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return [r, g, b];
}

export function seenBy([r, g, b]: Rgb, by: readonly number[]): Rgb {
  const row = (at: number) =>
    Math.min(1, Math.max(0, (by[at] ?? 0) * r + (by[at + 1] ?? 0) * g + (by[at + 2] ?? 0) * b));
  return [row(0), row(3), row(6)];
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** CIE L*a*b* under D65. */
export function labOf([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(luminance([r, g, b]));
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

export const difference = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** Of two colours, as WCAG 2.2 counts it, as somebody sees them. */
export function contrast(a: string, b: string, who: keyof typeof SEEN_BY = "everyone"): number {
  const [light = 0, dark = 0] = [a, b]
    .map((hex) => luminance(seenBy(rgbOf(hex), SEEN_BY[who])))
    .sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}
