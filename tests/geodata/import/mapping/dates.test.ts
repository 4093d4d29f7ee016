// Cells of dates as people write them: each as EDTF with its four days, or not read at all.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DateOrderSurvey } from "#import/mapping/date/date-order.ts";
import { type DateReading, dateReader } from "#import/mapping/date/read-date.ts";
import { rowDateReader, shownDate } from "#import/mapping/date/row-date.ts";
import { isFault } from "#import/mapping/fault.ts";
import { MAPPING } from "#import/mapping/mapping.ts";
import { labelWhen } from "#model/time/date-label.ts";
import { type Day, dayOf, printDay } from "#model/time/day.ts";
import { parseEdtf } from "#model/time/edtf.ts";

const NOTHING_SAID: DateReading = {
  ...{ order: null, numbers: null, century: null, midnight: "time" },
};
const read = (cell: string, how: Partial<DateReading> = {}) =>
  dateReader({ ...NOTHING_SAID, ...how }, ["en", "fr"])(cell);

describe("a cell with a date", () => {
  it.each([
    ["2015-03-01", "2015-03-01"],
    [" 2015-3-1", "2015-03-01"],
    ["2015/03/01 14:05", "2015-03-01T14:05"],
    ["2018-01-30T23:30:04.760Z", "2018-01-30T23:30:04.760Z"],
    ["20150301", "2015-03-01"],
    ["20150301140530", "2015-03-01T14:05:30"],
    ["201503", "2015-03"],
    ["2015", "2015"],
    ["-0043-03-15", "-0043-03-15"],
    ["13/04/2015", "2015-04-13"],
    ["04/13/2015", "2015-04-13"],
    ["04/04/2015", "2015-04-04"],
    ["13.04.2015 2:05 pm", "2015-04-13T14:05"],
    ["Sun, 13/04/2014", "2014-04-13"],
    ["March 2015", "2015-03"],
    ["3 March 2015", "2015-03-03"],
    ["March 3, 2015", "2015-03-03"],
    ["3 mars 2015", "2015-03-03"],
    ["spring 2015", "2015-21"],
    ["c. 1987", "1987~"],
    ["circa March 1987", "1987-03~"],
    ["vers 1987", "1987~"],
    ["1987?", "1987?"],
    ["about 1987?", "1987%"],
    ["1990s", "199X"],
    ["19th century", "18XX"],
    ["1987-1990", "1987/1990"],
    ["3–5 March 2015", "2015-03-03/2015-03-05"],
    ["3 March 2015 to 2 April 2015", "2015-03-03/2015-04-02"],
    ["2014-05-01/..", "2014-05-01/.."],
    ["[2013-01-01..2013-04-30]", "[2013-01-01..2013-04-30]"],
    ["between 1 January 2010 and 31 December 2011", "[2010-01-01..2011-12-31]"],
    ["Between 3 and 5 March 2015", "[2015-03-03..2015-03-05]"],
    ["between 28 March and 3 April 2015", "[2015-03-28..2015-04-03]"],
    ["entre le 1er mars et le 3 avril 2015", "[2015-03-01..2015-04-03]"],
    ["between 2012 and 2014", "[2012..2014]"],
    ["entre mars 2015 et mai 2016", "[2015-03..2016-05]"],
    ["early 2013", "2013-37"],
    ["mid-2013", "2013-38"],
    ["Late 2013", "2013-39"],
    ["fin 2013", "2013-39"],
    ["début mars 2015", "[2015-03-01..2015-03-10]"],
    ["mi-mars 2015", "[2015-03-11..2015-03-20]"],
    ["end of February 2016", "[2016-02-21..2016-02-29]"],
    ["until 2012", "../2012"],
    ["jusqu'en mars 2012", "../2012-03"],
    ["jusqu’au 5 mars 2012", "../2012-03-05"],
    ["bis 2012", "../2012"],
    ["since 2012", "2012/.."],
    ["from March 2012 on", "2012-03/.."],
    ["depuis le 5 mars 2012", "2012-03-05/.."],
    ["à partir de 2012", "2012/.."],
    ["Before 2012", "../2011"],
    ["before March 2012", "../2012-02"],
    ["before 1 March 2012", "../2012-02-29"],
    ["avant 2012", "../2011"],
    ["avant le 1er mars 2012", "../2012-02-29"],
    ["before the 1990s", "../1989"],
    ["before c. 1987", "../1987~"],
    ["after 2012", "2013/.."],
    ["après décembre 2012", "2013-01/.."],
    ["after 31 December 2012", "2013-01-01/.."],
  ])("%s is %s", (cell, edtf) => {
    expect(read(cell)).toBe(edtf);
    expect(parseEdtf(edtf)).toBeDefined();
  });

  it.each([
    ["04/03/2015", "open-order"],
    ["13/04/15", "short-year"],
    ["42064", "number-date"],
    ["1425168000", "number-date"],
    ["31/02/2015", "not-a-date"],
    ["between 5 and 3 March 2015", "not-a-date"],
    ["between March and 2015", "not-a-date"],
    ["early 5 March 2015", "not-a-date"],
    ["early spring 2015", "not-a-date"],
    ["before", "not-a-date"],
    ["before the war", "not-a-date"],
    ["since 2012-2014", "not-a-date"],
    ["after between 2012 and 2014", "not-a-date"],
    ["from 2012", "not-a-date"],
    ["soon", "not-a-date"],
    ["5-3 March 2015", "not-a-date"],
  ])("%s is not read: %s", (cell, kind) => expect(read(cell)).toMatchObject({ kind }));

  it("that has but one side is possible on all days of that, and certain on none", () => {
    const days = (cell: string) =>
      shownDate({ edtf: String(read(cell)), within: null }, "UTC").days;
    const day = (...[year, month, date]: [number, number, number]) => dayOf(year, month, date);
    expect(days("before 2012")).toEqual({
      ...{ startEarliest: null, startLatest: null },
      ...{ endEarliest: day(2011, 1, 1), endLatest: day(2011, 12, 31) },
    });
    expect(days("since March 2012")).toEqual({
      ...{ startEarliest: day(2012, 3, 1), startLatest: day(2012, 3, 31) },
      ...{ endEarliest: null, endLatest: null },
    });
    expect(labelWhen({ edtf: "../2011", span: days("before 2012") }, "en", "UTC")).toBe(
      "until 2011",
    );
    expect(labelWhen({ edtf: "2013/..", span: days("after 2012") }, "fr", "UTC")).toBe(
      "depuis 2013",
    );
  });

  it("is read as it is said, where it can be read in two ways", () => {
    expect(read("04/03/2015", { order: "dmy" })).toBe("2015-03-04");
    expect(read("04/03/2015", { order: "mdy" })).toBe("2015-04-03");
    expect(read("13/04/2015", { order: "mdy" })).toMatchObject({ kind: "impossible-order" });
    expect(read("13/04/87", { century: 1900 })).toBe("1987-04-13");
    // 2015-03-01 is the 42064th day of Excel, and 40602 of the calendar that begins in 1904; a half is noon.
    expect(read("42064", { numbers: "excel" })).toBe("2015-03-01");
    expect(read("42064.5", { numbers: "excel" })).toBe("2015-03-01T12:00");
    expect(read("40602", { numbers: "excel-1904" })).toBe("2015-03-01");
    expect(read("1425168000", { numbers: "seconds" })).toBe("2015-03-01T00:00:00Z");
    expect(read("1425168000500", { numbers: "milliseconds" })).toBe("2015-03-01T00:00:00.500Z");
  });

  it("is the same day in whatever order it is written, once that is said", () => {
    const day = fc.integer({
      min: dayOf(1000, 1, 1),
      max: dayOf(9999, 12, 31),
    }) as fc.Arbitrary<Day>;
    const sign = fc.constantFrom("/", ".", "-");
    fc.assert(
      fc.property(day, sign, (one, between) => {
        const iso = printDay(one);
        const [y = "", m = "", d = ""] = iso.split("-");
        expect(read([d, m, y].join(between), { order: "dmy" })).toBe(iso);
        expect(read([m, d, y].join(between), { order: "mdy" })).toBe(iso);
        expect(read(y + m + d)).toBe(iso);
        const open = read([d, m, y].join(between));
        expect([iso, "open-order"]).toContain(typeof open === "string" ? open : open.kind);
      }),
    );
  });

  it("is EDTF or a fault, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/ :.-]{1,14}$/)), (cell) => {
        const edtf = read(cell, { order: "dmy", numbers: "excel", century: 2000 });
        if (typeof edtf === "string") expect(parseEdtf(edtf)).toBeDefined();
      }),
    );
  });
});

