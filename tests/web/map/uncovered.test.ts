import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coveredBy, wayIntoSight } from "#web/map/uncovered.ts";

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

describe("the way of a mark into sight", () => {
  const SIZE = { width: 1000, height: 600 };
  const CONTROLS = box(948, 12, 40, 200);
  const NOTICE = box(300, 540, 400, 44);
  const SHEET = box(16, 200, 416, 392);
  const covered = coveredBy(MAP, [CONTROLS, NOTICE, SHEET], 0.1);

  it("is none where it is in sight already", () => {
    expect(wayIntoSight([600, 300], SIZE, covered, [CONTROLS, NOTICE, SHEET])).toEqual([0, 0]);
  });

  it("is the shortest from under a button, though that leaves room enough beside it", () => {
    const button = box(884, 544, 104, 44);
    const small = coveredBy(MAP, [button], 0.1);
    expect(wayIntoSight([930, 560], SIZE, small, [button])).toEqual([0, 560 - (544 - ROOM)]);
  });

  it("ends clear of all that lies over the map, wherever the mark is", () => {
    const place = fc.tuple(
      fc.integer({ min: -400, max: 1400 }),
      fc.integer({ min: -300, max: 900 }),
    );
    fc.assert(
      fc.property(place, ([x, y]) => {
        const boxes = [CONTROLS, NOTICE, SHEET];
        const [right, down] = wayIntoSight([x, y], SIZE, covered, boxes);
        const at = [x - right, y - down] as const;
        const isClear = ({ bottom, left, right: end, top }: typeof CONTROLS) =>
          at[0] <= left - ROOM ||
          at[0] >= end + ROOM ||
          at[1] <= top - ROOM ||
          at[1] >= bottom + ROOM;
        expect(boxes.every(isClear), `${x},${y} → ${at}`).toBe(true);
        expect(at[0] >= ROOM && at[0] <= 1000 - ROOM && at[1] >= ROOM && at[1] <= 600 - ROOM).toBe(
          true,
        );
      }),
    );
  });
});
