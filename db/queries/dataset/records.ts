// Records as they are, read by their record type from the public view that has them.

import { and, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { AnyPgColumn, PgView } from "drizzle-orm/pg-core";
import { ATTRIBUTES, type Attributes } from "#model/field/attributes.ts";
import type { Members, RecordOf } from "#model/field/member.ts";
import { camel } from "#model/field/names.ts";
import { type RowOf, recordMaker, storedColumns } from "#model/field/rows.ts";
import { CRS84 } from "#model/space/crs.ts";
import type { Language } from "#model/words/language.ts";
import type { Db } from "../../database.ts";
import { type AsOf, viewAsOf } from "../../schema/as-of.ts";
import { byId } from "../id-order.ts";
import { ringsCounterClockwise } from "../ring-order.ts";

/** A public view of records of a dataset. */
type RecordView = PgView & {
  readonly datasetId: AnyPgColumn;
  readonly id: AnyPgColumn;
};

/** A dataset in a version: that of the number, or else the newest. */
export type DatasetAt = { readonly datasetId: string; readonly asOf?: AsOf };

type Asked = DatasetAt & {
  readonly where?: SQL | undefined;
  /** Those of the dataset, in whose order the texts are wanted; undefined: in any order. */
  readonly languages?: readonly Language[];
  /** Records that are alike by them are in the order of their ids. */
  readonly by?: readonly (AnyPgColumn | SQL)[];
  /** What a record rests on whose row does not say it. */
  readonly sourcesOf?: (id: string) => readonly string[];
};

type Row<Of extends Members> = RowOf<Of> & {
  readonly id: string;
  /** GeoJSON as text; null where the view has none. */
  readonly geometry: string | null;
  readonly attributes: Attributes | null;
};

/** The rows of a view from which records of the type can be made; columns that it does not have are null. */
export async function findRows<Of extends Members>(
  db: Db,
  members: Of,
  view: RecordView,
  { asOf, by = [], datasetId, where }: Asked,
): Promise<Row<Of>[]> {
  const known = view as unknown as Readonly<Record<string, AnyPgColumn | undefined>>;
  const columns = storedColumns(members).map(([name]) => {
    const key = camel(name);
    return [key, known[key] ?? sql`NULL`.as(key)];
  });
  const { geom } = known;
  const rows = await db
    .select({
      ...Object.fromEntries(columns),
      geometry: geom ? geoJson(geom) : sql`NULL`,
      [ATTRIBUTES]: known[ATTRIBUTES] ?? sql`NULL`,
    })
    .from(viewAsOf(view, asOf))
    .where(and(eq(view.datasetId, datasetId), where))
    .orderBy(...by, byId(view.id));
  // The columns of the view are made from the same members.
  return rows as unknown as Row<Of>[];
}

/** The records of a view. */
export async function findRecords<Of extends Members>(
  db: Db,
  members: Of,
  view: RecordView,
  asked: Asked,
): Promise<RecordOf<Of>[]> {
  const make = recordMaker(members, { languages: asked.languages });
  const rows = await findRows(db, members, view, asked);
  return rows.map((row) => make(row, asked.sourcesOf?.(row.id)));
}

/** The public geometry, which is rounded to its precision, as GeoJSON. */
function geoJson(geom: SQLWrapper): SQL<string | null> {
  return sql<
    string | null
  >`ST_AsGeoJSON(${ringsCounterClockwise(geom)}, ${sql.raw(String(CRS84.decimals))})`;
}
