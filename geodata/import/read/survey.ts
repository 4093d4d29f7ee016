// What the rows of a package tell of the whole: when, where, of which kinds. Asked where the descriptor does not say it.
import type { Geometry, Position } from "geojson";
import type { Survey } from "#domain/resolve.ts";
import { type Bbox, wrapBbox } from "#model/space/bbox.ts";
import { positionsOf } from "#model/space/geometry.ts";
import type { Day } from "#model/time/day.ts";
import type { Span } from "#model/time/span.ts";
import { eventSpan, lastingSpan, movementSpan } from "../spans.ts";
import type { Row } from "../tables.ts";

/** Degrees that stay free around the outermost positions, where they are close to each other. */
const LEAST_MARGIN = 0.01;
const MARGIN = 0.05;

type Surveyed = {
  readonly movements: readonly Row<"movements">[];
  readonly places: readonly Row<"places">[];
  readonly shapes: readonly (Row<"shapes"> & { readonly geometry?: Geometry })[];
};

/** Gathers rows, in any order. */
export class Surveyor {
  readonly #timeZone: string;
  readonly #kinds = new Set<string>();
  #first: Day | null = null;
  #last: Day | null = null;
  /** The box around all positions, counted from the antimeridian to the east, and from Greenwich. */
  readonly #boxes: (Bbox | null)[] = [null, null];

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  tables({ movements, places, shapes }: Surveyed) {
    for (const { values } of places) {
      this.#kinds.add(values.kind);
      this.#span(lastingSpan(values, this.#timeZone));
      if (values.lon !== null && values.lat !== null) this.#position([values.lon, values.lat]);
    }
    for (const { geometry, values } of shapes) {
      this.#kinds.add(values.kind);
      this.#span(lastingSpan(values, this.#timeZone));
      this.#geometry(geometry);
    }
    for (const { values } of movements) this.#span(movementSpan(values, this.#timeZone));
  }

  event({ values }: Row<"events">) {
    this.#span(eventSpan(values, this.#timeZone));
    if (values.lon !== null && values.lat !== null) this.#position([values.lon, values.lat]);
  }

  get found(): Survey {
    return {
      firstDay: this.#first,
      lastDay: this.#last,
      extent: smallest(this.#boxes),
      placeKinds: this.#kinds,
    };
  }

  #span({ endEarliest, endLatest, startEarliest, startLatest }: Span) {
    const begins = startEarliest ?? startLatest ?? endEarliest;
    const ends = endLatest ?? endEarliest ?? startLatest;
    if (begins !== null && (this.#first === null || begins < this.#first)) this.#first = begins;
    if (ends !== null && (this.#last === null || ends > this.#last)) this.#last = ends;
  }

  #geometry(geometry: Geometry | undefined) {
    if (geometry) for (const position of positionsOf(geometry)) this.#position(position);
  }

  #position([lon = 0, lat = 0]: Position) {
    for (const [index, own] of [lon, lon < 0 ? lon + 360 : lon].entries()) {
      const box = this.#boxes[index] ?? { west: own, south: lat, east: own, north: lat };
      this.#boxes[index] = {
        west: Math.min(box.west, own),
        south: Math.min(box.south, lat),
        east: Math.max(box.east, own),
        north: Math.max(box.north, lat),
      };
    }
  }
}

/** The narrower of both boxes with room around it: places beside the antimeridian lie near each other. */
function smallest([plain, across]: readonly (Bbox | null)[]): Bbox | null {
  if (!plain || !across) return null;
  const isAcross = across.east - across.west < plain.east - plain.west && across.east > 180;
  return withMargin(isAcross ? across : plain);
}

function withMargin({ east, north, south, west }: Bbox): Bbox {
  const across = Math.max((east - west) * MARGIN, LEAST_MARGIN);
  const along = Math.max((north - south) * MARGIN, LEAST_MARGIN);
  return wrapBbox({
    west: west - across,
    south: Math.max(south - along, -90),
    east: east + across,
    north: Math.min(north + along, 90),
  });
}
