import { describe, expect, it } from "vitest";
import { coveredBy } from "#web/map/uncovered.ts";

/** A box from its corner and its size. */
const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const MAP = box(0, 0, 1000, 600);
const ROOM = 24;

describe("what of a map is covered", () => {
  it("is a strip along the side that each box over it takes the least of", () => {
    const menu = box(12, 12, 900, 44);
    const key = box(12, 250, 280, 340);
    const buttons = box(940, 12, 48, 230);
    expect(coveredBy(MAP, [menu, key, buttons], 0.4)).toEqual({
      top: 56 + ROOM,
      right: 60 + ROOM,
      bottom: ROOM,
      left: 292 + ROOM,
    });
  });

  it("is nothing by what is beside it, or small enough to see past", () => {
    const panel = box(1000, 0, 280, 600);
    const button = box(8, 540, 96, 44);
    expect(coveredBy(MAP, [panel, button], 0.4)).toEqual({
      top: ROOM,
      right: ROOM,
      bottom: ROOM,
      left: ROOM,
    });
  });

  it("is told in the map's own pixels, wherever it stands on the screen", () => {
    const map = box(500, 100, 500, 400);
    expect(coveredBy(map, [box(0, 90, 1000, 60)], 0.4).top).toBe(50 + ROOM);
  });

  it("leaves two fifths of the map, however much is over it", () => {
    const { bottom, top } = coveredBy(MAP, [box(0, 100, 1000, 500), box(0, 0, 1000, 60)], 0.4);
    expect(600 - top - bottom).toBeCloseTo(240, 6);
  });
});
