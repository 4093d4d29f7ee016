// How publishes changed records, told anew when versions say less than they did: nobody is told any more that a position
// which is protected by now was moved, and what is told agrees with the versions as they can be compared.
import { asc, eq, type SQL, sql } from "drizzle-orm";
import { collectionsOf } from "#model/collection/collections.ts";
import { isOfWithdrawal } from "#model/dataset/version.ts";
import type { Db } from "../../database.ts";
import { changes, versions } from "../../schema/index.ts";
import { findMeta } from "../dataset/meta.ts";
import { tableOf } from "../protect/lifetimes.ts";
import { type ChangedOne, changesBetween } from "./changes-between.ts";

/**
 * Tells it of each publish whose version, or the one before it, is among those that were written over; undefined: of all.
 * What it changed stays named; what reads the same by now is of no kind. What a withdrawal took is told by itself alone.
 */
export async function tellChangesAgain(
  transaction: Db,
  datasetId: string,
  touched?: readonly number[],
): Promise<void> {
  const all = await transaction
    .select({ label: versions.label, number: versions.number, tells: versions.tellsChanges })
    .from(versions)
    .where(eq(versions.datasetId, datasetId))
    .orderBy(asc(versions.number));
  for (const [index, { label, number, tells }] of all.entries()) {
    const before = all[index - 1]?.number;
    if (before === undefined || !tells || isOfWithdrawal(label)) continue;
    if (touched && !touched.includes(number) && !touched.includes(before)) continue;
    const meta = await findMeta(transaction, { datasetId, asOf: number });
    if (!meta) continue;
    const told: ChangedOne[] = [];
    const between = { datasetId, from: before, to: number };
    for await (const part of changesBetween(
      transaction,
      Object.values(collectionsOf(meta)),
      between,
    ))
      told.push(...part);
    const rows = tableOf(
      told.map(({ id, kinds, role }) => ({ id, role, kinds: `{${kinds.join(",")}}` })),
      "t(role text, id text, kinds text)",
    );
    const now: SQL = sql`coalesce((SELECT t.kinds::text[] FROM ${rows} WHERE t.role = c.role AND t.id = c.id), '{}')`;
    await transaction.execute(
      sql`UPDATE ${changes} c SET kinds = ${now} WHERE c.dataset_id = ${datasetId} AND c.number = ${number} AND c.kinds <> ${now}`,
    );
  }
}
