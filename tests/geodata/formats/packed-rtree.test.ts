// The index of FlatGeobuf files, read by the deserializer of the package that defines the format.
import fc from "fast-check";
import { streamSearch } from "flatgeobuf/lib/mjs/packedrtree.js";
import { describe, expect, it, vi } from "vitest";
import {
  FeatureBoxes,
  hilbertDistance,
  hilbertOrder,
  NODE_SIZE,
  packedTree,
} from "#formats/flatgeobuf/packed-rtree.ts";

const side = fc.integer({ min: -1000, max: 1000 });
const boxArbitrary = fc.record({ x: side, y: side, width: fc.nat(50), height: fc.nat(50) });

async function found(boxes: FeatureBoxes, rect: [number, number, number, number]) {
  const order = await hilbertOrder(boxes);
  const tree = await packedTree(boxes, order);
  const [minX, minY, maxX, maxY] = rect;
  const indexes: number[] = [];
  const read = async (start: number, length: number) =>
    tree.slice(start, start + length).buffer as ArrayBuffer;
  for await (const [offset, rank] of streamSearch(
    boxes.count,
    NODE_SIZE,
    { minX, minY, maxX, maxY },
    read,
  )) {
    const before = order.slice(0, rank).reduce((sum, index) => sum + boxes.length(index), 0);
    expect(offset).toBe(before);
    indexes.push(order[rank] ?? -1);
  }
  return indexes.sort((a, b) => a - b);
}

describe("the packed R-tree", () => {
  vi.spyOn(console, "debug").mockImplementation(() => {});

  it("finds what meets a box, of any number of features, some without a position", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(boxArbitrary, { freq: 8 }), {
          minLength: 1,
          maxLength: 700,
          size: "max",
        }),
        boxArbitrary,
        async (features, asked) => {
          const boxes = new FeatureBoxes();
          features.forEach((one, index) => {
            if (one) boxes.add(index + 8, one.x, one.y, one.x + one.width, one.y + one.height);
            else boxes.add(index + 8);
          });
          const { x, y, width, height } = asked;
          const meets = features.flatMap((one, index) => {
            const isApart =
              !one ||
              one.x > x + width ||
              one.y > y + height ||
              one.x + one.width < x ||
              one.y + one.height < y;
            return isApart ? [] : [index];
          });
          expect(await found(boxes, [x, y, x + width, y + height])).toEqual(meets);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("lets other work have its turn while it orders and writes many features", async () => {
    const boxes = new FeatureBoxes();
    const COUNT = 200_000;
    // Positions that are spread over the square, and come again so that distances are equal.
    for (let index = 0; index < COUNT; index++) {
      const [x, y] = [(index * 7919) % 1009, (index * 104_729) % 997];
      boxes.add(8, x, y, x, y);
    }
    const turnsDuring = async <T>(work: () => T | Promise<T>): Promise<[T, number]> => {
      let [turns, isDone] = [0, false];
      const count = () => {
        turns += 1;
        if (!isDone) setImmediate(count);
      };
      setImmediate(count);
      const result = await work();
      isDone = true;
      return [result, turns];
    };
    const [order, turnsOfOrder] = await turnsDuring(() => hilbertOrder(boxes));
    expect(turnsOfOrder).toBeGreaterThan(20);
    const [, turnsOfTree] = await turnsDuring(() => packedTree(boxes, order));
    expect(turnsOfTree).toBeGreaterThan(10);

    const cell = (value: number, most: number) =>
      Math.min(2 ** 16 - 1, Math.floor((2 ** 16 * value) / most));
    const distances = Array.from({ length: COUNT }, (_, index) => {
      const [x, y] = boxes.box(index);
      return hilbertDistance(cell(x, 1008), cell(y, 996));
    });
    const byDistance = Array.from({ length: COUNT }, (_, index) => index).sort(
      (a, b) => (distances[a] ?? 0) - (distances[b] ?? 0) || a - b,
    );
    expect(
      Buffer.compare(Buffer.from(order.buffer), Buffer.from(Uint32Array.from(byDistance).buffer)),
    ).toBe(0);
  });

  it("runs along the Hilbert curve: each step leads to a neighbour", () => {
    const cells = Array.from({ length: 64 }, (_, index) => [index % 8, Math.floor(index / 8)]);
    const along = cells
      .map(([x = 0, y = 0]) => ({ x, y, distance: hilbertDistance(x, y) }))
      .sort((a, b) => a.distance - b.distance);
    for (const [index, cell] of along.slice(1).entries()) {
      const before = along[index] ?? cell;
      expect(cell.distance - before.distance).toBe(1);
      expect(Math.abs(cell.x - before.x) + Math.abs(cell.y - before.y)).toBe(1);
    }
  });
});
