// The box that the import names: where what it read lies.
import { describe, expect, it } from "vitest";
import { boxInWords, Surround } from "#import/read/surround.ts";

const boxOf = (...positions: [number, number][]) => {
  const around = new Surround();
  for (const position of positions) around.add(position);
  return around.box;
};

describe("the box around positions", () => {
  it("is none without any, and a point of one", () => {
    expect(boxOf()).toBeNull();
    expect(boxOf([1.5, 50])).toEqual({ west: 1.5, south: 50, east: 1.5, north: 50 });
  });

  it("goes over the antimeridian where that is the shorter way", () => {
    expect(boxOf([179, 1], [-178, 2])).toMatchObject({ west: 179, east: -178 });
    expect(boxOf([-2.1, 51], [3.2, 50.1])).toMatchObject({ west: -2.1, east: 3.2 });
  });

  it("is said with the sides of the world that its numbers mean", () => {
    const box = { west: -2.1, south: 50.1, east: 3.2, north: 51 };
    expect(boxInWords(box)).toBe("from 2.1° W to 3.2° E, from 50.1° N to 51° N");
    const point = { west: 0, south: -1.5, east: 0, north: -1.5 };
    expect(boxInWords(point)).toBe("at 0°, at 1.5° S");
  });
});
