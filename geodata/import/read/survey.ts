// What the rows of a package tell of the whole: when, where, of which kinds. Asked where the descriptor does not say it.
// It is published: withheld rows tell nothing, hidden positions neither, coarse ones in which cell of a grid they lie.
import type { Position } from "geojson";
import type { Survey } from "#domain/resolve.ts";
import { withRoom } from "#model/dataset/whole.ts";
import { positionsOf } from "#model/space/geometry.ts";
import type { Protection } from "#model/space/position.ts";
import type { Day } from "#model/time/day.ts";
import type { Span } from "#model/time/span.ts";
import { positionsOfRow } from "../row-position.ts";
import { eventSpan, lastingSpan, movementSpan } from "../spans.ts";
import type { Row } from "../tables.ts";
import type { PackageTables } from "./data-package.ts";
import { publicationOf } from "./publication.ts";
import { Surround } from "./surround.ts";

/** Wider than what a coarse position is known to, so that its cell tells no more. */
const CELL = 0.05;

/** Gathers rows, events in any order. */
export class Surveyor {
  readonly #timeZone: string;
  readonly #publication: ReturnType<typeof publicationOf>;
  readonly #kinds = new Set<string>();
  #first: Day | null = null;
  #last: Day | null = null;
  readonly #around = new Surround();

  constructor(tables: PackageTables, timeZone: string) {
    this.#timeZone = timeZone;
    this.#publication = publicationOf({ tables });
    const { places, shapes } = this.#publication.places;
    for (const { values } of places) {
      this.#kinds.add(values.kind);
      this.#span(lastingSpan(values, timeZone));
      this.#positions(positionsOfRow(values), values.disclosure);
    }
    for (const { geometry, values } of shapes) {
      this.#kinds.add(values.kind);
      this.#span(lastingSpan(values, timeZone));
      if (geometry) this.#positions(positionsOf(geometry), values.disclosure);
    }
    const isPublished = new Set(places.map(({ values }) => values.id));
    for (const { values } of tables.movements)
      if ([values.from_id, values.to_id].every((id) => id === null || isPublished.has(id)))
        this.#span(movementSpan(values, timeZone));
  }

  event(row: Row<"events">) {
    const published = this.#publication.event(row);
    if (!published) return;
    this.#span(eventSpan(published.values, this.#timeZone));
    this.#positions(positionsOfRow(row.values), published.values.disclosure);
  }

  get found(): Survey {
    const { unwrapped } = this.#around;
    return {
      firstDay: this.#first,
      lastDay: this.#last,
      extent: unwrapped && withRoom(unwrapped),
      placeKinds: this.#kinds,
    };
  }

  #span({ endEarliest, endLatest, startEarliest, startLatest }: Span) {
    const begins = startEarliest ?? startLatest ?? endEarliest;
    const ends = endLatest ?? endEarliest ?? startLatest;
    if (begins !== null && (this.#first === null || begins < this.#first)) this.#first = begins;
    if (ends !== null && (this.#last === null || ends > this.#last)) this.#last = ends;
  }

  #positions(positions: Iterable<Position>, level: Protection | null) {
    if (level === "hidden" || level === "withheld") return;
    for (const position of positions)
      for (const told of level === null || level === "exact" ? [position] : cellAround(position))
        this.#around.add(told);
  }
}

/** Two corners of the cell of a grid in which the position lies. */
function cellAround([lon = 0, lat = 0]: Position): readonly Position[] {
  const [west, south] = [lon, lat].map((degrees) => Math.floor(degrees / CELL) * CELL);
  return [
    [west ?? 0, south ?? 0],
    [(west ?? 0) + CELL, Math.min((south ?? 0) + CELL, 90)],
  ];
}
