// What is told of what is gone: that it was there, and why it is no more. No name and no position.
import { sql } from "drizzle-orm";
import type { Withdrawal, WithdrawnFrom } from "#model/dataset/withdrawal.ts";
import type { Db } from "../../database.ts";
import { withdrawals } from "../../schema/index.ts";
import { rowsOf } from "../../schema-version.ts";
import type { GoneRow } from "../protect/cut-rows.ts";
import { tableOf } from "../protect/lifetimes.ts";
import type { Named } from "./named.ts";

type Where = Pick<Withdrawal, "collection" | "id">;

/** From which collection a row of a table was; undefined of places, of which their phases tell. */
const FROM: Readonly<Record<string, (row: GoneRow) => WithdrawnFrom>> = {
  place_phases: ({ dimension }) => (dimension === 0 ? "places" : "outlines"),
  events: () => "events",
  movements: () => "movements",
  counts: () => "counts",
  deaths: () => "deaths",
  contradictions: () => "contradictions",
  sources: () => "sources",
  actors: () => "actors",
  field_citations: () => "citations",
  attestations: () => "attestations",
  phases: () => "phases",
  story_steps: () => "story",
  basemap_features: () => "basemap",
};

/** The collection that a row was in; undefined where others tell of it. */
export const collectionOfRow = (row: GoneRow): WithdrawnFrom | undefined => FROM[row.source]?.(row);

/** Writes them of all that was asked for, and of those that went with it; tells the latter. */
export async function writeTombstones(
  transaction: Db,
  { datasetId, ...said }: { readonly datasetId: string } & Pick<Withdrawal, "number" | "reason">,
  asked: readonly Named[],
  gone: readonly GoneRow[],
): Promise<readonly Where[]> {
  const keyOf = ({ collection, id }: Where) => `${collection}/${id}`;
  const isAsked = new Set(asked.map(keyOf));
  const alongside = new Map<string, Where>();
  for (const row of await forGood(transaction, datasetId, gone)) {
    const collection = collectionOfRow(row);
    const where = collection && { collection, id: row.id };
    if (where && !isAsked.has(keyOf(where))) alongside.set(keyOf(where), where);
  }
  const told = [...alongside.values()];
  const rows = [
    ...asked.map(({ collection, id, version }) => ({
      ...{ collection, id, asked: true },
      publishedAt: version?.publishedAt ?? null,
    })),
    ...told.map((where) => ({ ...where, asked: false, publishedAt: null })),
  ];
  for (const row of rows) {
    const written = { ...said, withdrawnAt: sql`clock_timestamp()` as unknown as Date };
    await transaction
      .insert(withdrawals)
      .values({ datasetId, ...row, ...written })
      .onConflictDoUpdate({
        target: [withdrawals.datasetId, withdrawals.collection, withdrawals.id],
        set: { ...written, asked: sql`${withdrawals.asked} OR excluded.asked` },
      });
  }
  return told;
}

/** Those of which no version has anything any more. */
async function forGood(
  transaction: Db,
  datasetId: string,
  gone: readonly GoneRow[],
): Promise<readonly GoneRow[]> {
  const found: GoneRow[] = [];
  for (const source of new Set(gone.map((row) => row.source))) {
    const rows = gone.filter((row) => row.source === source);
    const these = tableOf(
      rows.map(({ id }) => ({ id })),
      "g(id text)",
    );
    const left = await rowsOf<{ id: string }>(
      transaction,
      sql`SELECT DISTINCT r.id FROM ${sql.identifier(source)} r JOIN ${these} ON g.id = r.id
        WHERE r.dataset_id = ${datasetId}`,
    );
    const isLeft = new Set(left.map(({ id }) => id));
    found.push(...rows.filter(({ id }) => !isLeft.has(id)));
  }
  return found;
}
