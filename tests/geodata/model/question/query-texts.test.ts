import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBbox, unwrapBbox } from "#model/space/bbox.ts";
import { parseDatetime, printDatetime } from "#model/time/datetime.ts";
import { printDay } from "#model/time/day.ts";

describe("bbox", () => {
  it("reads four numbers, and six without the heights", () => {
    const box = { west: 1.7, south: 50.89, east: 2.02, north: 51.02 };
    expect(parseBbox("1.7,50.89,2.02,51.02")).toEqual({ ok: true, value: box });
    expect(parseBbox("1.7,50.89,-5,2.02,51.02,90")).toEqual({ ok: true, value: box });
  });

  it("across the antimeridian is two boxes", () => {
    const parsed = parseBbox("177,65,-177,70");
    expect(parsed.ok && unwrapBbox(parsed.value)).toEqual([
      { west: 177, south: 65, east: 180, north: 70 },
      { west: -180, south: 65, east: -177, north: 70 },
    ]);
  });

  it.each([
    "",
    "1,2,3",
    "1,2,3,4,5",
    "a,b,c,d",
    "1,,3,4",
    "1,52,2,51",
    "181,0,182,1",
    "0,-91,1,0",
    "NaN,0,1,1",
    "1e999,0,1,1",
  ])("refuses %j and says what is allowed", (text) => {
    const parsed = parseBbox(text);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok)
      expect(parsed.problems[0]).toMatchObject({ name: "bbox", got: JSON.stringify(text) });
  });

  it("never throws, whatever it is given", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseBbox(text)));
  });
});

describe("an instant in a datetime", () => {
  it.each([
    ["2014-05-28T21:59:59Z", "2014-05-28"],
    ["2014-05-28T22:00:00Z", "2014-05-29"],
    ["2014-01-28T22:59:59Z", "2014-01-28"],
    ["2014-01-28T23:00:00Z", "2014-01-29"],
    ["2014-05-28T00:30:00+05:30", "2014-05-27"],
    ["2014-05-28T20:00:00-04:00", "2014-05-29"],
    ["2014-05-28T23:30:00", "2014-05-28"],
    ["2014-05-28T23:30", "2014-05-28"],
    ["2016-12-31T23:59:60Z", "2017-01-01"],
  ])("%s is of the day on which it falls in the time zone", (text, day) => {
    const parsed = parseDatetime(text, "Europe/Paris");
    expect(parsed.ok && parsed.value.from !== null && printDay(parsed.value.from)).toBe(day);
  });
});

describe("datetime", () => {
  const windowOf = (text: string) => {
    const parsed = parseDatetime(text);
    if (!parsed.ok) throw new Error(`${text} was refused`);
    return [parsed.value.from, parsed.value.until].map((day) =>
      day === null ? null : printDay(day),
    );
  };

  it.each([
    ["2014-05-28", ["2014-05-28", "2014-05-29"]],
    ["2014-05-28T23:59:59Z", ["2014-05-28", "2014-05-29"]],
    ["2014-05-28T12:00:00.5+02:00", ["2014-05-28", "2014-05-29"]],
    ["2014-05-28/2014-07-02", ["2014-05-28", "2014-07-03"]],
    ["2015-06-01T/..", ["2015-06-01", null]],
    ["../2015-06-01T", [null, "2015-06-02"]],
    ["2015-06-01T/2015-07-01T", ["2015-06-01", "2015-07-02"]],
    ["0000-01-01T00:00:00Z/2014-01-01", ["0000-01-01", "2014-01-02"]],
    ["-0043-03-15", ["-0043-03-15", "-0043-03-16"]],
    ["2014-05-28T10:30Z", ["2014-05-28", "2014-05-29"]],
    ["2014-05-28t10:30:00z", ["2014-05-28", "2014-05-29"]],
    ["2014-05-28T10:30:00 02:00", ["2014-05-28", "2014-05-29"]],
    ["2014-05-28/2014-05-28", ["2014-05-28", "2014-05-29"]],
    ["../2015-06-02", [null, "2015-06-03"]],
    ["/2015-06-02", [null, "2015-06-03"]],
    ["2016-01-01/..", ["2016-01-01", null]],
    ["2016-01-01/", ["2016-01-01", null]],
    ["../..", [null, null]],
  ])("%s is this half-open window", (text, window) => expect(windowOf(text)).toEqual(window));

  it.each([
    "",
    "/",
    "..",
    "2014",
    "2014-13-01",
    "2015-02-29",
    "2015-06-02/2014-01-01",
    "a/b",
    "2014-01-01/2014-02-01/2014-03-01",
    "2014-01-01 00:00",
    "'; drop table places",
  ])("refuses %j and names the parameter", (text) => {
    const parsed = parseDatetime(text);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.problems[0]?.name).toBe("datetime");
  });

  it("is printed so that it reads as the same window", () => {
    const day = fc.integer({ min: -10_000, max: 40_000 });
    const side = fc.option(day);
    fc.assert(
      fc.property(side, side, (from, length) => {
        const until = length === null ? null : (from ?? 0) + Math.abs(length) + 1;
        const window = { from, until } as Parameters<typeof printDatetime>[0];
        expect(parseDatetime(printDatetime(window))).toEqual({ ok: true, value: window });
      }),
    );
  });

  it("never throws, whatever it is given", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseDatetime(text)));
  });
});
