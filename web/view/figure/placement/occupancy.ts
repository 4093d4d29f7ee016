// What is taken on a map, in boxes: of marks, of words, and where furniture lies.
import type { Pixel } from "#web/view/drawing/projection.ts";

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The box around a point that is as far from it on every side. */
export function boxAround([x, y]: Pixel, half: number): Box {
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}

export function grow({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

/** The box moved so far that it lies within the frame; what is larger begins at its edge. */
export function withinFrame(
  { bottom, left, right, top }: Box,
  { height, width }: { readonly width: number; readonly height: number },
): Box {
  const x = Math.max(Math.min(0, width - right), -left);
  const y = Math.max(Math.min(0, height - bottom), -top);
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

/** What is taken on the sheet already. */
export class Occupancy {
  readonly frame: { readonly width: number; readonly height: number };
  readonly #boxes: Box[] = [];
  /** Those of them in which words stand. */
  readonly #words: Box[] = [];
  readonly #avoided: readonly Box[];
  readonly #covered: readonly Box[];

  /** `avoided`: what may be covered only when there is no other room. `covered`: where furniture lies on the sheet. */
  constructor(
    frame: Occupancy["frame"],
    boxes: readonly Box[],
    avoided: readonly Box[] = [],
    covered: readonly Box[] = [],
  ) {
    this.frame = frame;
    this.#boxes.push(...boxes);
    this.#avoided = avoided;
    this.#covered = covered;
  }

  /** Whether it is seen: within the frame, and under no furniture. */
  isInFrame(box: Box): boolean {
    const { bottom, left, right, top } = box;
    const isWithin =
      left >= 0 && top >= 0 && right <= this.frame.width && bottom <= this.frame.height;
    return isWithin && !this.#covered.some((other) => overlap(other, box));
  }

  /** True when the box lies within the frame and touches nothing. */
  hasRoomFor(box: Box): boolean {
    return this.isInFrame(box) && !this.#boxes.some((other) => overlap(other, box));
  }

  /** How much the box covers: of words, which then cannot be read, and of all things. */
  coveredBy(box: Box): { readonly words: number; readonly things: number } {
    const under = (boxes: readonly Box[]) => boxes.filter((other) => overlap(other, box)).length;
    return { words: under(this.#words), things: under(this.#boxes) };
  }

  avoids(box: Box): boolean {
    return !this.#avoided.some((other) => overlap(other, box));
  }

  take(...boxes: readonly Box[]): void {
    this.#boxes.push(...boxes);
  }

  /** The same of words. */
  takeWords(box: Box): void {
    this.take(box);
    this.#words.push(box);
  }
}
