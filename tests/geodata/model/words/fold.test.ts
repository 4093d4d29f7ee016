import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { containsWords, foldText, searchable, wordsOf } from "#model/words/fold.ts";
import { FOLD_CASES } from "#tests/support/cases/fold-cases.ts";

describe("words of any script", () => {
  it.each(FOLD_CASES)("of $text are found as readers type them", ({ found, missed, text }) => {
    const ready = searchable([text]);
    expect(found.filter((asked) => !containsWords(ready, asked))).toEqual([]);
    expect(missed.filter((asked) => containsWords(ready, asked))).toEqual([]);
  });

  it("are folded no further by folding them again, and are all found by themselves", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
        expect(containsWords(searchable([text]), text)).toBe(true);
        for (const word of wordsOf(text)) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
      }),
    );
  });
});
