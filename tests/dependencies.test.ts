import { expect, it } from "vitest";
import { billOfMaterials, isAllowed, licenceOf } from "./dependencies.mjs";

// npm reads the whole tree, which takes its time beside others at work.
it("every package that ships has a licence that we allow", { timeout: 60_000 }, () => {
  const { components } = billOfMaterials();
  expect(components.length).toBeGreaterThan(50);
  const refused = components.filter((component) => !isAllowed(licenceOf(component)));
  expect(refused.map((component) => `${component.name}: ${licenceOf(component)}`)).toEqual([]);
});

it("a licence is allowed when some choice in it is met by allowed ones alone", () => {
  const allowed = ["MIT", "(MIT OR GPL-3.0-only)", "MIT AND OFL-1.1", "EPL-1.0 OR (ISC AND Zlib)"];
  const refused = [
    "GPL-3.0-only",
    "MIT AND GPL-2.0-only",
    "(MIT OR ISC) AND SSPL-1.0",
    "",
    undefined,
  ];
  expect(allowed.filter((expression) => !isAllowed(expression))).toEqual([]);
  expect(refused.filter(isAllowed)).toEqual([]);
});
