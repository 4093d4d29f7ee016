import { describe, expect, it } from "vitest";
import { labelDate, labelDay, labelSpan } from "#model/time/date-label.ts";
import { type Day, parseDay } from "#model/time/day.ts";
import type { Span } from "#model/time/span.ts";

const day = (text: string | null) => (text === null ? null : (parseDay(text) ?? null));
const span = (...days: (string | null)[]): Span => {
  const [startEarliest = null, startLatest = null, endEarliest = null, endLatest = null] =
    days.map(day);
  return { startEarliest, startLatest, endEarliest, endLatest };
};

describe("a date in words is never more exact than the date", () => {
  it.each([
    ["2014-05-28", "2014-05-28", "2014-05-28", "28 May 2014", "28 mai 2014"],
    ["2015-04", "2015-04-01", "2015-04-30", "April 2015", "avril 2015"],
    ["2008", "2008-01-01", "2008-12-31", "2008", "2008"],
    ["-0043-03-15", "-0043-03-15", "-0043-03-15", "15 March 44 BC", "15 mars 44 av. J.-C."],
    ["0000-06", "0000-06-01", "0000-06-30", "June 1 BC", "juin 1 av. J.-C."],
    ["0044", "0044-01-01", "0044-12-31", "AD 44", "44 apr. J.-C."],
    ["-004X", "-0049-01-01", "-0040-12-31", "50 BC to 41 BC", "50 av. J.-C. – 41 av. J.-C."],
    ["1XXX", "1000-01-01", "1999-12-31", "1000–1999", "1000-1999"],
    ["19XX", "1900-01-01", "1999-12-31", "1900–1999", "1900-1999"],
    ["201X", "2010-01-01", "2019-12-31", "the 2010s", "les années 2010"],
    ["2001-34", "2001-04-01", "2001-06-30", "April to June 2001", "avril – juin 2001"],
    [
      "2001-30",
      "2001-12-01",
      "2002-02-28",
      "December 2001 to February 2002",
      "décembre 2001 – février 2002",
    ],
    [
      "156X-12-25",
      "1560-12-25",
      "1569-12-25",
      "between 25 December 1560 and 25 December 1569",
      "entre le 25 décembre 1560 et le 25 décembre 1569",
    ],
    [
      "2004?-06-11",
      "2003-06-11",
      "2005-06-11",
      "11 June 2004 (year uncertain)",
      "11 juin 2004 (année incertaine)",
    ],
    [
      "2004-06~-11",
      "2004-05-11",
      "2004-07-11",
      "11 June 2004 (year approximate, month approximate)",
      "11 juin 2004 (année approximative, mois approximatif)",
    ],
    [
      "2004-06-%11",
      "2004-06-10",
      "2004-06-12",
      "11 June 2004 (day uncertain and approximate)",
      "11 juin 2004 (jour incertain et approximatif)",
    ],
    [
      "2015-03-25?",
      "2015-03-24",
      "2015-03-26",
      "25 March 2015 (uncertain)",
      "25 mars 2015 (incertain)",
    ],
    [
      "2015-21",
      "2015-03-23",
      "2015-06-20",
      "between 23 March and 20 June 2015",
      "entre le 23 mars et le 20 juin 2015",
    ],
    ["2014-23", "2014-09-01", "2014-11-30", "autumn 2014", "automne 2014"],
    ["2013-10~", "2013-10-04", "2013-10-15", "about October 2013", "octobre 2013 environ"],
    [
      "2014-05-10?",
      "2014-05-10",
      "2014-05-10",
      "10 May 2014 (uncertain)",
      "10 mai 2014 (incertain)",
    ],
    [
      "2014-07-12",
      "2014-07-10",
      "2014-07-12",
      "between 10 and 12 July 2014",
      "entre le 10 et le 12 juillet 2014",
    ],
    [
      "2016-10-24/2016-10-26",
      "2016-10-24",
      "2016-10-26",
      "24 to 26 October 2016",
      "24 – 26 octobre 2016",
    ],
    [
      "2014-06-11/",
      "2014-06-11",
      "2014-07-02",
      "from 11 June 2014, end not known",
      "depuis le 11 juin 2014, fin inconnue",
    ],
    [
      null,
      "2015-03-25",
      "2015-04-15",
      "between 25 March and 15 April 2015",
      "entre le 25 mars et le 15 avril 2015",
    ],
    [
      null,
      "2012-02-28",
      "2013-02-28",
      "between 28 February 2012 and 28 February 2013",
      "entre le 28 février 2012 et le 28 février 2013",
    ],
    [null, null, "2013-01-01", "by 1 January 2013", "au plus tard le 1er janvier 2013"],
    [null, null, null, "date not known", "date inconnue"],
  ])("%s, %s…%s", (edtf, first, last, en, fr) => {
    expect(labelDate(edtf, day(first), day(last), "en", "UTC")).toBe(en);
    expect(labelDate(edtf, day(first), day(last), "fr", "UTC")).toBe(fr);
  });

  it("writes the first of a month as French does", () => {
    expect(labelDay(parseDay("2016-03-01") ?? (0 as never), "fr")).toBe("1er mars 2016");
  });
});

