// Names that a dataset cannot give columns of its own: something else is called so where records are read or asked for.

import type { AttributedTable } from "../dataset/attribute.ts";
import type { CollectionRole } from "../dataset/declared.ts";
import type { Language } from "../words/language.ts";
import { COLLECTIONS } from "./collections.ts";
import { namesOf, spokenProperties } from "./property.ts";
import { POINT_COUNT } from "./tile-cells.ts";

/** Parameters of questions for items. */
const ASKED = [
  ...["bbox", "bbox-crs", "datetime", "certainty", "conventions", "filter", "filter-lang"],
  ...["filter-crs", "q", "crs", "properties", "bom", "f", "sortby", "limit", "offset", "cursor"],
];
/** What files write beside the properties: position, number of the row, and where the data come from. */
const WRITTEN = [
  ...["id", "fid", "ogc_fid", "geom", "geometry", "wkt", "lon", "lat", "x", "y"],
  ...["dataset_version", "licence", "attribution", "codebook", "metadata"],
];
/** What tiles tell of a span besides. */
const IN_TILES = [
  ...["start_date", "end_date", "start_decdate", "end_decdate", "start_day", "start_latest_day"],
  ...["end_earliest_day", "end_day", POINT_COUNT.name],
];
const RESERVED: ReadonlySet<string> = new Set([...ASKED, ...WRITTEN, ...IN_TILES]);

const ROLES: Readonly<Record<AttributedTable, readonly CollectionRole[]>> = {
  events: ["events"],
  places: ["places", "sites"],
  shapes: ["outlines"],
};

/** Whether records of the table have something else under the name, capitals aside: some formats know none. */
export function isReserved(
  table: AttributedTable,
  name: string,
  languages: readonly Language[],
): boolean {
  const small = name.toLowerCase();
  if (RESERVED.has(small)) return true;
  return ROLES[table].some((role) => {
    const { properties } = COLLECTIONS[role];
    const all = [...properties, ...spokenProperties(properties, languages)];
    return namesOf(all).includes(small);
  });
}
