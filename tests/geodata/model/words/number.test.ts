import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNumber } from "#model/words/number.ts";

describe("a number in a question", () => {
  it.each([
    ["0", 0],
    ["-12", -12],
    ["+3.5", 3.5],
    [".5", 0.5],
    ["5.", 5],
    ["1e6", 1e6],
    ["0e999", 0],
    ["2.3e-308", 2.3e-308],
    ["1.7e308", 1.7e308],
  ])("%s is read", (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });

  it.each([
    ...["1e400", "-1e400", "1e-400", "5e-324", "9".repeat(400)],
    ...["", " ", "1 2", "NaN", "Infinity", "0x10", "1_0", "1e", "--1", "1,5", "٣"],
  ])("%s is none", (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });

  it("comes back as it was written, wherever it can be held", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        fc.pre(number === 0 || Math.abs(number) >= 2.3e-308);
        expect(parseNumber(String(number))).toBe(number === 0 ? 0 : number);
      }),
    );
  });
});
