import { describe, expect, it } from "vitest";
import { partsOfLines } from "#web/view/story/parts-of-lines.ts";

describe("a title", () => {
  it("is broken within no short word that has a hyphen", () => {
    expect(partsOfLines("Un seul, au-delà de la rocade – 2013-2016")).toEqual([
      { text: "Un seul, ", isWhole: false },
      { text: "au-delà", isWhole: true },
      { text: " de la rocade – 2013-2016", isWhole: false },
    ]);
  });

  it("is broken within one that is longer than a line may be", () => {
    const long = "Notre-Dame-de-Lorette-la-Grande";
    expect(partsOfLines(long)).toEqual([{ text: long, isWhole: false }]);
  });
});
