// What is moved because a place is, and for no other reason: it is told with the place.
import type { Feature } from "geojson";
import type { CollectionRole } from "../dataset/declared.ts";
import { GEOMETRY } from "./change-kind.ts";
import type { RecordChange } from "./record-change.ts";

/** Collections whose records are where they are themselves. */
const DRAWN: ReadonlySet<CollectionRole> = new Set<CollectionRole>([
  "places",
  "outlines",
  "basemap",
]);
/** What is read off a position. */
const OF_POSITION: ReadonlySet<string> = new Set([GEOMETRY, "precision_m", "position_basis"]);
const NAMING_PLACES = ["place_id", "from_id", "to_id"];

type Changed = Pick<RecordChange, "fields">;

/** Places that are elsewhere, by which other records are moved that stand there or lead from there or to there. */
export class MovedPlaces {
  /** By the ids of the places, which of their records are where now. */
  readonly #moved = new Map<string, Map<string, string>>();

  /** Notes a place, which collections tell before what stands there, or tells with which records of places this one moves. */
  movesWith(
    role: CollectionRole,
    after: Feature | undefined,
    { fields }: Changed,
  ): readonly string[] {
    if (role === "places") this.#note(after, fields);
    return DRAWN.has(role) ? [] : this.#movedBy(after, fields);
  }

  #note(after: Feature | undefined, fields: Changed["fields"]): void {
    const place = after?.properties?.place_id;
    if (typeof place !== "string" || !fields.some(({ field }) => field === GEOMETRY)) return;
    const own = this.#moved.get(place) ?? new Map<string, string>();
    this.#moved.set(place, own.set(inText(after), String(after?.id)));
  }

  /** None where anything else of the record changed. */
  #movedBy(after: Feature | undefined, fields: Changed["fields"]): readonly string[] {
    const isOfPosition = fields.length > 0 && fields.every(({ field }) => OF_POSITION.has(field));
    if (!after || !isOfPosition) return [];
    const isLine = after.geometry?.type.endsWith("LineString") ?? true;
    return NAMING_PLACES.flatMap((name) => {
      const now = this.#moved.get(String(after.properties?.[name]));
      const record = isLine ? now?.values().next().value : now?.get(inText(after));
      return record === undefined ? [] : [record];
    });
  }
}

const inText = (feature: Feature | undefined) => JSON.stringify(feature?.geometry ?? null);
