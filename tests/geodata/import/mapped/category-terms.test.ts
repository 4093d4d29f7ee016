// The signs that categories of a table have: several are told apart on the map without anybody choosing.
import { describe, expect, it } from "vitest";
import { categoryVocabulary } from "#import/mapped/category-terms.ts";
import type { Mapping } from "#import/mapping/mapping.ts";
import { SYMBOLS } from "#model/dataset/declared.ts";

const mapping = {
  category: { column: "kind", labels: {} },
  dataset: { id: "x", title: "X", languages: ["en"], timeZone: "UTC" },
} as unknown as Pick<Mapping, "category" | "dataset">;

const of = (counts: Readonly<Record<string, number>>) =>
  categoryVocabulary(new Map(Object.entries(counts)), mapping);
const signs = (counts: Readonly<Record<string, number>>) =>
  of(counts).eventFamilies?.map(({ id, symbol, weight }) => [id, symbol, weight]);

describe("the categories of a table", () => {
  it("have each a sign of its own, the most frequent the one that stands out", () => {
    expect(signs({ riot: 2, Protest: 9, strike: 4 })).toEqual([
      ["protest", "dot", "strong"],
      ["strike", "triangle", "medium"],
      ["riot", "square", "soft"],
    ]);
    expect(of({ riot: 2, Protest: 9 }).eventCategories).toEqual([
      { id: "riot", label: { en: "riot" }, family: "riot" },
      { id: "protest", label: { en: "Protest" }, family: "protest" },
    ]);
  });

  it("that are not stated, or beyond the signs, are dots, which no other is", () => {
    expect(signs({ riot: 2, "": 9 })).toEqual([["riot", "triangle", "strong"]]);
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`kind ${n}`, 40 - n]));
    const { eventCategories = [], eventFamilies = [] } = of(many);
    expect(eventCategories).toHaveLength(40);
    expect(new Set(eventFamilies.map(({ symbol }) => symbol))).toEqual(
      new Set(SYMBOLS.filter((symbol) => symbol !== "dot")),
    );
    expect(eventCategories.filter(({ family }) => family !== undefined)).toHaveLength(6);
  });

  it("are all told apart where there are as many as signs", () =>
    expect(
      new Set(signs({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 })?.map(([, symbol]) => symbol)),
    ).toEqual(new Set(SYMBOLS)));

  it("need no sign where there is one", () => {
    expect(of({ riot: 3 })).toEqual({});
    expect(of({ "Road closure": 3 })).toEqual({
      eventCategories: [{ id: "road-closure", label: { en: "Road closure" } }],
    });
  });
});
