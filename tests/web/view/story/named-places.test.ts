import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsNamingPlaces } from "#web/view/story/named-places.ts";

const MILL = { id: "mill", names: ["Old mill by the weir", "Old mill"] };
const WEIR = { id: "weir", names: ["weir"] };

describe("the places that a text names", () => {
  it("are found by whole words, as they are written, once each", () => {
    expect(partsNamingPlaces("The weir, the weirs and the weir.", [WEIR])).toEqual([
      { text: "The ", placeId: null },
      { text: "weir", placeId: "weir" },
      { text: ", the weirs and the weir.", placeId: null },
    ]);
    expect(partsNamingPlaces("Weirs and reweir", [WEIR])).toEqual([
      { text: "Weirs and reweir", placeId: null },
    ]);
  });

  it("have their longest name, which covers that of another place in it", () => {
    expect(partsNamingPlaces("Old mill by the weir burnt.", [WEIR, MILL])).toEqual([
      { text: "Old mill by the weir", placeId: "mill" },
      { text: " burnt.", placeId: null },
    ]);
  });

  it("leave the text as it is, whatever the names are", () => {
    const names = fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 });
    fc.assert(
      fc.property(fc.string(), fc.array(names, { maxLength: 4 }), (text, all) => {
        const places = all.map((each, index) => ({ id: `p${index}`, names: each }));
        expect(
          partsNamingPlaces(text, places)
            .map((part) => part.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});
