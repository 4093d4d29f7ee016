// Why something is refused is told in the reader's language: every phrase has its French, and no French holds English words.
import { describe, expect, it } from "vitest";
import { inWords, type Phrase, type RefusalWords } from "#import/refusal/refusal.ts";
import { REFUSAL_EN } from "#import/refusal/refusal-en.ts";
import { englishIn } from "#tests/support/english-in.ts";
import { newTextsOf } from "#web/new/words/new-texts.ts";

type Spoken = {
  [Name in keyof RefusalWords as RefusalWords[Name] extends string
    ? never
    : Name]: RefusalWords[Name] extends (...values: infer Values) => string ? Values : never;
};

/** Values for every phrase that has some; what is written in them is no word of a language. */
const VALUES: Spoken = {
  english: ["Xx"],
  quoted: ["Xx"],
  "one-of": [["Xx", "Yy"]],
  megabytes: [1026],
  "at-most-megabytes": [200],
  files: [201],
  tables: [3],
  "one-table-or-package": ["datapackage.json"],
  "packed-package": [200, 200],
  "table-or-packed-package": [200, 200],
  "unreadable-file": ["EMFILE"],
  "failed-file": ["Xx"],
  columns: [10_000],
  "at-most-columns": [500],
  cells: [5],
  "cells-of-header": [4],
  "cells-of-header-quoted": [4, ";", '"'],
  "cells-between": [";"],
  "headings-between": [";"],
  "separated-by-commas": [";"],
  "row-again": [3],
  "such-cell": ["Xx", "edtf", [], false],
  "as-row": [3],
  "character-at": ["0007", 3],
  characters: [600],
  "unread-protection": ["Xx"],
  "one-protection": ["disclosure"],
  "other-bytes": ["utf-16le"],
  "wrong-byte": ["E9", 1234, "windows-1252"],
  "text-in": ["utf-16le"],
  "utf-8-or-declared": ["windows-1252"],
  "open-quote": ['"'],
  "stray-quote": ['"'],
  "behind-quote": ["x"],
  "quoted-csv": ['"'],
  "broken-json": [12],
  "json-of-type": ["Xx"],
  "geometry-type": ["Xx"],
  "a-geometry": ["LineString"],
  "coordinates-of": ["LineString"],
  "geometry-position": ["[200,1]"],
  positions: [3],
  "at-least": [4],
  "invalid-geometry": ["Self-intersection", "1, 2"],
  "xml-of": ["svg"],
  "broken-xml": [3],
  "deep-xml": [100],
  "a-kind": ["Xx"],
  "at-least-of": [2, "string"],
  "at-most-of": [1, "array"],
  "one-value-of": [['"dmy"', '"mdy"']],
  "a-format": ["Xx"],
  "no-property": [["Xx"]],
  "multiple-of": [5],
  "json-text": ["12"],
  "unknown-table": ["Xx"],
  "one-of-tables": [["Xx", "Yy"]],
  "table-twice": ["Xx"],
  "table-to-show": [["Xx", "Yy"]],
  "such-column": ["Xx", ""],
  "known-columns": [["Xx", "Yy"]],
  "id-again": ["Xx", 3],
  "id-of": [["Xx", "Yy"]],
  "lying-zip": ["Xx"],
  "unpacked-sheets": [287, 1],
  "no-sheet": ["Xx"],
  "far-cell": ["XFD1048576"],
};

const EVERY = (Object.keys(REFUSAL_EN) as (keyof RefusalWords)[]).map(
  (name) =>
    [
      name,
      ...((VALUES as Readonly<Record<string, readonly unknown[]>>)[name] ?? []),
    ] as unknown as Phrase,
);
const [en, fr] = [newTextsOf("en").refusals, newTextsOf("fr").refusals];

/** A phrase that quotes words of somebody else. */
const QUOTING: readonly Phrase[0][] = ["english"];

describe("the phrases of refusals", () => {
  it("are as many in French as in English", () =>
    expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort()));

  it.each(EVERY)("%s is French in French", (...phrase) => {
    const told = inWords(phrase as Phrase, fr);
    expect(told).not.toBe("");
    expect(told).not.toContain("undefined");
    if (!QUOTING.includes(phrase[0])) expect(englishIn(told)).toEqual([]);
    // Words stand within a sentence, and end none.
    expect(told).toMatch(/^[^A-Z]|^(?:FeatureCollection|Point|U\+)/);
    expect(told).not.toMatch(/[.;:]$/);
  });

  it("would be found by their English words, were they not translated", () => {
    const plain = EVERY.filter((phrase) => englishIn(inWords(phrase, en)).length > 0);
    expect(plain.length).toBeGreaterThan(EVERY.length * 0.7);
  });
});
