import { describe, expect, it } from "vitest";
import {
  countFacet,
  type Facts,
  isEmptyFilter,
  NO_FILTER,
  passes,
} from "#model/question/filter.ts";
import { containsWords, searchable } from "#model/words/fold.ts";

const camp: Facts = {
  kinds: ["camp"],
  sides: ["beyond"],
  sourceKinds: ["press", "ngo"],
  text: searchable(["Évacuation de la Lande, œuvre de l’État"]),
  positions: [[1.9, 50.97]],
};
const ruling: Facts = {
  categories: ["court"],
  certainties: ["confirmed"],
  sides: [],
  sourceKinds: ["court"],
  text: searchable(["Tribunal"]),
  positions: [],
};
const square = {
  type: "Polygon" as const,
  coordinates: [
    [
      [1, 50],
      [2, 50],
      [2, 51],
      [1, 51],
      [1, 50],
    ],
  ],
};

describe("a filter", () => {
  it("that asks for nothing in particular lets everything pass", () => {
    expect(isEmptyFilter(NO_FILTER)).toBe(true);
    expect([camp, ruling].every((facts) => passes(NO_FILTER, facts))).toBe(true);
  });

  it("by kind of place speaks of places only, by category of events only", () => {
    expect(passes({ ...NO_FILTER, kinds: ["squat"] }, camp)).toBe(false);
    expect(passes({ ...NO_FILTER, kinds: ["squat"] }, ruling)).toBe(true);
    expect(passes({ ...NO_FILTER, categories: ["court"] }, camp)).toBe(true);
  });

  it("by side leaves out what is on none, by source asks for one of the kind", () => {
    expect(passes({ ...NO_FILTER, sides: ["beyond"] }, ruling)).toBe(false);
    expect(passes({ ...NO_FILTER, sourceKinds: ["ngo", "state"] }, camp)).toBe(true);
    expect(passes({ ...NO_FILTER, sourceKinds: ["state"] }, camp)).toBe(false);
  });

  it("by area leaves out what has no position", () => {
    expect(passes({ ...NO_FILTER, area: square }, camp)).toBe(true);
    expect(passes({ ...NO_FILTER, area: square }, ruling)).toBe(false);
  });

  it("needs all its parts to hold", () => {
    const filter = { ...NO_FILTER, kinds: ["camp"], q: "lande", area: square };
    expect(passes(filter, camp)).toBe(true);
    expect(passes({ ...filter, q: "tioxide" }, camp)).toBe(false);
  });
});

describe("words", () => {
  it.each(["evacuation", "Évacuation", "ÉVAC", "lande evac", "oeuvre", "l’État", "etat", ""])(
    "%j are found",
    (q) => expect(containsWords(camp.text, q)).toBe(true),
  );
  it.each(["acuation", "landes", "evacuation squat"])("%j are not", (q) =>
    expect(containsWords(camp.text, q)).toBe(false),
  );
});

describe("the counts of a facet", () => {
  it("say what each value would leave, the rest of the filter holding, its own choice aside", () => {
    const filter = { ...NO_FILTER, kinds: ["squat"], sides: ["beyond" as const] };
    expect([...countFacet(filter, [camp, ruling], "kinds")]).toEqual([["camp", 1]]);
    expect([...countFacet(filter, [camp, ruling], "sides")]).toEqual([]);
  });
});
