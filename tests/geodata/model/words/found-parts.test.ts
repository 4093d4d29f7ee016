import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foundParts } from "#model/words/found-parts.ts";
import { FOLD_CASES } from "#tests/support/cases/fold-cases.ts";

/** The text with what was found in brackets. */
const marked = (text: string, query: string) =>
  foundParts(text, query)
    .map(({ isFound, text: part }) => (isFound ? `[${part}]` : part))
    .join("");

describe("what a question has found in a text", () => {
  it.each([
    ["Old mill, rue Lamy", "lamy", "Old mill, rue [Lamy]"],
    ["Old mill, rue Lamy", "rue lam", "Old mill, [rue] [Lam]y"],
    ["Évacuation de l’État", "evac etat", "[Évac]uation de l’[État]"],
    ["Straße am Fluss", "strasse", "[Straße] am Fluss"],
    ["Œuvre", "oeu", "[Œu]vre"],
    ["دَيْر السُّرْيَان", "دير", "[دَيْر] السُّرْيَان"],
    ["東京の港", "港", "東京の[港]"],
    ["nothing here", "mill", "nothing here"],
    ["nothing here", "", "nothing here"],
  ])("of %s, for %s, is %s", (text, query, expected) => expect(marked(text, query)).toBe(expected));

  it("is marked wherever words are found, and loses no letter", () => {
    for (const { found, text } of FOLD_CASES)
      for (const query of found)
        expect(
          foundParts(text, query).some(({ isFound }) => isFound),
          `${query} in ${text}`,
        ).toBe(true);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, query) => {
        const parts = foundParts(text, query);
        expect(parts.map((part) => part.text).join("")).toBe(text);
      }),
    );
  });
});