describe("the order of a column", () => {
  const decide = (...cells: string[]) => {
    const survey = new DateOrderSurvey();
    for (const cell of cells) survey.add(cell);
    return survey.decided;
  };

  it("is decided by a day that no month can be, and else left open", () => {
    expect(decide("01/02/2015", "13/02/2015")).toMatchObject({ order: "dmy" });
    expect(decide("01/02/2015", "02/13/2015 10:00")).toMatchObject({ order: "mdy" });
    expect(decide("01/02/2015", "03/04/2015")).toMatchObject({ order: null });
    expect(decide("13/02/2015", "02/13/2015")).toMatchObject({ order: null });
    expect(decide("13/02/2015", "14/02/2015", "02/13/2015")).toMatchObject({ order: "dmy" });
  });

  it("and whether midnight is a time of day, or what stands behind every day", () => {
    expect(decide("2015-03-01 00:00:00.000", "2015-03-02T00:00Z")).toMatchObject({
      midnight: "none",
    });
    expect(decide("2015-03-01 00:00", "2015-03-02 14:00")).toMatchObject({ midnight: "time" });
    expect(read("2015-03-01 00:00:00.000", { midnight: "none" })).toBe("2015-03-01");
    expect(read("01/03/2015 0:00", { midnight: "none", order: "dmy" })).toBe("2015-03-01");
  });

  it("and what its numbers are, by how large they are", () => {
    expect(decide("42064", "42065.5")).toMatchObject({ numbers: "excel" });
    expect(decide("1425168000")).toMatchObject({ numbers: "seconds" });
    expect(decide("1425168000000")).toMatchObject({ numbers: "milliseconds" });
    expect(decide("20150301", "20150302")).toMatchObject({ numbers: null });
  });
});

