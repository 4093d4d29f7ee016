// What an animation shows of a window, day by day.
import { describe, expect, it } from "vitest";
import { addDays } from "#model/time/day.ts";
import { createDataset } from "#tests/support/records/dataset.ts";
import { day } from "#tests/support/records/records.ts";
import { readPictureAddress } from "#web/view/address/picture-address.ts";
import { momentsOn } from "#web/view/figure-of-address.ts";

const dataset = createDataset({});

function windowsOn(query: string, days: readonly ReturnType<typeof day>[]) {
  const read = readPictureAddress(new URL(`https://rocade.example.org/snapshot.svg?${query}`), []);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return momentsOn(dataset, read.value, "en", days).map(({ days: shown }) => shown);
}

describe("the pictures of an animation", () => {
  it("show windows of the length that was asked for, also after one that the period cut off", () => {
    const { firstDay } = dataset.meta;
    const later = day("2015-06-30");
    expect(windowsOn("time=2014-03-01/2014-03-31", [firstDay, later])).toEqual([
      { from: firstDay, until: addDays(firstDay, 1) },
      { from: day("2015-05-31"), until: day("2015-07-01") },
    ]);
  });

  it("show single days where no window was asked for", () => {
    const days = [day("2014-05-27"), day("2016-09-05")];
    expect(windowsOn("date=2014-01-01", days)).toEqual(
      days.map((one) => ({ from: one, until: addDays(one, 1) })),
    );
  });
});
