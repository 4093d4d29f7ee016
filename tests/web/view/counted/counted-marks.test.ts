import { describe, expect, it } from "vitest";
import type { Count } from "#model/record/claim.ts";
import { createDataset } from "#tests/support/records/dataset.ts";
import { day } from "#tests/support/records/records.ts";
import { countedMarks } from "#web/view/counted/counted-marks.ts";
import { countedScales } from "#web/view/counted/counted-scales.ts";

const { meta } = createDataset({});

function count(id: string, on: string, changes: Partial<Count>): Count {
  return {
    ...{ id, placeId: "mill", edtf: on, earliest: day(on), latest: day(on) },
    ...{ low: null, best: null, high: null, measure: "present", countedBy: { en: "Somebody" } },
    ...{ countedByKind: "state", method: "", qualityNote: null, sourceIds: [] },
    ...changes,
  };
}

const counts = [
  count("range", "2015-06-01", { low: 100, high: 300, countedByKind: "ngo" }),
  count("least", "2015-01-01", { low: 50, countedByKind: "press" }),
  count("plain", "2016-02-01", { best: 1234 }),
  count("part", "2016-02-01", { best: 7, measure: "minors" }),
  count("elsewhere", "2016-02-01", { best: 7, placeId: "harbour" }),
];
const marks = countedMarks(meta, counts, "mill");

describe("figures as marks", () => {
  it("are those of people at the whole of the place, in order of time", () => {
    expect(marks.map((mark) => mark.count.id)).toEqual(["least", "range", "plain"]);
  });

  it("keep a range, and what is only the least", () => {
    expect(marks.map(({ isAtLeast, range, value }) => [value, isAtLeast, range])).toEqual([
      [50, true, null],
      [300, false, { low: 100, high: 300 }],
      [1234, false, null],
    ]);
  });

  it("tell the kinds of counter apart by shape", () => {
    const looks = marks.map(({ look }) => `${look.shape} ${look.isFilled}`);
    expect(new Set(looks).size).toBe(3);
  });

  it("stand on scales from nothing up, within the days of the figures", () => {
    const box = { left: 40, right: 340, top: 10, bottom: 200 };
    const { people, x, y, years } = countedScales(marks, box, "en");
    expect(people[0]).toEqual({ at: 200, value: 0 });
    expect(people.at(-1)?.value).toBeGreaterThanOrEqual(1234);
    for (const mark of marks) {
      expect(x(mark.first)).toBeGreaterThan(box.left);
      expect(x(mark.last)).toBeLessThan(box.right);
      expect(y(mark.value)).toBeGreaterThanOrEqual(box.top);
    }
    expect(years.map(({ label }) => label)).toContain("2016");
    expect(years.length).toBeLessThanOrEqual(8);
  });

  it("of a few days or of many centuries have scales too", () => {
    for (const on of ["2015-06-02", "-0700-01-01"]) {
      const far = countedMarks(
        meta,
        [counts[0], { ...count("other", "2015-06-01", { best: 0 }), earliest: day(on) }].flatMap(
          (one) => one ?? [],
        ),
        "mill",
      );
      const scales = countedScales(far, { left: 0, right: 300, top: 0, bottom: 100 }, "fr");
      expect(scales.years.length).toBeLessThanOrEqual(9);
    }
  });
});
