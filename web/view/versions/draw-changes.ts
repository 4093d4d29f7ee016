// The difference between two versions over a map, as SVG: a mark for what differs, a way from where it was, outlines that
// are no points. What stands still while the map moves is drawn around 0, 0.
import type { Geometry } from "geojson";
import { linesOf } from "#model/space/geometry.ts";
import { linesInSight } from "#web/view/drawing/in-sight.ts";
import type { Pixel, Projection } from "#web/view/drawing/projection.ts";
import { element, escapeXml, pathThrough } from "#web/view/drawing/svg.ts";
import { inWorld, worldsOfMarks } from "#web/view/drawing/worlds.ts";
import { changeMark } from "./change-shapes.ts";
import { type SpotMark, spotsOf } from "./change-spots.ts";
import type { Change } from "./changed-records.ts";

export type DrawnMark = {
  readonly key: string;
  /** The keys of the changes that it stands for. */
  readonly changes: readonly string[];
  readonly at: Pixel;
  readonly svg: string;
};

export type DrawnChanges = {
  /** Below the marks: ways, outlines, and where exactly things are. */
  readonly ground: string;
  readonly marks: readonly DrawnMark[];
};

/** `told`: what a mark says to a pointer. */
export function drawChanges(
  changes: readonly Change[],
  projection: Projection,
  told: (mark: SpotMark) => string,
): DrawnChanges {
  const spots = spotsOf(changes, projection);
  const worlds = worldsOfMarks(projection.view).map((nth) => inWorld(projection, nth));
  const places = spots
    .filter(({ marks, places }) => marks.length > 1 || places.length > 1)
    .flatMap((spot) => spot.places)
    .map(([cx, cy]) => element("circle", { class: "change-place", cx, cy, r: 2.5 }));
  return {
    ground: [
      ...changes.flatMap((one) => outlinesOf(one, projection)),
      ...worlds.flatMap((world) => waysOf(changes, world)),
      ...places,
    ].join(""),
    marks: spots.flatMap(({ marks }) =>
      marks.map((mark) => ({
        key: mark.key,
        changes: mark.changes.map(({ key }) => key),
        at: mark.at,
        svg: markSvg(mark, told(mark)),
      })),
    ),
  };
}

function markSvg({ changes, kind }: SpotMark, told: string): string {
  const count = changes.length;
  return element(
    "g",
    { class: `change-mark change-${kind}` },
    element("title", {}, escapeXml(told)),
    element("circle", { class: "change-ring", r: 16 }),
    changeMark(kind),
    count > 1 ? badge(count) : "",
  );
}

/** How many changes a mark stands for, at its shoulder. */
function badge(count: number): string {
  const text = `${count}`;
  const width = 9 + 6.5 * text.length;
  return (
    element("rect", { class: "change-badge", x: 5, y: -17, width, height: 14, rx: 7 }) +
    element("text", { class: "change-count", x: 5 + width / 2, y: -6.2 }, text)
  );
}

/** From where things were to where they are, each way once; it ends before the mark. */
function waysOf(changes: readonly Change[], projection: Projection): string[] {
  const ways = new Map<string, string>();
  for (const { at, from, geometry, formerGeometry } of changes) {
    if (!at || !from || isDrawnAsOutline(geometry) || isDrawnAsOutline(formerGeometry)) continue;
    const key = `${from.join()} ${at.join()}`;
    const [start, end] = projection.toLine([from, at]);
    if (start && end && !ways.has(key)) ways.set(key, wayFrom(start, end, projection));
  }
  return [...ways.values()];
}

/** As long as the head of an arrow, and as far from the middle of a mark as its edge. */
const [HEAD, EDGE] = [9, 14];

function wayFrom(start: Pixel, end: Pixel, { view }: Projection): string {
  const d = linesInSight([[start, end]], view)
    .map((line) => pathThrough(line))
    .join("");
  const former = element("circle", { class: "change-former", cx: start[0], cy: start[1], r: 5 });
  if (d === "") return former;
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  const length = Math.hypot(dx, dy);
  const way = ["change-way-halo", "change-way"].map((name) => element("path", { class: name, d }));
  if (length < EDGE + 2 * HEAD) return way.join("") + former;
  const tip = (back: number, aside: number): Pixel => [
    end[0] - (dx * back - dy * aside) / length,
    end[1] - (dy * back + dx * aside) / length,
  ];
  const head = pathThrough([tip(EDGE, 0), tip(EDGE + HEAD, 4.5), tip(EDGE + HEAD, -4.5)], true);
  return [...way, element("path", { class: "change-head", d: head }), former].join("");
}

const isDrawnAsOutline = (geometry: Geometry | null): boolean =>
  geometry !== null && linesOf(geometry).length > 0;

/** The lines and edges of what is no point: as they are, and where they were others as they were. */
function outlinesOf({ formerGeometry, geometry, kind }: Change, projection: Projection): string[] {
  const outline = (of: Geometry | null, isFormer: boolean): string[] => {
    if (of === null || !isDrawnAsOutline(of)) return [];
    const lines = linesOf(of).flatMap((line) => projection.toLines(line));
    const d = linesInSight(lines, projection.view)
      .map((line) => pathThrough(line))
      .join("");
    const name = `change-shape change-${kind}${isFormer ? " is-former" : ""}`;
    return d === "" ? [] : [element("path", { class: name, d })];
  };
  return [...outline(formerGeometry, true), ...outline(geometry, kind === "removed")];
}
