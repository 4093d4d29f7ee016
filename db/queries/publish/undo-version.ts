// The state before the newest is published again, from the rows that are stored: a version of its own like any other.
import { createHash } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import {
  isOfWithdrawal,
  labelMadeHere,
  type PublishClass,
  type PublishedVersion,
} from "#model/dataset/version.ts";
import { inFirst } from "#model/words/language.ts";
import type { Db } from "../../database.ts";
import { versions } from "../../schema/index.ts";
import { beganAfter } from "../../schema/lives.ts";
import { columnList, writtenColumns } from "../../schema/written-columns.ts";
import { findHistory, takenLabels } from "../versions.ts";
import { countStored } from "./count-stored.ts";
import { checkReferences } from "./references.ts";
import { LIVING_TABLES } from "./rows.ts";
import { beginWaiting, stored, waiting } from "./staging.ts";
import { beginWriting, type OnTurned, takePlace } from "./take-place.ts";
import { turnOver } from "./turn-over.ts";

export type Undoing = {
  /** In the first language of the dataset. */
  readonly note?: string | undefined;
  readonly class?: PublishClass | undefined;
  readonly onTurned?: OnTurned | undefined;
};

export type Undo =
  | {
      readonly status: "undone";
      readonly version: PublishedVersion;
      /** The label of the version that is newest no more, and of the one whose state is there again. */
      readonly undone: string;
      readonly restored: string;
    }
  /** There is no such dataset, or no version before its newest, which is told. */
  | { readonly status: "nothing-to-undo"; readonly newest: string | undefined };

/** The newest version of the dataset, and the one whose state would be there again. */
export async function findUndoable(db: Db, datasetId: string) {
  const all = await db
    .select()
    .from(versions)
    .where(eq(versions.datasetId, datasetId))
    .orderBy(desc(versions.number));
  // What was withdrawn is withdrawn from every state: that is none to go back to.
  const [, former] = all.filter(({ label }) => !isOfWithdrawal(label));
  return { newest: all[0], former };
}

/** Publishes the state before the newest of the dataset again, in one transaction. */
export async function undoVersion(
  db: Db,
  datasetId: string,
  { class: asked, note, onTurned }: Undoing = {},
): Promise<Undo> {
  return db.transaction(async (transaction): Promise<Undo> => {
    await beginWriting(transaction);
    const { former, newest } = await findUndoable(transaction, datasetId);
    if (!newest || !former) return { status: "nothing-to-undo", newest: newest?.label };
    const number = newest.number + 1;
    const label = labelMadeHere("undo", former.label, await takenLabels(transaction, datasetId));
    await beginWaiting(transaction);
    // What both states have stays; what only the former has comes again, and what only the newest has goes.
    for (const table of Object.values(LIVING_TABLES)) {
      const columns = columnList(writtenColumns(table));
      await transaction.execute(sql`INSERT INTO ${waiting(table)} (${columns}, since)
        SELECT ${columns}, ${number} FROM ${stored(table)}
        WHERE dataset_id = ${datasetId} AND since <= ${former.number} AND until > ${former.number}`);
    }
    const isGone = () => beganAfter("o", former.number);
    await turnOver(transaction, { datasetId, number, isGone });
    await countStored(transaction);
    await checkReferences(transaction, { datasetId, number });
    const { created, declared, derived, licences, separation, siteKinds } = former;
    await takePlace(
      transaction,
      {
        ...{ datasetId, number, label, created, declared, derived },
        ...{ licences, separation, siteKinds },
        // As it is stored: what is read of a geometry is not what is written.
        ring: sql`(SELECT ring FROM ${versions} WHERE dataset_id = ${datasetId} AND number = ${former.number})`,
        // Of what is published, as that of the former state is.
        contentHash: createHash("sha256").update(`${former.contentHash}\n${label}`).digest("hex"),
        sourceHash: null,
        note: note === undefined ? null : inFirst(note, declared.languages),
        class: asked ?? null,
      },
      { onTurned },
    );
    const [version] = await findHistory(transaction, datasetId, number);
    if (!version) throw new Error(`version ${number} of ${datasetId} was not written`);
    return { status: "undone", version, undone: newest.label, restored: former.label };
  });
}
