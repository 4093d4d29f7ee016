import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inEdtf, isInstant, parseClockTime, printInstant } from "#model/time/clock-time.ts";
import { printDay } from "#model/time/day.ts";
import { parseEdtf } from "#model/time/edtf.ts";
import { parseAskedInstant } from "#model/time/instant.ts";
import { dayOfInstant, instantsAt } from "#model/time/time-zone.ts";

/** Worked out apart from our code by fixtures/clock/make-cases.py, which says how. */
const CASES = readFileSync(
  new URL("../../../fixtures/clock/clock-cases.tsv", import.meta.url),
  "utf8",
)
  .trimEnd()
  .split("\n")
  .map((line) => line.split("\t") as [string, string, string, string, string]);

describe("a clock time", () => {
  it("is held to every row of the table", () => {
    expect(CASES.length).toBeGreaterThan(80);
    for (const often of ["once", "twice", "never"])
      expect(CASES.filter((row) => row[2] === often).length).toBeGreaterThan(6);
  });

  it.each(CASES)("in %s, %s: shown %s", (zone, text, shown, utc, there) => {
    const moment = parseClockTime(text, zone);
    expect(moment?.shown).toBe(shown);
    expect(moment?.instant).toBe(Date.parse(utc));
    expect(printInstant(moment?.instant ?? Number.NaN, zone)).toBe(there);
    // Without whole minutes of an offset the text is in UTC, and its day may be another.
    if (!there.endsWith("Z")) expect(printDay(moment?.day as never)).toBe(there.slice(0, 10));
    expect(parseEdtf(text, zone)).toMatchObject({ unit: "day", first: moment?.day });
    const first = shown === "never" ? undefined : Date.parse(utc);
    expect(parseAskedInstant(text.replace(/-0(\d)$/, "-0$1:00"), zone)).toBe(first);
  });

  it.each([
    ["2018-06-30 14:05", "2018-06-30T14:05"],
    ["2018-06-30 14:05:03", "2018-06-30T14:05:03"],
    ["2018-06-30t14:05:03z", "2018-06-30T14:05:03Z"],
    ["2018-06-30 14:05:03 +0200", "2018-06-30T14:05:03+02:00"],
    ["2018-06-30 14:05:03+02", "2018-06-30T14:05:03+02"],
    ["2018-06-30 14:05:03,250 -04:30", "2018-06-30T14:05:03.250-04:30"],
    ["2018-06-30 14:05/2018-06-30 15:00", "2018-06-30T14:05/2018-06-30T15:00"],
    ["2018-06-30", "2018-06-30"],
    ["2018-06-30 at noon", "2018-06-30 at noon"],
    ["..", ".."],
  ])("that is written %s is the EDTF text %s", (text, edtf) => {
    expect(inEdtf(text)).toBe(edtf);
    expect(inEdtf(edtf)).toBe(edtf);
  });
});

const zones = fc.constantFrom(...new Set(CASES.map(([zone]) => zone)));
const instants = fc
  .date({ min: new Date("0001-01-03"), max: new Date("9999-12-29"), noInvalidDate: true })
  .map(Number);

describe("any instant", () => {
  it("comes back from its text, which begins with its day and is of whole minutes from UTC", () => {
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const text = printInstant(instant, zone);
        expect(text !== null && isInstant(text)).toBe(true);
        expect(parseClockTime(text ?? "", zone)).toMatchObject({ instant, shown: "once" });
        expect(Date.parse(text ?? "")).toBe(instant);
        if (!text?.endsWith("Z"))
          expect(text?.slice(0, 10)).toBe(printDay(dayOfInstant(instant, zone)));
      }),
      { numRuns: 2000 },
    );
  });

  it("is among those at which the clocks show what they show at it", () => {
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const second = 1000 * Math.floor(instant / 1000);
        const local = localOf(second, zone);
        const all = instantsAt(local, zone);
        expect(all).toContain(second);
        for (const one of all) expect(localOf(one, zone)).toBe(local);
      }),
      { numRuns: 2000 },
    );
  });
});

/** What clocks show, in milliseconds as if it were UTC: asked of the platform in another way than our code asks. */
function localOf(instant: number, zone: string): number {
  const text = new Date(instant).toLocaleString("sv-SE", { timeZone: zone, era: undefined });
  return Date.parse(`${text.padStart(19, "0").replace(" ", "T")}Z`);
}

describe("any text", () => {
  const texts = fc.stringMatching(
    /^-?[0-9]{4}-[01][0-9]-[0-3][0-9][T ][0-2][0-9]:[0-5][0-9](:[0-6][0-9](\.[0-9]{1,5})?)?(Z|[+-][01][0-9](:[0-9]{2})?)?$/,
  );
  it("with a time of day is read as one instant in every time zone where it has an offset, and never throws", () => {
    fc.assert(
      fc.property(zones, texts, (zone, text) => {
        const moment = parseClockTime(inEdtf(text), zone);
        if (!moment) return;
        const isSaid = /(Z|[+-]\d\d(:\d\d)?)$/.test(text.slice(11));
        if (isSaid) expect(moment.instant).toBe(parseClockTime(inEdtf(text), "UTC")?.instant);
        else if (moment.shown !== "never")
          expect(printDay(moment.day)).toBe(/^-?\d+-\d\d-\d\d/.exec(text)?.[0]);
        expect(moment.hasSeconds).toBe(/:\d\d:\d\d/.test(text));
      }),
      { numRuns: 2000 },
    );
  });
});
