import { expect, it } from "vitest";
import { publishedBetween } from "#web/panels/versions/use-difference.ts";

const versions = ["4", "3", "2", "1"].map((label) => ({ label, note: null, reason: null }));

it.each([
  ["1", "4", ["4", "3", "2"]],
  ["4", "1", ["4", "3", "2"]],
  ["2", "3", ["3"]],
  ["3", "3", []],
  ["1", "gone", []],
])("from %s to %s it is what came after the earlier of the two", (from, to, told) => {
  expect(publishedBetween({ from, to }, versions).map(({ label }) => label)).toEqual(told);
});
