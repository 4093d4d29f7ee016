// What a reader of a table is told that can be read is read.
import { describe, expect, it } from "vitest";
import { type DateReading, dateReader } from "#import/mapping/date/read-date.ts";
import { isFault } from "#import/mapping/fault.ts";
import { parseDegrees } from "#import/mapping/place/degrees.ts";
import { newTextsOf } from "#web/new/words/new-texts.ts";

const UNSAID: DateReading = { order: null, numbers: null, century: null, midnight: "time" };
const readDate = dateReader(UNSAID, ["en", "fr"]);

/** What stands between the words of the sentence, separated by commas with a space. */
const listedIn = (hint = ""): string[] =>
  hint
    .replace(/^[^0-9]*/, "")
    .split(/ and in |, et d’autres/)[0]
    ?.split(/, /)
    .filter(Boolean) ?? [];

describe.each(["en", "fr"] as const)("what is told in %s", (language) => {
  const { faults, hints } = newTextsOf(language);

  it("is told of faults that there are", () => {
    for (const kind of Object.keys(hints)) expect(Object.keys(faults)).toContain(kind);
  });

  it("of dates is read as dates", () => {
    const dates = listedIn(hints["not-a-date"]);
    expect(dates.length).toBeGreaterThan(6);
    for (const date of dates) expect(isFault(readDate(date)), date).toBe(false);
  });

  it("of degrees is read as degrees", () => {
    const degrees = listedIn(hints["not-a-position"]).filter((one) => /^50/.test(one));
    expect(degrees.length).toBeGreaterThan(2);
    for (const one of degrees) expect(parseDegrees(one, "lat")?.value, one).toBe(50.96);
  });
});
