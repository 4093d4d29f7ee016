import { describe, expect, it } from "vitest";
import { unknownParameter } from "#model/unknown-parameter.ts";

const KNOWN = ["date", "time", "dates", "kinds", "sourceKinds", "title", "v", "q", "bbox"];

describe("a parameter that nobody reads", () => {
  it.each([
    ["dat", "date"],
    ["Date", "date"],
    ["tilte", "title"],
    ["titel", "title"],
    ["source-kinds", "sourceKinds"],
    ["source_kind", "sourceKinds"],
    ["kind", "kinds"],
    ["box", "bbox"],
  ])("%s is told that %s may be meant, before all the others", (written, meant) => {
    const { allowed, ...rest } = unknownParameter(written, KNOWN);
    expect(rest).toEqual({ name: written, got: "a parameter that is not known" });
    const others = KNOWN.filter((name) => name !== meant);
    expect(allowed).toBe(`${meant} (did you mean that?), ${others.join(", ")}`);
  });

  it.each(["x", "p", "from", "colour", "__proto__", "t".repeat(5000)])(
    "%s is like none, and is told them all",
    (written) => {
      expect(unknownParameter(written, KNOWN).allowed).toBe(KNOWN.join(", "));
    },
  );
});
