// How far a map may be moved: never away from its data, and never held so that they do not all fit on the screen.
import type { Position } from "geojson";
import { type Bbox, eastOf } from "#model/space/bbox.ts";
import {
  LAST_LATITUDE,
  latitudeAt,
  mercatorX,
  mercatorY,
  TILE,
  type View,
} from "#web/view/drawing/projection.ts";

/** Where a map may look, in degrees; without sides where it goes round the world. */
export type Room = {
  readonly south: number;
  readonly north: number;
  readonly sides: { readonly west: number; readonly east: number } | null;
};

/** Half the size of the extent beyond each of its sides. */
export function roomAround(extent: Bbox): Room {
  const { north, south, west } = extent;
  const east = eastOf(extent);
  const [aside, above] = [(east - west) / 2, (north - south) / 2];
  return {
    south: Math.max(south - above, -LAST_LATITUDE),
    north: Math.min(north + above, LAST_LATITUDE),
    sides: east - west + 2 * aside >= 360 ? null : { west: west - aside, east: east + aside },
  };
}

/**
 * The centre (longitude, latitude) nearest to the one asked for from which no more is seen than the room, or, where the view
 * is larger than that, all of it.
 */
export function heldCentre({ centre, height, width, zoom }: View, room: Room): Position {
  const world = TILE * 2 ** zoom;
  const [longitude = 0, latitude = 0] = centre;
  const y = held(
    mercatorY(latitude),
    [mercatorY(room.north), mercatorY(room.south)],
    height / 2 / world,
  );
  if (!room.sides) return [longitude, latitudeAt(y)];
  const { east, west } = room.sides;
  // The turn of the world in which the centre is nearest to the room.
  const turn = 360 * Math.round(((west + east) / 2 - longitude) / 360);
  const x = held(
    mercatorX(longitude + turn),
    [mercatorX(west), mercatorX(east)],
    width / 2 / world,
  );
  return [(x - 0.5) * 360 - turn, latitudeAt(y)];
}

/** A middle so that what is seen to both sides of it is within the ends, or holds both of them. */
function held(middle: number, [from, to]: readonly [number, number], half: number): number {
  const ends = [from + half, to - half].sort((a, b) => a - b);
  const [least = middle, most = middle] = ends;
  return Math.min(Math.max(middle, least), most);
}
