// What of the map is in sight: the rest lies under its buttons, the key, or a panel or bar that is over it.

export type Covered = {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
};

/** A box on the screen, in CSS pixels. */
export type Box = Covered;

/** What may lie over a map. */
const OVER =
  ".map-controls, .key-button, .key-sheet, .chips, .notice, .embed-open, .side-panel, .time-bar, .opening, .story";
/** What leaves room beside it, but hides a name. */
const SMALL = ".map-date, .maplibregl-ctrl-scale";

/** Room between what is shown and the edge of what is seen, in CSS pixels: marks have a size, and names. */
const ROOM = 24;
/** What takes up less of a side of the map leaves room enough beside it. */
const SMALLEST_SHARE = 1 / 3;

/**
 * How far in from each of its sides the map is covered, in pixels, room for what is at the edge included. `leastLeft`: the share
 * of its height and of its width that is taken for uncovered however much is over it.
 */
export function coveredOf(map: HTMLElement, leastLeft: number): Covered {
  const boxes = boxesOf(document, OVER);
  // Maps side by side show the same: what is over one of them is over that part of both.
  const maps = [map, ...(map.closest(".maps")?.querySelectorAll(".map") ?? [])];
  const covered = maps.map((one) => coveredBy(one.getBoundingClientRect(), boxes, leastLeft));
  const most = (side: keyof Covered) => Math.max(...covered.map((one) => one[side]));
  return { top: most("top"), right: most("right"), bottom: most("bottom"), left: most("left") };
}

const boxesOf = (root: ParentNode, selector: string): readonly Box[] =>
  [...root.querySelectorAll(selector)].map((one) => one.getBoundingClientRect());

/** Where something lies over the map, in its own pixels. */
export function boxesOver(map: HTMLElement): Box[] {
  const { left: x, top: y, right: farthest, bottom: lowest } = map.getBoundingClientRect();
  return [...boxesOf(document, OVER), ...boxesOf(map.parentElement ?? map, SMALL)]
    .filter(
      ({ left, top, right, bottom }) => left < farthest && right > x && top < lowest && bottom > y,
    )
    .map(({ left, top, right, bottom }) => ({
      left: left - x,
      top: top - y,
      right: right - x,
      bottom: bottom - y,
    }));
}

/** Comes once what lies over the map has its place: a sheet that is on its way up covers less than it will. */
export async function restOfCovers(): Promise<void> {
  const moves = () =>
    [...document.querySelectorAll(OVER)]
      .flatMap((one) => one.getAnimations())
      .filter((one) => one instanceof CSSTransition);
  for (let moving = moves(); moving.length > 0; moving = moves())
    await Promise.allSettled(moving.map(({ finished }) => finished));
}

/** The same of boxes on the screen: each takes away the side of the map that is the narrowest strip with all of it. */
export function coveredBy(map: Box, boxes: readonly Box[], leastLeft: number): Covered {
  const [width, height] = [map.right - map.left, map.bottom - map.top];
  const covered = { top: 0, right: 0, bottom: 0, left: 0 };
  for (const box of boxes) {
    const [left, right] = [Math.max(box.left, map.left), Math.min(box.right, map.right)];
    const [top, bottom] = [Math.max(box.top, map.top), Math.min(box.bottom, map.bottom)];
    if (right <= left || bottom <= top) continue;
    const strips = [
      { side: "top", depth: bottom - map.top, along: (right - left) / width },
      { side: "bottom", depth: map.bottom - top, along: (right - left) / width },
      { side: "left", depth: right - map.left, along: (bottom - top) / height },
      { side: "right", depth: map.right - left, along: (bottom - top) / height },
    ] as const;
    const areaOf = ({ depth, side }: (typeof strips)[number]) =>
      depth * (side === "top" || side === "bottom" ? width : height);
    const [best] = [...strips].sort((a, b) => areaOf(a) - areaOf(b));
    if (best && best.along >= SMALLEST_SHARE)
      covered[best.side] = Math.max(covered[best.side], best.depth);
  }
  const across = shrunk(covered.left + ROOM, covered.right + ROOM, width * (1 - leastLeft));
  const along = shrunk(covered.top + ROOM, covered.bottom + ROOM, height * (1 - leastLeft));
  return { left: across[0], right: across[1], top: along[0], bottom: along[1] };
}

/** The two so that they are together no more than that. */
function shrunk(one: number, other: number, most: number): readonly [number, number] {
  const factor = Math.min(1, most / (one + other));
  return [one * factor, other * factor];
}

export type Size = { readonly width: number; readonly height: number };
type Point = readonly [x: number, y: number];

/** How far a point is out of what is in sight, in pixels: right and down; 0 where it is in it. */
export function outOfSight(
  [x, y]: Point,
  { height, width }: Size,
  { bottom, left, right, top }: Covered,
): Point {
  return [x - held(x, left, width - right), y - held(y, top, height - bottom)];
}

const held = (at: number, from: number, to: number) => Math.min(Math.max(at, from), to);

/** What lies over a map in small pieces is a few: past each of them a point moves once. */
const MAX_STEPS = 6;

/**
 * How far a map has to be moved for a point to be in sight, in pixels: right and down. It lies then within what is in sight,
 * and clear of each of the boxes over the map, of those too that leave room beside them.
 */
export function wayIntoSight(
  point: Point,
  size: Size,
  covered: Covered,
  boxes: readonly Box[],
): Point {
  const back = (at: Point): Point => {
    const [right, down] = outOfSight(at, size, covered);
    return [at[0] - right, at[1] - down];
  };
  const around = boxes.map(({ bottom, left, right, top }) => ({
    bottom: bottom + ROOM,
    left: left - ROOM,
    right: right + ROOM,
    top: top - ROOM,
  }));
  const over = ([x, y]: Point) =>
    around.find((box) => x > box.left && x < box.right && y > box.top && y < box.bottom);
  let at = back(point);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const box = over(at);
    if (!box) break;
    const [x, y] = at;
    const beside: readonly Point[] = [
      [box.left, y],
      [box.right, y],
      [x, box.top],
      [x, box.bottom],
    ];
    const far = ([toX, toY]: Point) =>
      Math.abs(toX - x) + Math.abs(toY - y) + (over([toX, toY]) ? size.width + size.height : 0);
    const [nearest] = beside
      .filter((one) => !outOfSight(one, size, covered).some(Boolean))
      .sort((a, b) => far(a) - far(b));
    if (!nearest) break;
    at = nearest;
  }
  return [point[0] - at[0], point[1] - at[1]];
}
