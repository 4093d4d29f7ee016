// The spatial index of a FlatGeobuf file: an R-tree packed by the Hilbert curve, whose nodes stand in the file from the
// root down to the leaves, sixteen to a parent (https://github.com/flatgeobuf/flatgeobuf, "Packed R-tree").
import { generateLevelBounds, NODE_ITEM_BYTE_LEN } from "flatgeobuf/lib/mjs/packedrtree.js";

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
  envelope(): Box | undefined {
    const all = emptyBox();
    for (let index = 0; index < this.count; index++) widen(all, this.box(index));
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

/** The features as the file has them: along the Hilbert curve, those without a position first. */
export function hilbertOrder(boxes: FeatureBoxes): Uint32Array {
  const [minX, minY, maxX, maxY] = boxes.envelope() ?? [0, 0, 0, 0];
  const cell = (value: number, from: number, to: number) =>
    to > from ? Math.min(CELLS - 1, Math.floor((CELLS * (value - from)) / (to - from))) : 0;
  // Numbers of 64 bits, distance above and index below, are sorted natively, and equal distances by index.
  const keys = new BigUint64Array(boxes.count);
  const words = new DataView(keys.buffer);
  for (let index = 0; index < boxes.count; index++) {
    const [west, south, east, north] = boxes.box(index);
    const distance = Number.isNaN(west)
      ? 0
      : hilbertDistance(cell((west + east) / 2, minX, maxX), cell((south + north) / 2, minY, maxY));
    words.setUint32(index * 8 + HIGH_WORD, distance, IS_LITTLE_ENDIAN);
    words.setUint32(index * 8 + LOW_WORD, index, IS_LITTLE_ENDIAN);
  }
  keys.sort();
  const order = new Uint32Array(boxes.count);
  for (let rank = 0; rank < order.length; rank++)
    order[rank] = words.getUint32(rank * 8 + LOW_WORD, IS_LITTLE_ENDIAN);
  return order;
}

const IS_LITTLE_ENDIAN = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
const [LOW_WORD, HIGH_WORD] = IS_LITTLE_ENDIAN ? [0, 4] : [4, 0];

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

/** The bytes of the index over the features in this order; of one feature or more. */
export function packedTree(boxes: FeatureBoxes, order: Uint32Array): Uint8Array {
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
  order.forEach((index, rank) => {
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
    for (let first = below[0], parent = start; first < below[1]; first += NODE_SIZE, parent++) {
      const box = emptyBox();
      for (let child = first; child < Math.min(first + NODE_SIZE, below[1]); child++) {
        const at = child * NODE_ITEM_BYTE_LEN;
        const side = (index: number) => view.getFloat64(at + index * 8, true);
        widen(box, [side(0), side(1), side(2), side(3)]);
      }
      write(parent, box, first);
    }
  }
  return bytes;
}
