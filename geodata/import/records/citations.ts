// Which source supports which record, from the lists of sources that the rows bring.
import type { RecordKind } from "#model/evidence/sources-of.ts";
import type { PackageTables } from "../read/data-package.ts";

type Cited = {
  readonly values: { readonly id: string; readonly source_ids: readonly string[] };
};

/** One row for each source of each record, in the order in which the record names them. */
export function toCitations(tables: PackageTables) {
  const byKind: readonly (readonly [RecordKind, readonly Cited[]])[] = [
    ["place", [...tables.places, ...unplacedShapes(tables)]],
    ["place-phase", tables.shapes],
    ["movement", tables.movements],
    ["count", tables.counts],
    ["death", tables.deaths],
    ["contradiction", tables.contradictions],
    ["phase", tables.phases],
    ["story-step", tables.story],
    ["basemap", tables.basemap],
  ];
  return byKind.flatMap(([recordKind, rows]) =>
    rows.flatMap(({ values }) =>
      [...new Set(values.source_ids)].map((sourceId, position) => ({
        recordKind,
        recordId: values.id,
        sourceId,
        position,
      })),
    ),
  );
}

/** Shapes that no place has: each is a place of its own, known only by its outline. */
export function unplacedShapes(
  tables: Pick<PackageTables, "shapes">,
): PackageTables["shapes"][number][] {
  return tables.shapes.filter(({ values }) => values.place_id === null);
}
