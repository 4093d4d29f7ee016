// A palette in the colours of a house: what it says can be read, whatever they are, or they are refused.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast } from "#tests/support/pictures/colour-vision.ts";
import { printColours, readColours } from "#web/view/address/house-colours.ts";
import {
  COLOUR_ROLES,
  coloursOf,
  illegibleIn,
  withColours,
} from "#web/view/drawing/house-palette.ts";
import { DARK, FIGURE_PALETTES, PRINT } from "#web/view/drawing/palette.ts";

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);
const colours = fc.record(Object.fromEntries(COLOUR_ROLES.map((role) => [role, colour])), {
  requiredKeys: [],
});
const palettes = fc.constantFrom(PRINT, DARK);
const WORDS = ["ink", "label", "firstText", "middleText", "lastText"] as const;

describe("the colours of a house", () => {
  it.each(Object.keys(FIGURE_PALETTES) as (keyof typeof FIGURE_PALETTES)[])(
    "are legible as the %s theme has them, and change nothing of it",
    (theme) => {
      const palette = FIGURE_PALETTES[theme];
      expect(illegibleIn(palette)).toEqual([]);
      expect(withColours(palette, {})).toEqual(palette);
      if (theme !== "grey")
        expect(coloursOf(withColours(palette, coloursOf(palette)))).toEqual(coloursOf(palette));
    },
  );

  it("are those of what they name", () => {
    fc.assert(
      fc.property(palettes, colours, (palette, house) => {
        expect(coloursOf(withColours(palette, { line: palette.separatorCore, ...house }))).toEqual(
          expect.objectContaining(
            Object.fromEntries(Object.entries(house).filter(([role]) => role !== "line")),
          ),
        );
      }),
    );
  });

  it("are read as they are printed, whatever they are", () => {
    fc.assert(
      fc.property(palettes, colours, (palette, house) => {
        const printed = printColours(house);
        if (printed === undefined) return;
        expect(readColours(printed, palette).colours).toEqual(house);
      }),
    );
  });

  it("are refused where ink or a mark could not be told from paper, land or sea, and else leave every word legible", () => {
    // Few that are met by chance can be read: near white on dark ones, and the other way round.
    const light = fc.integer({ min: 200, max: 255 });
    const dark = fc.integer({ min: 0, max: 90 });
    const grey = (value: number) => `#${value.toString(16).padStart(2, "0").repeat(3)}`;
    const someHouse = fc
      .tuple(light, light, light, dark, dark, dark, fc.boolean(), colour)
      .map(([paper, land, sea, ink, first, last, isDark, one]) => {
        const [ground, words] = [
          { paper: grey(paper), land: grey(land), sea: grey(sea) },
          { ink: grey(ink), first: grey(first), last: grey(last), middle: one },
        ];
        if (!isDark) return { ...ground, ...words };
        const { first: a, ink: b, last: c, middle } = words;
        const { land: d, paper: e, sea: f } = ground;
        return { paper: b, land: a, sea: c, ink: d, first: e, last: f, middle };
      });
    let read = 0;
    fc.assert(
      fc.property(palettes, fc.oneof(someHouse, colours), (palette, house) => {
        const made = withColours(palette, house);
        const { problems } = readColours(printColours(house) ?? "ink:000000", palette);
        const marks = [made.first, made.middle, made.last, made.barrier];
        const grounds = [made.halo, made.land, made.sea];
        const isLegible =
          marks.every((mark) => grounds.every((ground) => contrast(mark, ground) >= 3)) &&
          grounds.every((ground) => contrast(made.ink, ground) >= 4.5);
        if (printColours(house) !== undefined) expect(problems.length === 0).toBe(isLegible);
        if (!isLegible) return;
        read += 1;
        for (const ground of [made.halo, made.land, made.town])
          for (const words of WORDS)
            expect(contrast(made[words], ground), `${words} on ${ground}`).toBeGreaterThanOrEqual(
              // On a town ink itself may have a little less than on the land around it.
              ground === made.town ? 3.7 : 4.5,
            );
        expect(contrast(made.seaLabel, made.sea)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 400 },
    );
    expect(read).toBeGreaterThan(20);
  });

  it.for([
    ["ink", "ink"],
    ["ink:12345", "ink:12345"],
    ["first:8c2a14,first:000000", "first:000000"],
    ["inside:8c2a14", "inside:8c2a14"],
    ["", '""'],
  ] as const)("%j make no sense", ([text, got]) => {
    const [problem] = readColours(text, PRINT).problems;
    expect(problem?.got).toContain(got);
    expect(problem?.allowed).toContain("ROLE:RRGGBB");
  });

  it("are told what contrast they lack", () => {
    expect(readColours("first:ffe000", PRINT).problems).toContainEqual({
      name: "colours",
      got: expect.stringMatching(/^first on land with a contrast of 1\.\d$/),
      allowed: "a contrast of at least 3",
    });
  });
});
