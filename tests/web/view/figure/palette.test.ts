// People, bypass and barrier are told apart by whoever looks: as colour-blind readers see them, and in greyscale.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  contrast,
  difference,
  labOf,
  rgbOf,
  SEEN_BY,
  seenBy,
} from "#tests/support/pictures/colour-vision.ts";
import { DARK, GREY, LIGHT, type Palette, PRINT } from "#web/view/drawing/palette.ts";

const PALETTES: readonly (readonly [string, Palette])[] = [
  ["light", LIGHT],
  ["dark", DARK],
  ["printed", PRINT],
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
      ].map((hex) => labOf(seenBy(rgbOf(hex), SEEN_BY[who])));
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
    const colours = SIDE_MARKS.map((name) => labOf(seenBy(rgbOf(palette[name]), SEEN_BY[who])));
    for (const [index, colour] of colours.entries())
      for (const another of colours.slice(index + 1))
        expect(difference(colour, another)).toBeGreaterThan(15);
  });

  it("stand out from every ground as marks must", () => {
    for (const name of SIDE_MARKS)
      for (const ground of [palette.halo, palette.land, palette.town, palette.sea, palette.port])
        expect(contrast(palette[name], ground), `${name} on ${ground}`).toBeGreaterThanOrEqual(3);
  });

  it.skipIf(palette === PRINT)("are those of the page", () => {
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
  it("is grey, and nothing of its ground is lighter than newsprint holds, or darker than it keeps open", () => {
    for (const hex of Object.values(GREY)) expect(hex).toMatch(/^#(..)\1\1$/);
    for (const name of ["town", "port", "sea", "water"] as const) {
      const ink = 1 - Number.parseInt(GREY[name].slice(1, 3), 16) / 255;
      expect(ink, name).toBeGreaterThanOrEqual(0.05);
      expect(ink, name).toBeLessThanOrEqual(0.8);
    }
  });
});

/** Grounds on which marks and lines of a figure lie. */
const GROUNDS = ["land", "town", "port", "sea"] as const;
const TO_LAND = {
  sea: 1.5,
  town: 1.18,
  port: 1.18,
  canal: 1.6,
  street: 1.6,
  motorway: 1.6,
  rail: 1.6,
  shore: 1.6,
} as const;
const MARKS = ["first", "middle", "last", "position", "barrier", "ghost", "separatorInk"] as const;

describe.each([
  ["printed", PRINT],
  ["greyscale", GREY],
] as const)("the contrasts of a %s figure", (_, palette) => {
  it.each(Object.keys(TO_LAND) as (keyof typeof TO_LAND)[])("tell %s from land", (name) => {
    expect(contrast(palette[name], palette.land)).toBeGreaterThanOrEqual(TO_LAND[name]);
  });

  it.each(Object.keys(SEEN_BY) as (keyof typeof SEEN_BY)[])(
    "have every mark and line of meaning stand out from every ground for %s",
    (who) => {
      for (const mark of MARKS)
        for (const ground of GROUNDS)
          expect(
            contrast(palette[mark], palette[ground], who),
            `${mark} on ${ground}`,
          ).toBeGreaterThan(
            mark === "position" || mark === "ghost" || who !== "everyone" ? 2.8 : 3,
          );
    },
  );

  it("lie on white paper, with words that can be read on every ground", () => {
    expect(palette.halo).toBe("#ffffff");
    for (const ground of GROUNDS)
      for (const words of [palette.ink, palette.label, palette.seaLabel])
        expect(contrast(words, palette[ground])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.label, palette.halo)).toBeGreaterThanOrEqual(7);
  });
});
