// What of the map is in sight: the rest lies under the menu, the key, the buttons, or a panel that is over it.

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
  ".masthead, .map-controls, .legend, .chips, .notice, .credit, .side-panel, .opening, .story";
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
