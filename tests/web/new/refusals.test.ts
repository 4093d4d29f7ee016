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
  "altered-in-zip": ["Xx"],
  "unpacked-sheets": [287, 1],
  "no-sheet": ["Xx"],
  "far-cell": ["XFD1048576"],
  written: ["2015-03-04"],
  "day-from": ["start", "2015-03-04"],
  "day-after": ["start"],
  "days-of-period": ["2013…2016"],
  "skipped-time": ["2015-03-29T02:30", "Europe/Paris"],
  "text-beside": ["..", "no days"],
  "text-apart": ["2015", "2016-01-01…2016-01-02"],
  "days-within": ["no days"],
  "days-within-or-text": ["2015-03-04"],
  "start-in-period": ["2015-03-04"],
  "end-in-period": ["2015-03-04"],
  "days-at": ["2015-03-04", "xx", 3, "before"],
  "days-of-span": ["2015-03-04…"],
  "sighting-apart": ["2015-03-04", "xx", "2016"],
  "state-on": ["open", "2015-03-04", "xx"],
  "day-it-was-there-to": ["2015-03-04"],
  "day-it-was-there-from": ["2015-03-04"],
  "number-from": ["people_low"],
  "field-of": ["events", ["xx", "yy"]],
  "number-field": [["xx", "yy"]],
  "said-already": [3],
  "source-of-record": ["xx", []],
  "day-from-publication": ["xx", "2015-03-04"],
  "day-to-making": ["2015-03-04"],
  "repeats-itself": [["xx", "yy"], "zz"],
  "term-of": [["xx", "yy"], "kinds"],
  "id-of-place": ["xx"],
  "more-than-south": [50.5],
  "position-outside": ["1.85, 50.95", true],
  "in-extent": ["1…2 E, 50…51 N"],
  "in-extent-or-region": ["1…2 E, 50…51 N"],
  features: [2],
  unpaired: [2, 1],
  "one-of-both": ["xx"],
  "own-column-called": ["xx"],
  "almost-heading": ["xx"],
  "that-or-another-heading": ["xx"],
  "second-column": ["xx"],
  "at-most-in-table": [100],
  "dates-in-format": ["%d/%m/%Y"],
  "pattern-of": ["[a-z"],
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
