import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateAmongWords } from "#model/time/date-among-words.ts";
import { printDay } from "#model/time/day.ts";
import { parseTypedDate } from "#model/time/typed-date.ts";

const read = (text: string, languages: readonly string[] = []) => {
  const typed = parseTypedDate(text, languages);
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
    ["28/5/2014", "2014-05-28", "2014-05-28"],
    ["mai 2014", "2014-05-01", "2014-05-31"],
    ["May 2014", "2014-05-01", "2014-05-31"],
    ["May 28, 2014", "2014-05-28", "2014-05-28"],
    ["sept. 2016", "2016-09-01", "2016-09-30"],
    ["spring 2015", "2015-03-01", "2015-05-31"],
    ["été 2014", "2014-06-01", "2014-08-31"],
    ["Fall 2014", "2014-09-01", "2014-11-30"],
    ["hiver 2015", "2015-12-01", "2016-02-29"],
    ["2014年5月28日", "2014-05-28", "2014-05-28"],
    ["2014年5月", "2014-05-01", "2014-05-31"],
    ["2014년 5월 28일", "2014-05-28", "2014-05-28"],
  ])("%s is %s to %s", (text, first, last) => expect(read(text)).toEqual([first, last]));

  it.each([
    ["٢٨ مايو ٢٠١٤", "ar", "2014-05-28", "2014-05-28"],
    ["28 de mayo de 2014", "es", "2014-05-28", "2014-05-28"],
    ["28 мая 2014", "ru", "2014-05-28", "2014-05-28"],
    ["май 2014", "ru", "2014-05-01", "2014-05-31"],
    ["März 2015", "de", "2015-03-01", "2015-03-31"],
    ["5. Juni 2015", "de", "2015-06-05", "2015-06-05"],
  ])("of a dataset in another language, %s (%s) is %s to %s", (text, language, first, last) => {
    expect(read(text, [language])).toEqual([first, last]);
    expect(read("mai 2014", [language])).toEqual(["2014-05-01", "2014-05-31"]);
  });

  it.each([
    "",
    "c'est",
    "c'est 2014",
    "maison 2014",
    "marche 2015",
    "jui 2014",
    "spring",
    "28 spring 2015",
    "28 28 May 2014",
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

describe("a date among words", () => {
  const found = (text: string) => {
    const among = dateAmongWords(text);
    return among && [printDay(among.date.first), printDay(among.date.last), among.rest];
  };

  it.each([
    ["evictions 2014", "2014-01-01", "2014-12-31", "evictions"],
    ["old mill September 2016", "2016-09-01", "2016-09-30", "old mill"],
    ["28 mai 2014 expulsion", "2014-05-28", "2014-05-28", "expulsion"],
    ["fire 2014-05-28 north", "2014-05-28", "2014-05-28", "fire north"],
    ["2014", "2014-01-01", "2014-12-31", ""],
  ])("%s is of %s to %s, and says %j besides", (text, first, last, rest) =>
    expect(found(text)).toEqual([first, last, rest]),
  );

  it.each(["", "rue Lamy", "may I ask", "12 people", "4 2 1"])("%j has none", (text) =>
    expect(found(text)).toBeUndefined(),
  );

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void dateAmongWords(text)));
  });
});