describe("the date of a row", () => {
  const dateOf = (date: object, row: Record<string, string>, timeZone = "UTC") => {
    const dataset = { id: "a", title: "a", languages: ["en"], timeZone };
    const mapping = MAPPING.parse({ dataset, date, position: { from: "geometry" }, title: {} });
    const found = rowDateReader({ ...mapping, ...dataset })((column) => row[column] ?? "");
    if (isFault(found)) return found.kind;
    const { days, edtf } = shownDate(found, timeZone);
    const print = (day: Day | null) => (day === null ? null : printDay(day));
    return [
      edtf,
      ...[days.startEarliest, days.startLatest, days.endEarliest, days.endLatest].map(print),
    ];
  };

  it("may stand in two columns, between which it lasted, or happened", () => {
    const columns = { start: "a", end: "b" };
    const row = { a: "2015-03-01", b: "2015-03-05" };
    expect(dateOf(columns, row)).toEqual([
      "2015-03-01/2015-03-05",
      ...["2015-03-01", "2015-03-01", "2015-03-05", "2015-03-05"],
    ]);
    expect(dateOf({ ...columns, range: "within" }, row)).toEqual([
      "2015-03-01/2015-03-05",
      ...["2015-03-01", "2015-03-05", "2015-03-01", "2015-03-05"],
    ]);
    expect(dateOf(columns, { a: "2015-03-01", b: "" })).toHaveLength(5);
    expect(dateOf(columns, { a: "2015-03-05", b: "2015-03-01" })).toBe("reversed");
    expect(dateOf(columns, { a: "", b: "2015-03-01" })).toBe("no-date");
  });

  it("may be known to the week, the month or the year alone", () => {
    const units = { "1": "day", "2": "week", "3": "month", "4": "year" };
    const date = { start: "a", exactness: { column: "p", units } };
    expect(dateOf(date, { a: "2015-03-11", p: "1" })).toContain("2015-03-11");
    // Whichever week it is that has the day: six days on either side.
    expect(dateOf(date, { a: "2015-03-11", p: "2" })).toEqual([
      "2015-03-05/2015-03-17",
      ...["2015-03-05", "2015-03-17", "2015-03-05", "2015-03-17"],
    ]);
    expect(dateOf(date, { a: "2015-03-11", p: "3" })).toContain("2015-03");
    expect(dateOf(date, { a: "2015-03-11", p: "4" })).toContain("2015-01-01");
  });

  it("may have its time of day in a column, by the clocks of a zone", () => {
    const date = { start: "a", clock: "c" };
    const row = { a: "2015-07-01", c: "11:30 PM" };
    expect(dateOf(date, row)).toContain("2015-07-01T23:30");
    // 23:30 in New York is 5:30 of the next day in Paris.
    expect(dateOf({ ...date, zone: "America/New_York" }, row, "Europe/Paris")).toEqual([
      "2015-07-01T23:30-04:00",
      ...["2015-07-02", "2015-07-02", "2015-07-02", "2015-07-02"],
    ]);
    expect(dateOf(date, { a: "2015-03-29", c: "02:30" }, "Europe/Paris")).toBe("left-out-time");
    expect(dateOf(date, { a: "2015-03-29", c: "noonish" })).toBe("not-a-date");
    expect(dateOf(date, { a: "2015-03", c: "02:30" })).toContain("2015-03");
  });
});
