// The hash of what a dataset publishes. What is not published is in no part of it: with the rest of a package at hand, a
// position that is hashed could be searched for.
import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Db } from "../database.ts";
import { basemapFeatures, events, placePhases } from "../schema/index.ts";

/** Rows whose positions are protected; the database derives what is published of them. */
const PLACED = [placePhases, basemapFeatures, events] as const;

/** Positions are hashed as the database publishes them, words follow from texts, and another hash would tell of itself. */
const NOT_HASHED: ReadonlySet<string> = new Set([
  ...["datasetId", "geom", "precisionM", "words", "sourceHash", "versionNumber", "publishedAt"],
]);

/** Gathers rows in the order in which they are written. */
export class ContentHash {
  readonly #hash = createHash("sha256");

  add(rows: readonly Readonly<Record<string, unknown>>[]): void {
    for (const row of rows) this.#hash.update(`${JSON.stringify(publishedOf(row))}\n`);
  }

  /** The digest of what was added and of the public positions that the database has of it, in hexadecimal digits. */
  async digest(db: Db, datasetId: string): Promise<string> {
    for (const table of PLACED) {
      const { id, precisionM, disclosure, publicGeom } = table;
      const line = sql`concat_ws(' ', ${id}, public_precision(${precisionM}, ${disclosure}), ST_AsText(${publicGeom}))`;
      const [row] = await db
        .select({
          digest: sql<
            string | null
          >`encode(sha256(string_agg(convert_to(${line} || E'\\n', 'UTF8'), ''::bytea
            ORDER BY ${id} COLLATE "C")), 'hex')`,
        })
        .from(table)
        .where(eq(table.datasetId, datasetId));
      this.#hash.update(`${row?.digest}\n`);
    }
    return this.#hash.digest("hex");
  }
}

/** What a row does not publish, by its level. */
const UNPUBLISHED: Readonly<Record<string, ReadonlySet<string>>> = {
  exact: NOT_HASHED,
  "100m": new Set([...NOT_HASHED, "positionNote"]),
  "1km": new Set([...NOT_HASHED, "positionNote"]),
  hidden: new Set([...NOT_HASHED, "positionNote", "positionBasis"]),
};

/** The row without what is not published of it. */
function publishedOf(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const unpublished = UNPUBLISHED[`${row.disclosure ?? "exact"}`];
  const published: Record<string, unknown> = {};
  for (const key in row) if (!unpublished?.has(key)) published[key] = row[key];
  return published;
}
