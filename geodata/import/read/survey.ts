// What the rows of a package tell of the whole: when, where, of which kinds. Asked where the descriptor does not say it.
import type { Geometry } from "geojson";
import type { Survey } from "#domain/resolve.ts";
import { type Bbox, wrapBbox } from "#model/space/bbox.ts";
import { positionsOf } from "#model/space/geometry.ts";
import type { Day } from "#model/time/day.ts";
import type { Span } from "#model/time/span.ts";
import { positionsOfRow } from "../row-position.ts";
import { eventSpan, lastingSpan, movementSpan } from "../spans.ts";
import type { Row } from "../tables.ts";
import { Surround } from "./surround.ts";

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
  readonly #around = new Surround();

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  tables({ movements, places, shapes }: Surveyed) {
    for (const { values } of places) {
      this.#kinds.add(values.kind);
      this.#span(lastingSpan(values, this.#timeZone));
      for (const position of positionsOfRow(values)) this.#around.add(position);
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
    for (const position of positionsOfRow(values)) this.#around.add(position);
  }

  get found(): Survey {
    return {
      firstDay: this.#first,
      lastDay: this.#last,
      extent: withMargin(this.#around.unwrapped),
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
    if (geometry) for (const position of positionsOf(geometry)) this.#around.add(position);
  }
}

/** The box with room around it. */
function withMargin(box: Bbox | null): Bbox | null {
  if (!box) return null;
  const { east, north, south, west } = box;
  const across = Math.max((east - west) * MARGIN, LEAST_MARGIN);
  const along = Math.max((north - south) * MARGIN, LEAST_MARGIN);
  return wrapBbox({
    west: west - across,
    south: Math.max(south - along, -90),
    east: east + across,
    north: Math.min(north + along, 90),
  });
}
