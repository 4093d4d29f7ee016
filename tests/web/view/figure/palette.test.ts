// People, bypass and barrier are told apart by whoever looks: as colour-blind readers see them, and in greyscale.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DARK, GREY, LIGHT, type Palette } from "#web/view/drawing/palette.ts";

type Rgb = readonly [number, number, number];

/** Full dichromacy in linear RGB: Machado, Oliveira and Fernandes 2009, severity 1. */
const SEEN_BY = {
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

function rgbOf(hex: string): Rgb {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return [r, g, b];
}

function seen([r, g, b]: Rgb, by: readonly number[]): Rgb {
  const row = (at: number) =>
    Math.min(1, Math.max(0, (by[at] ?? 0) * r + (by[at + 1] ?? 0) * g + (by[at + 2] ?? 0) * b));
  return [row(0), row(3), row(6)];
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** CIE L*a*b* under D65. */
function labOf([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(luminance([r, g, b]));
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const difference = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

const contrast = (a: string, b: string) => {
  const [light = 0, dark = 0] = [luminance(rgbOf(a)), luminance(rgbOf(b))].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

const PALETTES: readonly (readonly [string, Palette])[] = [
  ["light", LIGHT],
  ["dark", DARK],
];

describe.each(PALETTES)("the %s palette", (_, palette) => {
  it.each(Object.keys(SEEN_BY) as (keyof typeof SEEN_BY)[])(
    "has people, barrier, the two of the bypass and the ground apart for %s",
    (who) => {
      const colours = [
        palette.first,
        palette.barrier,
        palette.separatorInk,
        palette.separatorCore,
        palette.land,
        palette.sea,
      ].map((hex) => labOf(seen(rgbOf(hex), SEEN_BY[who])));
      // Land and sea are one ground: quiet on purpose.
      for (const [index, colour] of colours.entries())
        for (const [other, another] of colours.entries())
          if (other > index && !(index === 4 && other === 5) && !isFringe(palette, index, other))
            expect(difference(colour, another), `${index} and ${other}`).toBeGreaterThan(15);
    },
  );

  it("has words that can be read on paper, land and town", () => {
    for (const ground of [palette.halo, palette.land, palette.town])
      for (const words of [palette.ink, palette.label, ...SIDE_WORDS.map((name) => palette[name])])
        expect(contrast(words, ground)).toBeGreaterThanOrEqual(4.5);
  });
});

const SIDE_MARKS = ["first", "middle", "last"] as const;
const SIDE_WORDS = ["firstText", "middleText", "lastText"] as const;

describe.each(PALETTES)("the hues of the sides in the %s palette", (_, palette) => {
  // Brick and ochre come near each other for who sees no red; the bar across the ochre disc is for them.
  it.each(["everyone", "protanopes", "tritanopes"] as const)("are apart for %s", (who) => {
    const colours = SIDE_MARKS.map((name) => labOf(seen(rgbOf(palette[name]), SEEN_BY[who])));
    for (const [index, colour] of colours.entries())
      for (const another of colours.slice(index + 1))
        expect(difference(colour, another)).toBeGreaterThan(15);
  });

  it("stand out from every ground as marks must", () => {
    for (const name of SIDE_MARKS)
      for (const ground of [palette.halo, palette.land, palette.town, palette.sea, palette.port])
        expect(contrast(palette[name], ground), `${name} on ${ground}`).toBeGreaterThanOrEqual(3);
  });

  it("are those of the page", () => {
    const tokens = readFileSync("web/styles/tokens.css", "utf8");
    for (const [index, name] of [...SIDE_MARKS, ...SIDE_WORDS].entries()) {
      const token = `--side-${SIDE_MARKS[index % 3]}${index < 3 ? "" : "-text"}`;
      expect(tokens).toContain(`${token}: light-dark(${LIGHT[name]}, ${DARK[name]});`);
    }
  });
});

/** In the dark the core of the bypass is a gap in its bright line and may be as dark as the ground. */
function isFringe(palette: Palette, index: number, other: number): boolean {
  return palette === DARK && index === 3 && other >= 4;
}

describe("the greyscale palette", () => {
  it("is grey, and tells people, barrier and bypass apart by lightness and from the ground", () => {
    for (const hex of Object.values(GREY)) expect(hex).toMatch(/^#(..)\1\1$/);
    const lightness = (hex: string) => labOf(rgbOf(hex))[0];
    const steps = [GREY.separatorInk, GREY.first, GREY.barrier, GREY.land].map(lightness);
    for (const [index, step] of steps.entries())
      if (index > 0) expect(step - (steps[index - 1] ?? 0)).toBeGreaterThan(15);
    expect(contrast(GREY.label, GREY.land)).toBeGreaterThanOrEqual(4.5);
  });
});
