// Whether a coast of the world runs through what a map shows.
import type { Polygon, Position } from "geojson";
import type { Bbox } from "#model/space/bbox.ts";

type Box = readonly [west: number, south: number, east: number, north: number];

/** The boxes of rings, which are asked for with every frame of a map that moves. */
const boxes = new WeakMap<readonly Position[], Box>();
/** What a map shows may go on beyond ±180°, and so may a ring. */
const TURNS = [0, 360, -360];

/** `frame`: with sides that may lie beyond ±180°. A stretch of coast counts as within where the box around it is. */
export function hasCoastIn(land: readonly Polygon[], frame: Bbox): boolean {
  const { east, north, south, west } = frame;
  return land.some(({ coordinates }) =>
    coordinates.some((ring) =>
      TURNS.some((turn) => runsThrough(ring, [west + turn, south, east + turn, north])),
    ),
  );
}

function runsThrough(ring: readonly Position[], frame: Box): boolean {
  if (!meets(boxOf(ring), frame)) return false;
  return ring.some((end, nth) => {
    const start = ring[nth - 1];
    return start !== undefined && meets(boxOf([start, end]), frame);
  });
}

const meets = (one: Box, other: Box) =>
  one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];

function boxOf(line: readonly Position[]): Box {
  const known = line.length > 2 ? boxes.get(line) : undefined;
  if (known) return known;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of line) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  const box: Box = [west, south, east, north];
  if (line.length > 2) boxes.set(line, box);
  return box;
}
