// Which version was the last to have a feature that the newest has no more.
import { and, arrayContains, desc, eq, lte } from "drizzle-orm";
import type { Collection } from "#model/collection/collection.ts";
import type { Db } from "../../database.ts";
import { publicChanges } from "../../schema/index.ts";
import { findFeature } from "../features/features.ts";
import { findPublishes } from "./publishes.ts";

/**
 * The label of the last version of the dataset before the one of the number that has the feature, as far as changes are told.
 * Undefined where none has it, also where a version had it that has it no longer, since it was protected or withdrawn.
 */
export async function lastVersionWith(
  db: Db,
  datasetId: string,
  collection: Collection,
  { id, before }: { readonly id: string; readonly before: number },
): Promise<string | undefined> {
  const { kinds, number, role } = publicChanges;
  const [removal] = await db
    .select({ number })
    .from(publicChanges)
    .where(
      and(
        eq(publicChanges.datasetId, datasetId),
        eq(role, collection.role),
        eq(publicChanges.id, id),
        arrayContains(kinds, ["removed"]),
        lte(number, before),
      ),
    )
    .orderBy(desc(number))
    .limit(1);
  if (!removal) return undefined;
  const had = (await findPublishes(db, datasetId, removal.number - 1)).at(-1);
  if (!had) return undefined;
  const asOf = had.number;
  return (await findFeature(db, { asOf, collection, datasetId, id })) && had.label;
}
