// The spatial index of a FlatGeobuf file: an R-tree packed by the Hilbert curve, whose nodes stand in the file from the
// root down to the leaves, sixteen to a parent (https://github.com/flatgeobuf/flatgeobuf, "Packed R-tree").
import { generateLevelBounds, NODE_ITEM_BYTE_LEN } from "flatgeobuf/lib/mjs/packedrtree.js";
import { inSlices, sortedIndexes } from "./sliced-work.ts";

export const NODE_SIZE = 16;

/** A side of the square that the curve fills, in cells. */
const CELLS = 2 ** 16;

/** Boxes and lengths of features in the order in which they came. Of a feature without a position all sides are NaN. */
export class FeatureBoxes {
  readonly #sides: number[] = [];
  readonly #lengths: number[] = [];

  get count(): number {
    return this.#lengths.length;
  }

  /** `byteLength`: of the feature in the file, with the four bytes that tell its size. */
  add(
    byteLength: number,
    minX = Number.NaN,
    minY = Number.NaN,
    maxX = Number.NaN,
    maxY = Number.NaN,
  ): void {
    this.#sides.push(minX, minY, maxX, maxY);
    this.#lengths.push(byteLength);
  }

  length(index: number): number {
    return this.#lengths[index] ?? 0;
  }

  /** West, south, east, north. */
  box(index: number): Box {
    const at = index * 4;
    const [sides, side] = [this.#sides, (offset: number) => sides[at + offset] ?? Number.NaN];
    return [side(0), side(1), side(2), side(3)];
  }

  /** Around all that have a position; undefined where none has. */
  async envelope(): Promise<Box | undefined> {
    const all = emptyBox();
    await inSlices(0, this.count, (index) => widen(all, this.box(index)));
    return all[0] > all[2] ? undefined : all;
  }
}

type Box = [minX: number, minY: number, maxX: number, maxY: number];

const emptyBox = (): Box => [
  Number.POSITIVE_INFINITY,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

/** NaN widens nothing. */
function widen(box: Box, [minX, minY, maxX, maxY]: Box): void {
  if (minX < box[0]) box[0] = minX;
  if (minY < box[1]) box[1] = minY;
  if (maxX > box[2]) box[2] = maxX;
  if (maxY > box[3]) box[3] = maxY;
}

/**
 * The features as the file has them: along the Hilbert curve, those without a position first, equal distances in the
 * order in which they came. Gives way to other work after each slice.
 */
export async function hilbertOrder(boxes: FeatureBoxes): Promise<Uint32Array> {
  const [minX, minY, maxX, maxY] = (await boxes.envelope()) ?? [0, 0, 0, 0];
  const cell = (value: number, from: number, to: number) =>
    to > from ? Math.min(CELLS - 1, Math.floor((CELLS * (value - from)) / (to - from))) : 0;
  const distances = new Uint32Array(boxes.count);
  await inSlices(0, boxes.count, (index) => {
    const [west, south, east, north] = boxes.box(index);
    if (Number.isNaN(west)) return;
    const column = cell((west + east) / 2, minX, maxX);
    distances[index] = hilbertDistance(column, cell((south + north) / 2, minY, maxY));
  });
  return sortedIndexes(distances);
}

/** How far along the curve a cell lies (Hilbert 1891; the loop turns each quadrant as the curve enters it). */
export function hilbertDistance(column: number, row: number): number {
  let [x, y, distance] = [column, row, 0];
  for (let side = CELLS / 2; side >= 1; side /= 2) {
    const isRight = (x & side) > 0;
    const isUpper = (y & side) > 0;
    distance += side * side * ((isRight ? 3 : 0) ^ (isUpper ? 1 : 0));
    if (isUpper) continue;
    if (isRight) {
      x = CELLS - 1 - x;
      y = CELLS - 1 - y;
    }
    [x, y] = [y, x];
  }
  return distance;
}

/** The bytes of the index over the features in this order; of one feature or more. Gives way after each slice. */
export async function packedTree(boxes: FeatureBoxes, order: Uint32Array): Promise<Uint8Array> {
  const levels = generateLevelBounds(boxes.count, NODE_SIZE) as [start: number, end: number][];
  const [leaves = [0, 0]] = levels;
  const bytes = new Uint8Array(leaves[1] * NODE_ITEM_BYTE_LEN);
  const view = new DataView(bytes.buffer);
  const write = (node: number, box: Box, offset: number) => {
    const at = node * NODE_ITEM_BYTE_LEN;
    box.forEach((side, index) => {
      view.setFloat64(at + index * 8, side, true);
    });
    view.setBigUint64(at + 32, BigInt(offset), true);
  };
  let offset = 0;
  await inSlices(0, order.length, (rank) => {
    const index = order[rank] ?? 0;
    // No box meets one that is inside out: what has no position is found by reading all, and by no place.
    const box = emptyBox();
    widen(box, boxes.box(index));
    write(leaves[0] + rank, box, offset);
    offset += boxes.length(index);
  });
  for (const [below, [start]] of levels.slice(1).map((level, index) => [levels[index], level]) as [
    [number, number],
    [number, number],
  ][]) {
    await inSlices(0, Math.ceil((below[1] - below[0]) / NODE_SIZE), (nth) => {
      const first = below[0] + nth * NODE_SIZE;
      const box = emptyBox();
      for (let child = first; child < Math.min(first + NODE_SIZE, below[1]); child++) {
        const at = child * NODE_ITEM_BYTE_LEN;
        const side = (index: number) => view.getFloat64(at + index * 8, true);
        widen(box, [side(0), side(1), side(2), side(3)]);
      }
      write(start + nth, box, first);
    });
  }
  return bytes;
}
