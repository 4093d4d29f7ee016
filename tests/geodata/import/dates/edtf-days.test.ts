// Texts held against days; every answer is worked out by hand from the calendar.
import { describe, expect, it } from "vitest";
import { type Agreement, agreementOf } from "#import/checks/edtf-days.ts";
import { parseEdtf } from "#model/time/edtf.ts";
import { day } from "#tests/support/records/records.ts";

const CASES: readonly (readonly [
  text: string,
  from: string | null,
  until: string | null,
  agreement: Agreement,
])[] = [
  ["2014-05-28", "2014-05-28", "2014-05-28", "same"],
  ["2014-05", "2014-05-01", "2014-05-31", "same"],
  ["2016-02", "2016-02-01", "2016-02-29", "same"],
  ["1963", "1963-01-01", "1963-12-31", "same"],
  ["2014-05-20/2014-05-28", "2014-05-20", "2014-05-28", "same"],
  ["2014-05/2014-06", "2014-05-01", "2014-06-30", "same"],
  // An end that the text leaves open or unknown says nothing of that side.
  ["../2014-05-28", null, "2014-05-28", "same"],
  ["2014-05-28/..", "2014-05-28", "2014-12-31", "same"],
  ["2014-05-28/", "2014-05-28", null, "same"],
  // The text is wider: a notice.
  ["2014-05", "2014-05-21", "2014-05-31", "wider"],
  ["2014", "2014-02-01", "2014-02-28", "wider"],
  ["201X", "2014-01-01", "2014-12-31", "wider"],
  ["2014-XX", "2014-03-02", "2014-03-02", "wider"],
  // Unmarked and narrower, by one day on one side already: an error.
  ["2014-05-28", "2014-05-28", "2014-05-29", "narrower"],
  ["2014-05-28", "2014-05-27", "2014-05-28", "narrower"],
  ["2014-05", "2014-04-30", "2014-05-31", "narrower"],
  ["2014-05", "2014-05-10", "2014-06-01", "narrower"],
  ["2014-05-28", null, "2014-05-28", "narrower"],
  ["2014-05-28", "2014-05-28", null, "narrower"],
  ["2014-05-28", null, null, "narrower"],
  // Marked, or a season, whose days are a matter of convention: a notice.
  ["2013-10~", "2013-10-04", "2013-10-15", "vague"],
  ["2013-10~", "2013-09-20", "2013-11-05", "vague"],
  ["2015-03-25?", "2015-03-25", "2015-04-30", "vague"],
  ["2015-03-25%", "2015-03-24", "2015-03-26", "vague"],
  ["2015-21", "2015-03-23", "2015-06-20", "vague"],
  ["2014-05~/2014-06", "2014-05-15", "2014-06-30", "vague"],
  ["2013-10~", "2013-10-01", "2013-10-31", "same"],
  // Next to it, but within what `~` adds: one of its units.
  ["2013-10~", "2013-09-20", "2013-09-25", "vague"],
  // They do not overlap, marked or not: an error.
  ["2099-01", "2014-05-28", "2014-05-28", "apart"],
  ["2014-05-28", "2014-05-29", "2014-05-29", "apart"],
  ["2014-05-28", "2014-05-27", "2014-05-27", "apart"],
  ["2013-10~", "2014-03-01", "2014-03-05", "apart"],
  ["2014-05-28", "2014-05-29", null, "apart"],
  ["2014-05-28/..", "2014-01-01", "2014-05-27", "apart"],
  ["-0043-03-15", "-0043-03-16", "-0043-03-16", "apart"],
  ["-0043-03", "-0043-03-01", "-0043-03-31", "same"],
];

describe("an EDTF text beside days", () => {
  it.each(CASES)("%s beside %s and %s is %s", (text, from, until, agreement) => {
    const edtf = parseEdtf(text);
    if (!edtf) throw new Error(`${text} is not read`);
    expect(agreementOf(edtf, [from ? day(from) : null, until ? day(until) : null])).toBe(agreement);
  });
});
