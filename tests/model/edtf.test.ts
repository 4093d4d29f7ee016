import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printDay } from "#model/day.ts";
import { parseEdtf, spanOfEdtf } from "#model/edtf.ts";
import { isOrdered } from "#model/span.ts";

/** The four days that a text supports, as text. */
function daysOf(text: string): (string | null)[] {
  const edtf = parseEdtf(text);
  if (!edtf) throw new Error(`${text} was not read`);
  return Object.values(spanOfEdtf(edtf)).map((day) => (day === null ? null : printDay(day)));
}

describe("an EDTF text", () => {
  // Oracle: ISO 8601-2 and the conventions named in edtf.ts.
  it.each([
    ["2014-05-28", ["2014-05-28", "2014-05-28", "2014-05-28", "2014-05-28"]],
    ["2014-06", ["2014-06-01", "2014-06-30", "2014-06-01", "2014-06-30"]],
    ["2008", ["2008-01-01", "2008-12-31", "2008-01-01", "2008-12-31"]],
    ["2015-21", ["2015-03-01", "2015-05-31", "2015-03-01", "2015-05-31"]],
    ["2015-24", ["2015-12-01", "2016-02-29", "2015-12-01", "2016-02-29"]],
    ["199X", ["1990-01-01", "1999-12-31", "1990-01-01", "1999-12-31"]],
    ["2014-XX", ["2014-01-01", "2014-12-31", "2014-01-01", "2014-12-31"]],
    ["2014-05-XX", ["2014-05-01", "2014-05-31", "2014-05-01", "2014-05-31"]],
    ["2013-10~", ["2013-09-01", null, null, "2013-11-30"]],
    ["2015-03-25?", ["2015-03-24", null, null, "2015-03-26"]],
    ["2016-10-24/2016-10-26", ["2016-10-24", "2016-10-24", "2016-10-26", "2016-10-26"]],
    ["2014-02-17/2014-02-24~", ["2014-02-17", "2014-02-17", null, "2014-02-25"]],
    ["2014-06-11/", ["2014-06-11", "2014-06-11", null, null]],
    ["2014-06-11/..", ["2014-06-11", "2014-06-11", null, null]],
    ["../2015", [null, null, "2015-01-01", "2015-12-31"]],
    ["..", [null, null, null, null]],
  ])("%s supports these four days", (text, days) => expect(daysOf(text)).toEqual(days));

  it.each([
    "2014-02-30",
    "spring 2014",
    "28/05/2014",
    "",
    "2014-5",
    "2014-05-28/2014-05-27/2014-05-26",
  ])("is not read from %j", (text) => expect(parseEdtf(text)).toBeUndefined());

  it("tells an open end from an unknown one", () => {
    expect(parseEdtf("2014/..")).toMatchObject({ end: "open" });
    expect(parseEdtf("2014/")).toMatchObject({ end: "unknown" });
  });

  it("never throws, and what it reads has its days in order", () => {
    const digits = fc.stringMatching(/^[0-9X~?%./-]{0,14}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits), (text) => {
        const edtf = parseEdtf(text);
        if (edtf?.kind === "date") expect(isOrdered(spanOfEdtf(edtf))).toBe(true);
      }),
    );
  });
});
