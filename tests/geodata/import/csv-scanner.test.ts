// The scanner of CSV against another one, and over texts that come in parts.
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvForm, CsvScanner, WrongCsv } from "#import/files/csv-scanner.ts";

const PLAIN: CsvForm = { delimiter: ",", quote: '"', escape: '"', skipsSpace: false };
const FORMS: readonly CsvForm[] = [
  PLAIN,
  { ...PLAIN, delimiter: ";" },
  { ...PLAIN, delimiter: "\t" },
  { ...PLAIN, quote: "'", escape: "'" },
  { ...PLAIN, escape: "\\" },
  { ...PLAIN, skipsSpace: true },
];

/** The records of a text that comes in these parts. */
function recordsOf(parts: readonly string[], form = PLAIN) {
  const scanner = new CsvScanner(form);
  return [
    ...parts.flatMap((part) => [...scanner.records(part, false)]),
    ...scanner.records("", true),
  ];
}

/** The same, or the line that is told where it is no CSV. */
function outcomeOf(parts: readonly string[], form: CsvForm) {
  try {
    return recordsOf(parts, form);
  } catch (error) {
    if (error instanceof WrongCsv) return error.line;
    throw error;
  }
}

function judged(text: string, { skipsSpace, ...marks }: CsvForm) {
  try {
    const options = { relax_column_count: true, ltrim: skipsSpace, record_delimiter: "\n" };
    return parse(text, { ...options, ...marks });
  } catch {
    return "no CSV";
  }
}

/** Texts of which many are CSV, and many are nearly so. */
const cell = fc.oneof(
  fc.string({ maxLength: 6 }).map((text) => text.replace(/[\r\n]/g, "")),
  fc
    .array(fc.constantFrom("a", "é", "🐟", ",", ";", "\t", "'", '"', '""', "\\", " ", "\n"))
    .map((parts) => parts.join("")),
  fc.string({ maxLength: 6 }).map((text) => `"${text.replaceAll('"', '""').replace(/\r/g, "")}"`),
);
const text = fc
  .array(fc.tuple(cell, fc.constantFrom(",", ";", "\t", "\n", "\n", "")), { maxLength: 12 })
  .map((cells) => cells.map((pair) => pair.join("")).join(""));

describe("CSV", () => {
  it("is read as another program reads it, and refused where that refuses it", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...FORMS), (written, form) => {
        const read = outcomeOf([written], form);
        const cells = typeof read === "number" ? "no CSV" : read.map(({ cells }) => cells);
        expect(cells).toEqual(judged(written, form));
      }),
      { numRuns: 3000 },
    );
  });

  it("is the same in whatever parts it comes", () => {
    fc.assert(
      fc.property(
        text.map((one) => one.replaceAll("\n", "\r\n")),
        fc.constantFrom(...FORMS),
        fc.array(fc.nat(40), { maxLength: 8 }),
        (written, form, cuts) => {
          const places = [0, ...cuts.sort((a, b) => a - b), written.length];
          const parts = places.map((place, index) => written.slice(place, places[index + 1]));
          expect(outcomeOf(parts, form)).toEqual(outcomeOf([written], form));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("has lines that end as any system writes them, and tells on which each record begins", () => {
    for (const end of ["\n", "\r\n", "\r"])
      expect(recordsOf([["a,b", 'c,"d', 'd"', "", "e,f"].join(end)])).toEqual([
        { line: 1, cells: ["a", "b"] },
        { line: 2, cells: ["c", `d${end}d`] },
        ...(end === "\r" ? [3, 4] : [4, 5]).map((line, at) => ({
          line,
          cells: at === 0 ? [""] : ["e", "f"],
        })),
      ]);
  });

  it.each([
    ['a\nb,"c\nd,e\n', 2, /a quote \("\) that is never closed/],
    ['a\nb"c\n', 2, /a quote \("\) in a cell that does not begin with one/],
    ['a\n"b"c\n', 2, /"c" behind the quote that ends a cell/],
  ])("%j is none, which is told with its line", (written, line, said) => {
    const thrown = (() => {
      try {
        return recordsOf([written]);
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toBeInstanceOf(WrongCsv);
    expect(thrown).toMatchObject({ line, message: expect.stringMatching(said) });
  });

  it("of a quote that is never closed is read once, however many parts come after it", () => {
    const scanner = new CsvScanner(PLAIN);
    const part = "x".repeat(10_000);
    const started = performance.now();
    expect([...scanner.records('a,"', false)]).toEqual([]);
    for (let turn = 0; turn < 5000; turn += 1) for (const _ of scanner.records(part, false));
    expect(() => [...scanner.records("", true)]).toThrow(WrongCsv);
    // Fifty megabytes: read again with each part they would take minutes.
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
