// The smallest box around positions, whichever side of the antimeridian they lie on.
import type { Position } from "geojson";
import { type Bbox, wrapBbox } from "#model/space/bbox.ts";

export class Surround {
  /** Counted from Greenwich, and to the east alone. */
  readonly #boxes: [Bbox | null, Bbox | null] = [null, null];

  add([lon = 0, lat = 0]: Position): void {
    this.#boxes[0] = around(this.#boxes[0], lon, lat);
    this.#boxes[1] = around(this.#boxes[1], lon < 0 ? lon + 360 : lon, lat);
  }

  /** The narrower of both, its east beyond 180 where it goes over the antimeridian; null without a position. */
  get unwrapped(): Bbox | null {
    const [plain, across] = this.#boxes;
    if (!plain || !across) return null;
    const isAcross = across.east - across.west < plain.east - plain.west && across.east > 180;
    return isAcross ? across : plain;
  }

  /** The same as GeoJSON has it. */
  get box(): Bbox | null {
    const box = this.unwrapped;
    return box && wrapBbox(box);
  }
}

function around(box: Bbox | null, lon: number, lat: number): Bbox {
  if (box && lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north) return box;
  if (!box) return { west: lon, south: lat, east: lon, north: lat };
  return {
    west: Math.min(box.west, lon),
    south: Math.min(box.south, lat),
    east: Math.max(box.east, lon),
    north: Math.max(box.north, lat),
  };
}

/** `from 2.1° W to 3.2° E, from 50.1° N to 51° N`. */
export function boxInWords({ east, north, south, west }: Bbox): string {
  const degrees = (value: number, [plus, minus]: readonly [string, string]) => {
    const size = Number(Math.abs(value).toFixed(4));
    return `${size}°${size === 0 ? "" : ` ${value < 0 ? minus : plus}`}`;
  };
  const stretch = (from: number, to: number, signs: readonly [string, string]) => {
    const [first, last] = [degrees(from, signs), degrees(to, signs)];
    return first === last ? `at ${first}` : `from ${first} to ${last}`;
  };
  return `${stretch(west, east, ["E", "W"])}, ${stretch(south, north, ["N", "S"])}`;
}
