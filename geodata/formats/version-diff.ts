// The differences between two versions as files write them: one row a field, or one feature a state of a record.
import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { CollectionDiff } from "#model/change/version-diff.ts";
import { csvLines } from "./csv.ts";

const COLUMNS = ["collection", "id", "name", "changes", "field", "old", "new"] as const;

/** A row for each field that changed; one without a field for a record that was added or removed. */
export function diffCsv(collections: readonly CollectionDiff[]): string {
  const rows = collections.flatMap(({ collection, records }) =>
    records.flatMap(({ changes, fields, id, name }) => {
      const own = [collection, id, name, changes.join(" ")];
      return fields.length === 0
        ? [[...own, null, null, null]]
        : fields.map((change) => [...own, change.field, cell(change.old), cell(change.new)]);
    }),
  );
  return csvLines([[...COLUMNS], ...rows]);
}

const cell = (value: unknown): string | number | boolean | null =>
  value === null || typeof value === "number" || typeof value === "boolean"
    ? value
    : typeof value === "string"
      ? value
      : JSON.stringify(value);

/** A feature for each record; of one that was moved another, whose `state` is `before`, where it was. */
export function diffGeoJson(
  collections: readonly CollectionDiff[],
): FeatureCollection<Geometry | null> {
  const features = collections.flatMap(({ collection, records }) =>
    records.flatMap(({ changes, fields, geometry, id, name }) => {
      const was = fields.find(({ field }) => field === "geometry")?.old as
        | Geometry
        | null
        | undefined;
      const feature = (
        state: "before" | "after",
        where: Geometry | null,
      ): Feature<Geometry | null> => ({
        type: "Feature",
        id: `${collection}/${id}${state === "before" && was ? "/before" : ""}`,
        geometry: where,
        properties: {
          ...{ collection, record_id: id, name, state },
          changes: changes.join(" "),
          fields: fields.map(({ field }) => field).join(" "),
        },
      });
      const last = feature(changes[0] === "removed" ? "before" : "after", geometry);
      return was ? [feature("before", was), last] : [last];
    }),
  );
  return { type: "FeatureCollection", features };
}
