import fc from "fast-check";
import { expect, test } from "vitest";
import { publicGeometry } from "#import/records/public-geometry.ts";
import { coordinateDecimals } from "#model/space/coordinate-decimals.ts";

test("an exact position is the same where it has no more digits than its precision bears, and else rounded, the half away from nought", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(null, 1, 10, 200, 5000),
      fc.integer({ min: -179, max: 179 }),
      fc.nat(9_999_999),
      fc.constantFrom("", "5", "4999", "9"),
      (precisionM, whole, part, more) => {
        const decimals = coordinateDecimals(precisionM);
        const sign = whole < 0 ? "-" : "";
        const fraction = `${part}`.padStart(decimals, "0").slice(0, decimals);
        const digits = `${Math.abs(whole)}${fraction}`;
        const inDegrees = (one: bigint) => {
          const text = `${one}`.padStart(decimals + 1, "0");
          const point = text.length - decimals;
          return Number(`${sign}${text.slice(0, point)}.${text.slice(point)}`) + 0;
        };
        const isUp = more === "5" || more === "9";
        const degrees = Number(`${sign}${Math.abs(whole)}.${fraction}${more}`);
        const point = { type: "Point" as const, coordinates: [degrees, 0] };
        expect(publicGeometry(point, "exact", precisionM)).toEqual({
          type: "Point",
          coordinates: [inDegrees(BigInt(digits) + (isUp ? 1n : 0n)), 0],
        });
      },
    ),
  );
});
