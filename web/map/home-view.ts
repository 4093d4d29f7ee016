// Where the map looks: at first at the home view of the dataset, fitted to what of the map is in sight.
import type { Position } from "geojson";
import type { Map as GlMap, MapOptions } from "maplibre-gl";
import { type Bbox, eastOf } from "#model/space/bbox.ts";
import { type Covered, coveredOf } from "./uncovered.ts";

/** Of its height and width, what a map keeps for its home view, and for a record that is brought into sight. */
const LEFT_TO_HOME = 0.4;
const LEFT_TO_RECORD = 0.1;

type Corners = [[number, number], [number, number]];

const cornersOf = (box: Bbox): Corners => [
  [box.west, box.south],
  [eastOf(box), box.north],
];

/** What a map begins with that looks at the home view. */
export const startAt = (home: Bbox, container: HTMLElement): Partial<MapOptions> => ({
  bounds: cornersOf(home),
  fitBoundsOptions: { padding: coveredOf(container, LEFT_TO_HOME) },
});

/** Shows the home view; the moves that it makes carry `isHome`. */
export function goHome(map: GlMap, home: Bbox, animate: boolean): void {
  const padding = coveredOf(map.getContainer(), LEFT_TO_HOME);
  map.fitBounds(cornersOf(home), { animate, padding }, { isHome: true });
}

/** Shows all of a box, no closer than now, where not all of it is in sight; true when it was not. */
export function showBox(map: GlMap, box: Bbox, animate: boolean): boolean {
  const padding = coveredOf(map.getContainer(), LEFT_TO_HOME);
  const isSeen = cornersOf(box).every((corner) => !outOfSight(map, corner, padding).some(Boolean));
  if (!isSeen) map.fitBounds(cornersOf(box), { animate, padding, maxZoom: map.getZoom() });
  return !isSeen;
}

/** Longest way of the camera from one step of the story to the next, in milliseconds. */
const LOOK_MS = 600;

/** Shows all of a box in what is in sight, as near as that goes and no nearer than the zoom. */
export function lookAt(map: GlMap, box: Bbox, maxZoom: number, animate: boolean): void {
  const padding = coveredOf(map.getContainer(), LEFT_TO_HOME);
  map.fitBounds(cornersOf(box), { animate, duration: LOOK_MS, maxZoom, padding });
}

/** Brings a position into sight, without a change of scale, where it is out of it; true when it was. */
export function bringIntoSight(
  map: GlMap,
  [lng = 0, lat = 0]: Position,
  animate: boolean,
): boolean {
  // Where it is nearest: the world goes on to both sides.
  const worlds = Math.round((map.getCenter().lng - lng) / 360);
  const covered = coveredOf(map.getContainer(), LEFT_TO_RECORD);
  const by = outOfSight(map, [lng + 360 * worlds, lat], covered);
  const isSeen = !by.some(Boolean);
  // No farther than it has to: the reader finds the rest where it was.
  if (!isSeen) map.panBy(by, { animate });
  return !isSeen;
}

/** How far a position is out of what is in sight, in pixels: right and down; 0 where it is in it. */
function outOfSight(
  map: GlMap,
  position: [number, number],
  { bottom, left, right, top }: Covered,
): [number, number] {
  const { clientHeight, clientWidth } = map.getContainer();
  const { x, y } = map.project(position);
  return [beyond(x, left, clientWidth - right), beyond(y, top, clientHeight - bottom)];
}

/** How far a place along a line is before the first end (negative) or after the other; 0 between them. */
const beyond = (at: number, from: number, to: number): number =>
  Math.min(at - from, 0) + Math.max(at - to, 0);
