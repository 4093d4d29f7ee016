import { describe, expect, it } from "vitest";
import { readPictureAddress } from "#web/view/address/picture-address.ts";

const read = (query: string) =>
  readPictureAddress(new URL(`https://rocade.example.org/snapshot.svg?${query}`), []);

describe("the days of a picture", () => {
  it.each([
    ["2014-13-27,2016-09-05", '"2014-13-27"'],
    ["2014-02-30", '"2014-02-30"'],
    ["2014-5-27,2015-05-27,May 2016", '"2014-5-27", "May 2016"'],
    ["2014-05-27,", '""'],
    [Array.from({ length: 13 }, () => "2014-05-27").join(","), "13 of them"],
  ])("%s are told which of them is none, and how a day is written", (dates, got) => {
    expect(read(`dates=${dates}`)).toEqual({
      ok: false,
      problems: [
        {
          name: "dates",
          got,
          allowed:
            "phases, compare, or 1 to 12 days separated by commas, each a day of the calendar written YYYY-MM-DD",
        },
      ],
    });
  });
});

describe("a parameter that another one forbids", () => {
  it.each([
    ["dpi=300", "dpi", "a value only with paper"],
    ["paper=a4&width=800", "width", "no value with paper"],
    ["dates=2014-05-27&layout=single", "dates", "no value with layout=single"],
    ["dates=2014-05-27&time=2014-05-27/2014-06-27", "dates", "no value with time"],
  ])("%s says so in a sentence", (query, name, allowed) => {
    expect(read(query)).toMatchObject({ ok: false, problems: [{ name, allowed }] });
  });
});
