// What versions say of the whole of their rows, when some of these are written over.
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { withoutRecords } from "#model/dataset/without-records.ts";
import type { Db } from "../../database.ts";
import { versions } from "../../schema/index.ts";
import type { GoneRow } from "./cut-rows.ts";
import { deriveDeclared } from "./derive-declared.ts";
import { deriveVersions } from "./derive-versions.ts";

/** Of no content, so that nobody can search for what it was made of. */
export const ANY_HASH: SQL<string> = sql`encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex')`;

/**
 * Brings versions in line with rows that were written over: they name no record that is gone, are measured from what is
 * published now and say of the whole what follows from that, and have another hash, since they are answered otherwise.
 */
export async function rewriteVersions(
  transaction: Db,
  datasetId: string,
  numbers: readonly number[],
  gone: readonly GoneRow[] = [],
): Promise<void> {
  if (numbers.length === 0) return;
  const these = and(eq(versions.datasetId, datasetId), inArray(versions.number, [...numbers]));
  if (gone.length > 0) {
    const { declared, number, separation } = versions;
    const found = await transaction
      .select({ declared, number, separation })
      .from(versions)
      .where(these);
    for (const { number: of, ...said } of found) {
      const ids = gone.filter(({ since, until }) => since <= of && (until === null || of < until));
      const left = withoutRecords(said, new Set(ids.map(({ id }) => id)));
      await transaction
        .update(versions)
        .set(left.separation || !said.separation ? left : { ...left, ring: null })
        .where(and(eq(versions.datasetId, datasetId), eq(versions.number, of)));
    }
  }
  await deriveVersions(transaction, datasetId, numbers);
  await deriveDeclared(transaction, datasetId, numbers);
  await transaction.update(versions).set({ contentHash: ANY_HASH }).where(these);
}
