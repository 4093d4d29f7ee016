import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eastOf } from "#model/space/bbox.ts";
import { someEdits } from "#tests/support/pictures/some-edits.ts";
import { FURNITURE } from "#web/view/address/furniture.ts";
import { readPictureAddress, THEMES } from "#web/view/address/picture-address.ts";
import {
  choicesOf,
  FIRST_CHOICES,
  movedBox,
  type PictureChoices,
  pictureAddress,
  SIZE_CHOICES,
} from "#web/view/address/picture-choices.ts";
import { ORIENTATIONS } from "#web/view/address/picture-size.ts";

const PAGE = new URL("http://localhost/?date=2014-05-27&view=now&lang=fr#map=13/50.9/1.8");
const HOME = { west: 1.7, south: 50.9, east: 2, north: 51 };

const anyChoices: fc.Arbitrary<PictureChoices> = fc.record({
  size: fc.constantFrom(...SIZE_CHOICES),
  orientation: fc.constantFrom(...ORIENTATIONS),
  dpi: fc.constantFrom(150, 300),
  scale: fc.constantFrom(1, 2),
  ownWidth: fc.integer({ min: 200, max: 2000 }),
  ownHeight: fc.integer({ min: 200, max: 2000 }),
  title: fc.option(fc.string({ maxLength: 160 }).filter((text) => !text.includes("\u0000"))),
  caption: fc.option(fc.string({ maxLength: 300 }).filter((text) => !text.includes("\u0000"))),
  alt: fc.option(fc.constantFrom("In other words", "")),
  byline: fc.constantFrom("", "A desk, and others"),
  note: fc.constantFrom("", "A note"),
  edits: someEdits,
  theme: fc.constantFrom(...THEMES),
  colours: fc.constantFrom({}, { first: "#8c2a14", line: "#ffcc00" }),
  isTransparent: fc.boolean(),
  showsDistances: fc.boolean(),
  furniture: fc.subarray([...FURNITURE]),
  layout: fc.constantFrom("page" as const, "phases" as const, "days" as const),
  days: fc.constantFrom("2014-05-27, 2016-09-05", "2015-06-02", " "),
  box: fc.option(fc.constant(HOME)),
});
/** Brick is too dark on a dark ground, and none in grey. */
const choices = anyChoices.map((one) => (one.theme === "light" ? one : { ...one, colours: {} }));

describe("the choices of the dialog", () => {
  it("have no size in the address of a kit, which has its own", () => {
    const address = pictureAddress(PAGE, { ...FIRST_CHOICES, title: "A title" }, "kit", []);
    expect(address.pathname).toBe("/kit.zip");
    expect(Object.fromEntries(address.searchParams)).toEqual({
      date: "2014-05-27",
      lang: "fr",
      title: "A title",
    });
  });

  it("make an address that says the same when it is read", () => {
    fc.assert(
      fc.property(choices, (chosen) => {
        // A post has two maps at most.
        fc.pre(chosen.layout !== "phases" || !["feed", "card"].includes(chosen.size));
        const read = readPictureAddress(pictureAddress(PAGE, chosen, "svg", []), []);
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        const { value } = read;
        expect(value.title ?? null).toBe(chosen.title);
        expect(value.caption ?? null).toBe(chosen.caption);
        expect(value.edits).toEqual(chosen.edits);
        expect(value.theme).toBe(chosen.theme);
        expect(value.isTransparent).toBe(chosen.isTransparent);
        expect(value.showsDistances).toBe(chosen.showsDistances);
        expect([...value.furniture]).toEqual(chosen.furniture);
        expect(value.box ?? null).toEqual(chosen.box);
        expect(value.state.lang).toBe("fr");
        // Nobody has typed a day yet.
        const isOfPage =
          chosen.layout === "page" || (chosen.layout === "days" && chosen.days === " ");
        expect(value.state.date === undefined).toBe(!isOfPage);
        expect(value.dates === undefined).toBe(isOfPage);
        if (chosen.size === "own") expect(value.size.width).toBe(chosen.ownWidth * chosen.scale);
      }),
    );
  });

  it("are those of the picture that they made", () => {
    fc.assert(
      fc.property(choices, (chosen) => {
        fc.pre(chosen.layout !== "phases" || !["feed", "card"].includes(chosen.size));
        const address = pictureAddress(PAGE, chosen, "svg", []);
        const read = readPictureAddress(address, []);
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        expect(pictureAddress(PAGE, choicesOf(read.value), "svg", []).href).toBe(address.href);
      }),
    );
  });

  it("leave the panel and the camera of the page behind", () => {
    const address = pictureAddress(PAGE, FIRST_CHOICES, "png", []);
    expect(address.href).toBe("http://localhost/snapshot.png?date=2014-05-27&lang=fr&paper=a4");
  });

  it("move and widen the frame around its middle, never off the earth", () => {
    expect(movedBox(HOME, { by: 0.5 }).east - movedBox(HOME, { by: 0.5 }).west).toBeCloseTo(0.15);
    expect(movedBox(HOME, { right: 1 }).west).toBeCloseTo(HOME.east);
    const fiji = { west: 177, south: -19, east: -178, north: -16 };
    expect(movedBox(fiji, { right: 1 })).toMatchObject({ west: -178, east: -173 });
    expect(movedBox(fiji, { by: 2 })).toMatchObject({ west: 174.5, east: -175.5 });
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1e6, noNaN: true }),
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        (by, up) => {
          const box = movedBox(HOME, { by, up });
          const { east, north, south, west } = box;
          expect(eastOf(box) - west).toBeGreaterThan(0);
          expect(eastOf(box) - west).toBeLessThanOrEqual(360);
          expect(south).toBeLessThan(north);
          expect(Math.max(-south, north)).toBeLessThanOrEqual(85);
          expect(Math.max(-west, east)).toBeLessThanOrEqual(180);
        },
      ),
    );
  });
});
