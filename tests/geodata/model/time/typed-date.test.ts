import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printDay } from "#model/time/day.ts";
import { parseTypedDate } from "#model/time/typed-date.ts";

const read = (text: string) => {
  const typed = parseTypedDate(text);
  return typed && [printDay(typed.first), printDay(typed.last)];
};

describe("a typed date", () => {
  it.each([
    ["2015-03-31", "2015-03-31", "2015-03-31"],
    ["2015-03", "2015-03-01", "2015-03-31"],
    ["2015", "2015-01-01", "2015-12-31"],
    ["03/2015", "2015-03-01", "2015-03-31"],
    ["31/03/2015", "2015-03-31", "2015-03-31"],
    ["5.9.2016", "2016-09-05", "2016-09-05"],
    ["March 2015", "2015-03-01", "2015-03-31"],
    ["mars 2015", "2015-03-01", "2015-03-31"],
    ["31 March 2015", "2015-03-31", "2015-03-31"],
    ["1er mai 2014", "2014-05-01", "2014-05-01"],
    ["28th May 2014", "2014-05-28", "2014-05-28"],
    ["août 2015", "2015-08-01", "2015-08-31"],
    ["FÉVRIER 2016", "2016-02-01", "2016-02-29"],
    ["juin 2014", "2014-06-01", "2014-06-30"],
    ["juillet 2014", "2014-07-01", "2014-07-31"],
    ["-0043-03-15", "-0043-03-15", "-0043-03-15"],
    ["-0043", "-0043-01-01", "-0043-12-31"],
    ["15 March 44 BC", "-0043-03-15", "-0043-03-15"],
    ["15 mars 44 av. J.-C.", "-0043-03-15", "-0043-03-15"],
    ["44 bce", "-0043-01-01", "-0043-12-31"],
    ["1 BC", "0000-01-01", "0000-12-31"],
    ["1 June AD 1", "0001-06-01", "0001-06-01"],
    ["1er juin 1 apr. J.-C.", "0001-06-01", "0001-06-01"],
    ["29 February 45 BC", "-0044-02-29", "-0044-02-29"],
    [" 2015-03 ", "2015-03-01", "2015-03-31"],
  ])("%s is %s to %s", (text, first, last) => expect(read(text)).toEqual([first, last]));

  it.each([
    "",
    "yesterday",
    "2015-13",
    "31/02/2015",
    "13/2015",
    "03/31/2015",
    "March",
    "32 March 2015",
    "12 March 20",
    "5000 BC",
    "29 February 44 BC",
    "0 BC",
    "BC",
  ])("%j is none", (text) => expect(read(text)).toBeUndefined());

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseTypedDate(text)));
  });
});
