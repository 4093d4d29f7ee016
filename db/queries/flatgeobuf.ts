import { and, type SQL, sql } from "drizzle-orm";
import { CRS84, type Crs } from "#model/crs.ts";
import type { Db } from "../database.ts";
import { conditions, type FeatureQuestion, VIEWS } from "./feature-question.ts";
import { byId } from "./id-order.ts";

export type FlatGeobufQuestion = FeatureQuestion & {
  readonly crs?: Crs;
  readonly properties: readonly string[];
  /** Texts that every feature carries besides its own properties, by name. */
  readonly constants: Readonly<Record<string, string>>;
  /** Only these features; undefined: all that answer. */
  readonly ids?: readonly string[] | undefined;
};

/**
 * The features as FlatGeobuf, x before y in every CRS, with a spatial index where each of them has a position. Lists
 * are texts parted by semicolons, days are texts: the format has neither.
 */
export async function findFlatGeobuf(db: Db, question: FlatGeobufQuestion): Promise<Uint8Array> {
  const { collection, crs = CRS84, constants, ids, properties } = question;
  const columns: SQL[] = collection.properties
    .filter(({ name }) => properties.includes(name))
    .map(({ name, type }) => {
      const column = sql.identifier(name);
      if (type === "list") return sql`array_to_string(${column}, '; ') AS ${column}`;
      return type === "day" ? sql`${column}::text AS ${column}` : sql`${column}`;
    });
  for (const [name, value] of Object.entries(constants))
    columns.push(sql`${value}::text AS ${sql.identifier(name)}`);
  const geom =
    crs.srid === CRS84.srid ? sql`geom` : sql`ST_Transform(geom, ${sql.raw(String(crs.srid))})`;
  const view = VIEWS[collection.id];
  const isAmong = ids && sql`id = ANY(${sql.param([...ids])}::text[])`;
  const where = and(conditions(question), isAmong);
  const rows = sql`SELECT id, ${sql.join(columns, sql`, `)}, ${geom} AS geom FROM ${view} WHERE ${where} ORDER BY ${byId(sql`id`)}`;
  const isPlaced = sql`coalesce((SELECT bool_and(geom IS NOT NULL) FROM ${view} WHERE ${where}), FALSE)`;
  const [answer] = await db
    // The drivers differ in how they give bytes; a text is a text.
    .select({ base64: sql<string | null>`encode(file, 'base64')` })
    .from(
      sql`(SELECT CASE WHEN ${isPlaced} THEN (SELECT ST_AsFlatGeobuf(t, TRUE, 'geom') FROM (${rows}) t)
        ELSE (SELECT ST_AsFlatGeobuf(t, FALSE, 'geom') FROM (${rows}) t) END AS file) made`,
    );
  return Buffer.from(answer?.base64 ?? "", "base64");
}