describe("a start and an end in words", () => {
  it("name both", () => {
    const lamy = span("2013-09-05", "2013-10-04", "2014-05-28", "2014-05-28");
    expect(labelSpan(lamy, "2013-10~", "2014-05-28", "en", "UTC")).toBe(
      "about October 2013 to 28 May 2014",
    );
    expect(labelSpan(lamy, "2013-10~", "2014-05-28", "fr", "UTC")).toBe(
      "octobre 2013 environ – 28 mai 2014",
    );
  });

  it("say that something was there before and stayed", () => {
    const port = span(null, "2013-01-01", "2016-12-31", null);
    expect(labelSpan(port, null, "..", "en", "UTC")).toBe(
      "already there by 1 January 2013, still there at the end of the period",
    );
  });

  it("do not let two days that bound one start look like a start and an end", () => {
    const south = span("2015-03-23", "2015-06-20", "2016-03-16", "2016-03-16");
    expect(labelSpan(south, "2015-21", "2016-03-16", "en", "UTC")).toBe(
      "start between 23 March and 20 June 2015, end 16 March 2016",
    );
    expect(labelSpan(south, "2015-21", "2016-03-16", "fr", "UTC")).toBe(
      "début entre le 23 mars et le 20 juin 2015, fin le 16 mars 2016",
    );
  });

  it("tell a time of day by the clock of the time zone, where the days are those of it", () => {
    // Half past eleven in the evening of New York is the next day in Paris.
    const text = "2015-06-01T23:30:00-04:00";
    const [inNewYork, inParis] = [day("2015-06-01"), day("2015-06-02")];
    const label = (first: Day | null, last: Day | null, zone: string) =>
      labelDate(text, first, last, "en", zone);
    expect(label(inNewYork, inNewYork, "America/New_York")).toBe("1 June 2015, 23:30:00 (UTC−4)");
    expect(label(inParis, inParis, "Europe/Paris")).toBe("2 June 2015, 05:30:00 (UTC+2)");
    expect(label(inNewYork, inParis, "Europe/Paris")).toBe("between 1 and 2 June 2015");
    const night = day("2015-11-01");
    const inFrench = (edtf: string) =>
      labelDate(edtf, night, night, "fr", "America/New_York").replace(/\s/g, " ");
    expect(inFrench("2015-11-01T13:00/2015-11-01T15:30")).toBe(
      "1er novembre 2015 à 13 h 00 – 15 h 30 (UTC−5)",
    );
    expect(inFrench("2015-11-01T01:30:05-04:00/2015-11-01T01:30-05:00")).toBe(
      "1er novembre 2015 à 01 h 30 min 05 s (UTC−4) – 1er novembre 2015 à 01 h 30 (UTC−5)",
    );
    const since = span("2015-06-01", "2015-06-01", null, null);
    expect(labelSpan(since, text, "..", "en", "America/New_York")).toBe(
      "from 1 June 2015, 23:30:00 (UTC−4), end not known",
    );
  });

  it("say what is not known", () => {
    expect(labelSpan(span(null, null, null, null), null, null, "en", "UTC")).toBe(
      "start not known, end not known",
    );
    expect(
      labelSpan(span("2016-01-11", "2016-01-25", null, null), "2016-01-18", null, "en", "UTC"),
    ).toBe("start between 11 and 25 January 2016, end not known");
  });
});
