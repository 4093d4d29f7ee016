import { readFileSync } from "node:fs";
import { parse } from "edtf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, FIRST_DAY, LAST_DAY, printDay } from "#model/time/day.ts";
import { parseEdtf, refusalOfEdtf, spanOfEdtf } from "#model/time/edtf.ts";
import { isOrdered } from "#model/time/span.ts";

/** The four days that a text supports, as text; an empty one is open or not attested. */
function daysOf(text: string): string[] | undefined {
  const edtf = parseEdtf(text);
  return edtf && Object.values(spanOfEdtf(edtf)).map((day) => (day === null ? "" : printDay(day)));
}

/** Worked out apart from our code by fixtures/edtf/make-cases.py, which says how. */
const CASES = readFileSync(
  new URL("../../../fixtures/edtf/edtf-cases.tsv", import.meta.url),
  "utf8",
)
  .trimEnd()
  .split("\n")
  .map((line) => line.split("\t") as [text: string, ...rest: string[]]);
const READ = CASES.filter((fields) => fields.length === 5);
const REFUSED = CASES.filter((fields) => fields[1] === "refused");

describe("an EDTF text", () => {
  it("is held to every row of the table", () => {
    expect(READ.length).toBeGreaterThan(150);
    expect(REFUSED.length).toBeGreaterThan(80);
    expect(READ.length + REFUSED.length).toBe(CASES.length);
  });

  it.each(READ)("%s supports these four days", (text, ...days) => {
    expect(daysOf(text)).toEqual(days);
    expect(refusalOfEdtf(text)).toBeUndefined();
  });

  it.each(REFUSED)("%j is refused in words", (text, _, word) => {
    expect(parseEdtf(text)).toBeUndefined();
    expect(refusalOfEdtf(text)).toContain(word);
  });

  it.each(["c. 2016", "ca 1987", "circa 1850", "about 1900", "vers 1920"])(
    "%s is told with its mark of approximation",
    (text) => {
      expect(refusalOfEdtf(text)).toContain("with ~ behind it");
    },
  );

  it("tells an open end from an unknown one", () => {
    expect(parseEdtf("2014/..")).toMatchObject({ end: "open" });
    expect(parseEdtf("2014/")).toMatchObject({ end: "unknown" });
  });

  it("with an offset is read as the day on which it falls in the time zone", () => {
    const dayOf = (text: string, zone?: string) => {
      const edtf = parseEdtf(text, zone);
      return edtf?.kind === "date" ? edtf.first : undefined;
    };
    const dayIn = (zone: string) => dayOf("2015-10-10T22:30:00Z", zone);
    const [tenth, eleventh] = [dayOf("2015-10-10"), dayOf("2015-10-11")];
    expect(dayIn("UTC")).toBe(tenth);
    expect(dayIn("Europe/Paris")).toBe(eleventh);
    expect(dayIn("America/New_York")).toBe(tenth);
    expect(dayOf("2015-10-10T22:30:00", "Asia/Tokyo")).toBe(tenth);
    // Local mean time of Paris, nine minutes ahead, before there were zones.
    expect(dayOf("1850-01-01T23:55:00Z", "Europe/Paris")).toBe(dayOf("1850-01-02"));
    expect(dayOf("-0043-03-15T23:55:00Z", "Europe/Paris")).toBe(dayOf("-0043-03-16"));
  });

  it("says which part carries a mark", () => {
    const partsOf = (text: string) => {
      const edtf = parseEdtf(text);
      return edtf?.kind === "date" ? edtf.markedParts : undefined;
    };
    const uncertain = { approximate: false, uncertain: true };
    expect(partsOf("2004-06-11?")).toEqual([]);
    expect(partsOf("2004?-06-11")).toEqual([{ part: "year", ...uncertain }]);
    expect(partsOf("2004-06?-11")).toEqual([
      { part: "year", ...uncertain },
      { part: "month", ...uncertain },
    ]);
    expect(partsOf("?2004-06-~11")).toEqual([
      { part: "year", ...uncertain },
      { part: "day", approximate: true, uncertain: false },
    ]);
  });
});

const digits = fc.stringMatching(
  /^[?~%]?-?[0-9X]{4}[?~%]?(-[0-4X][0-9X][?~%]?(-[0-3X][0-9X])?)?[?~%]?$/,
);
const texts = fc.oneof(
  fc.string(),
  fc.stringMatching(/^[0-9X~?%./T:Z-]{0,14}$/),
  digits,
  fc.tuple(digits, digits).map((both) => both.join("/")),
);

describe("any text", () => {
  it("is read with its days in order and in range, or refused in words, and never throws", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const edtf = parseEdtf(text);
        expect(refusalOfEdtf(text) === undefined).toBe(edtf !== undefined);
        if (!edtf) return;
        const span = spanOfEdtf(edtf);
        if (edtf.kind === "date") expect(isOrdered(span)).toBe(true);
        for (const day of Object.values(span))
          if (day !== null) expect(day >= FIRST_DAY && day <= LAST_DAY).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("of one date has days within those that it may mean, which marks alone widen", () => {
    fc.assert(
      fc.property(digits, (text) => {
        const edtf = parseEdtf(text);
        if (edtf?.kind !== "date") return;
        const { earliest, first, last, latest } = edtf;
        expect(earliest <= first && first <= last && last <= latest).toBe(true);
        const isMarked = /[?~%]/.test(text);
        expect(edtf.approximate || edtf.uncertain).toBe(isMarked);
        if (!isMarked) expect([earliest, latest]).toEqual([first, last]);
        const plain = parseEdtf(text.replace(/[?~%]/g, ""));
        expect(plain).toMatchObject({ unit: edtf.unit, first, last });
      }),
      { numRuns: 2000 },
    );
  });

  it("that is a day is that day", () => {
    const days = fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map((day) => day as Day);
    fc.assert(
      fc.property(days, (day) => {
        expect(parseEdtf(printDay(day))).toMatchObject({ unit: "day", first: day, last: day });
        const edtf = parseEdtf(`${printDay(day)}?`);
        const [before, after] = [addDays(day, -1), addDays(day, 1)];
        if (day > FIRST_DAY && day < LAST_DAY)
          expect(edtf).toMatchObject({ earliest: before, latest: after });
      }),
    );
  });

  it("that we read is EDTF to the package edtf too, but for what we add to it", () => {
    // Marks beside unspecified digits, or on both sides of a part; a part of a year beside either.
    const added = [/[?~%].*X|X.*[?~%]/, /[?~%]-?\d+[?~%]/, /[?~%X].*-[?~%]?[2-4]\d|-[2-4]\d[?~%]/];
    fc.assert(
      fc.property(digits, (text) => {
        if (!parseEdtf(text) || added.some((kind) => kind.test(text))) return;
        expect(() => parse(text), text).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});
