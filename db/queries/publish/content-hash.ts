// The hash of what a dataset publishes. What is not published is in no part of it: with the rest of a package at hand, a
// position that is hashed could be searched for.
import { createHash } from "node:crypto";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Disclosure } from "#model/space/position.ts";
import type { Db } from "../../database.ts";
import { basemapFeatures, events, placePhases } from "../../schema/index.ts";

/** Rows whose positions may be protected: what is published of them is asked of the database, which derives it. */
const PLACED = [placePhases, basemapFeatures, events] as const;

/** Positions are hashed as the database publishes them, words follow from texts, and another hash would tell of itself. */
const NOT_HASHED: ReadonlySet<string> = new Set([
  ...["datasetId", "geom", "precisionM", "words", "nameWords", "sourceHash"],
]);

/** Gathers rows in the order in which they are written. */
export class ContentHash {
  readonly #hash = createHash("sha256");
  /** Names of the columns of the last row that was added. */
  #columns: readonly string[] = [];

  /** The same rows make the same hash, however many of them are added at once. */
  add(rows: readonly Readonly<Record<string, unknown>>[]): void {
    let values: unknown[][] = [];
    const tell = () => {
      // Without the brackets around them, which would tell how many came at once.
      if (values.length > 0) this.#hash.update(`${JSON.stringify(values).slice(1, -1)},`);
      values = [];
    };
    for (const row of rows) {
      const columns = publishedColumns(row, this.#columns);
      if (columns !== this.#columns) {
        tell();
        this.#columns = columns;
        this.#hash.update(`\n${JSON.stringify(columns)}\n`);
      }
      values.push(columns.map((name) => row[name]));
    }
    tell();
  }

  /** Adds rows by the digests of what is published of them, behind each other: a byte a character. */
  addDigests(digests: string): void {
    this.#hash.update(digests, "latin1");
    this.#columns = [];
  }

  /**
   * The digest of what was added and of the public positions that the database has of it, in hexadecimal digits; those of
   * events that are not protected are in their digests.
   */
  async digest(db: Db, datasetId: string): Promise<string> {
    for (const table of PLACED) {
      const { id, precisionM, disclosure, publicGeom } = table;
      const line = sql<string>`concat_ws(' ', ${id}, public_precision(${precisionM}, ${disclosure}), ST_AsText(${publicGeom}))`;
      // Sorted before they are put together: where the rows lie in this order, they need not be.
      const lines = db
        .select({ line: line.as("line") })
        .from(table)
        .where(
          and(
            eq(table.datasetId, datasetId),
            isNull(table.until),
            table === events ? ne(disclosure, sql`'exact'`) : undefined,
          ),
        )
        .orderBy(sql`${id} COLLATE "C"`)
        .as("lines");
      const [row] = await db
        .select({
          digest: sql<
            string | null
          >`encode(sha256(convert_to(string_agg(${lines.line}, E'\\n'), 'UTF8')), 'hex')`,
        })
        .from(lines);
      this.#hash.update(`${row?.digest}\n`);
    }
    return this.#hash.digest("hex");
  }
}

/** What may tell a position that is not published. */
const TELLING = ["positionNote", "attributes"];

/** What a row does not publish, by its level. */
const UNPUBLISHED: Readonly<Record<string, ReadonlySet<string>>> = {
  exact: NOT_HASHED,
  "100m": new Set([...NOT_HASHED, ...TELLING]),
  "1km": new Set([...NOT_HASHED, ...TELLING]),
  hidden: new Set([...NOT_HASHED, ...TELLING, "positionBasis"]),
};

/** Whether the column is published of rows of the level. */
export const isPublished = (name: string, level: Disclosure): boolean =>
  !UNPUBLISHED[level]?.has(name);

/** Names of the columns that the row publishes; those before where they are the same. */
function publishedColumns(
  row: Readonly<Record<string, unknown>>,
  before: readonly string[],
): readonly string[] {
  const unpublished = UNPUBLISHED[`${row.disclosure ?? "exact"}`];
  let [count, isSame] = [0, true];
  for (const name in row) {
    if (unpublished?.has(name)) continue;
    isSame &&= before[count] === name;
    count += 1;
  }
  return isSame && count === before.length
    ? before
    : Object.keys(row).filter((name) => !unpublished?.has(name));
}
