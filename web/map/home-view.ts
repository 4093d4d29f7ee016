// Where the map looks: at first at the home view of the dataset, fitted to what of the map is in sight.
import type { Position } from "geojson";
import type { Map as GlMap } from "maplibre-gl";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { type Bbox, eastOf } from "#model/space/bbox.ts";
import { destination } from "#model/space/geometry.ts";
import { positionsOfPoints } from "#model/space/points.ts";
import type { MapCommand } from "#web/state/view-slice.ts";
import type { Camera } from "#web/view/question/camera.ts";
import type { Scene } from "#web/view/scene/scene.ts";
import type { StartOfMap } from "./ground-map.ts";
import { boxesOver, coveredOf, outOfSight, wayIntoSight } from "./uncovered.ts";

/** Of its height and width, what a map keeps for its home view, and for a record that is brought into sight. */
const LEFT_TO_HOME = 0.4;
const LEFT_TO_RECORD = 0.1;

/** South-west and north-east, the longitudes counted on where the box crosses the antimeridian. */
type Corners = [[number, number], [number, number]];

const cornersOf = (box: Bbox): Corners => [
  [box.west, box.south],
  [eastOf(box), box.north],
];

/** Degrees, clockwise from the north, in which a disc is farthest out. */
const SIDES = [0, 90, 180, 270];

/** How far beyond the home view a site that is not measured still belongs to it, as a share of its sides. */
const NEAR_HOME = 0.25;

/**
 * The home view, with all of the discs within which the sites that are measured lie on the days shown, and the marks of the
 * others that are near; no farther out than everything that the dataset has.
 */
export function homeOf(
  { extent, home }: Pick<DatasetMeta, "extent" | "home">,
  scene: Scene,
): Corners {
  const [[west, south], [east, north]] = cornersOf(home);
  const [[mostWest, mostSouth], [mostEast, mostNorth]] = cornersOf(extent);
  const middle = (west + east) / 2;
  const [besides, above] = [(east - west) * NEAR_HOME, (north - south) * NEAR_HOME];
  const isNear = ([lon = 0, lat = 0]: Position) =>
    lon > west - besides && lon < east + besides && lat > south - above && lat < north + above;
  const rims = scene.sites.flatMap(({ isCounted, phase: { geometry, quality } }) =>
    positionsOfPoints(geometry).flatMap((position) =>
      isCounted
        ? SIDES.map((azimuth) => destination(position, azimuth, quality.precisionM))
        : isNear(position)
          ? [position]
          : [],
    ),
  );
  // Each in the turn of the world in which it is nearest to the home view.
  const lons = rims.map(([lon = 0]) => lon + 360 * Math.round((middle - lon) / 360));
  const lats = rims.map(([, lat = 0]) => lat);
  return [
    [
      Math.min(west, Math.max(mostWest, Math.min(west, ...lons))),
      Math.min(south, Math.max(mostSouth, Math.min(south, ...lats))),
    ],
    [
      Math.max(east, Math.min(mostEast, Math.max(east, ...lons))),
      Math.max(north, Math.min(mostNorth, Math.max(north, ...lats))),
    ],
  ];
}

/** What a map begins with that looks at the home view. */
export const startAt = (home: Corners, container: HTMLElement): StartOfMap => ({
  bounds: home,
  fitBoundsOptions: { padding: coveredOf(container, LEFT_TO_HOME) },
});

/** Shows the home view; the moves that it makes carry `isHome`. */
export function goHome(map: GlMap, home: Corners, animate: boolean): void {
  const padding = coveredOf(map.getContainer(), LEFT_TO_HOME);
  map.fitBounds(home, { animate, padding }, { isHome: true });
}

/** Shows all of a box, no closer than now, where not all of it is in sight; true when it was not. */
export function showBox(map: GlMap, box: Bbox, animate: boolean): boolean {
  const padding = coveredOf(map.getContainer(), LEFT_TO_HOME);
  const size = sizeOf(map);
  const isSeen = cornersOf(box).every((corner) => {
    const { x, y } = map.project(corner);
    return !outOfSight([x, y], size, padding).some(Boolean);
  });
  if (!isSeen) map.fitBounds(cornersOf(box), { animate, padding, maxZoom: map.getZoom() });
  return !isSeen;
}

/** Looks where an address says, at once; `asked`: what asked for it. */
export function standAt(
  map: GlMap,
  { longitude, latitude, zoom }: Camera,
  asked: MapCommand,
): void {
  map.jumpTo({ center: [longitude, latitude], zoom }, { originalEvent: asked });
}

/** Longest way of the camera from one step of the story to the next, in milliseconds. */
const LOOK_MS = 600;

/** Shows all of a box in what is in sight, as near as that goes and no nearer than the zoom. */
export function lookAt(map: GlMap, box: Bbox, maxZoom: number, animate: boolean): void {
  const padding = coveredOf(map.getContainer(), LEFT_TO_HOME);
  map.fitBounds(cornersOf(box), { animate, duration: LOOK_MS, maxZoom, padding });
}

/**
 * Brings a position into sight, without a change of scale, where it is out of it or under something; true when it was. The
 * moves that it makes carry `isSight`.
 */
export function bringIntoSight(
  map: GlMap,
  [lng = 0, lat = 0]: Position,
  animate: boolean,
): boolean {
  // Where it is nearest: the world goes on to both sides.
  const worlds = Math.round((map.getCenter().lng - lng) / 360);
  const container = map.getContainer();
  const { x, y } = map.project([lng + 360 * worlds, lat]);
  const covered = coveredOf(container, LEFT_TO_RECORD);
  const by = wayIntoSight([x, y], sizeOf(map), covered, boxesOver(container));
  const isSeen = !by.some(Boolean);
  // No farther than it has to: the reader finds the rest where it was.
  if (!isSeen) map.panBy([...by], { animate }, { isSight: true });
  return !isSeen;
}

function sizeOf(map: GlMap) {
  const { clientHeight: height, clientWidth: width } = map.getContainer();
  return { height, width };
}
