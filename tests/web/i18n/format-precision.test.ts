// How exact the outlines of a legend are, from what is drawn.
import { describe, expect, it } from "vitest";
import { formatPrecision } from "#web/i18n/format.ts";

describe("the precision of what is drawn", () => {
  it("is that of the things, from the finest to the coarsest", () => {
    expect(formatPrecision([250, 200, 220], "en")).toBe("± 200–250 m");
    expect(formatPrecision([50, 50], "fr")).toBe("± 50 m");
    expect(formatPrecision([], "en")).toBe("");
  });

  it("is that of the data wherever it is told, and never nothing", () => {
    expect(formatPrecision([6], "en")).toBe("± 6 m");
    expect(formatPrecision([15], "fr")).toBe("± 15 m");
    expect(formatPrecision([4, 20], "en")).toBe("± 4–20 m");
    expect(formatPrecision([0.3], "en")).toBe("± 1 m");
    expect(formatPrecision([1200], "en")).toBe("± 1.2 km");
  });
});
