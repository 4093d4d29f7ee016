// What is named to be withdrawn, where it is stored, and why it cannot be.
import { and, eq, sql } from "drizzle-orm";
import type { Declared } from "#model/dataset/declared.ts";
import {
  alongsideOf,
  callWithdrawn,
  namesOfWithdrawable,
  OF_VERSIONS,
  parseWithdrawn,
  printWithdrawn,
  type WithdrawnFrom,
} from "#model/dataset/withdrawal.ts";
import { failed, ok, quote, type Result } from "#model/problem.ts";
import type { Db } from "../../database.ts";
import { withdrawals } from "../../schema/index.ts";
import { rowsOf } from "../../schema-version.ts";
import type { TableRecord } from "../protect/delete-records.ts";
import { STORED_IN } from "../protect/stored-in.ts";
import { isWithdrawalOf } from "../withdrawals.ts";

export type StoredVersion = {
  readonly label: string;
  readonly number: number;
  readonly until: number | null;
  readonly publishedAt: Date;
};

/** What is withdrawn: a record and its rows, or a version that another one followed. */
export type Named = {
  readonly collection: WithdrawnFrom;
  readonly id: string;
  readonly records: readonly TableRecord[];
  readonly version?: StoredVersion;
};

/** How the dataset calls its collections. */
export const collectionIds =
  ({ collections }: Pick<Declared, "collections">) =>
  (role: keyof Declared["collections"]): string =>
    collections[role].id ?? role;

type Dataset = {
  readonly datasetId: string;
  readonly declared: Declared;
  readonly versions: readonly StoredVersion[];
};

/** Finds what the text names. */
export async function findNamed(
  db: Db,
  { datasetId, declared, versions }: Dataset,
  text: string,
): Promise<Result<Named>> {
  const idOf = collectionIds(declared);
  const refuse = (allowed: string) => failed({ name: "--withdraw", got: quote(text), allowed });
  const named = parseWithdrawn(text, idOf);
  if (!named)
    return refuse(
      `COLLECTION/ID of a record, with one of ${namesOfWithdrawable(idOf).join(", ")}, or the label of a version`,
    );
  const { collection, id } = named;
  const [before] = await db.select().from(withdrawals).where(isWithdrawalOf(datasetId, named));
  if (before?.asked) {
    const { number, reason, withdrawnAt } = before;
    const ofIt = and(eq(withdrawals.datasetId, datasetId), eq(withdrawals.number, number));
    const others = alongsideOf(number, await db.select().from(withdrawals).where(ofIt));
    const withIt =
      others.length > 0
        ? `, with ${others.map((one) => printWithdrawn(callWithdrawn(one, idOf))).join(", ")}`
        : "";
    return refuse(
      `what was not withdrawn yet: it was on ${dayOf(withdrawnAt)} (${reason})${withIt}`,
    );
  }
  if (collection === OF_VERSIONS) {
    const version = versions.find(({ label }) => label === id);
    if (!version)
      return refuse(
        `COLLECTION/ID of a record, or the label of a version: ${versions.map(({ label }) => label).join(", ")}`,
      );
    if (version.until === null)
      return refuse(
        "a version that another one followed: this is the newest; publish one in its place first, or the state before it again (--undo)",
      );
    return ok({ ...named, records: [], version });
  }
  const { dimension, tables } = STORED_IN[collection];
  const [first] = tables;
  const ofOne = dimension === undefined ? sql`` : sql.raw(` AND ST_Dimension(geom) ${dimension}`);
  const rows = await rowsOf(
    db,
    sql`SELECT 1 FROM ${first} WHERE dataset_id = ${datasetId} AND id = ${id}${ofOne} LIMIT 1`,
  );
  // What went with another record may be withdrawn for its own sake.
  if (rows.length === 0 && !before) return refuse(`a record that some version of ${datasetId} has`);
  return ok({ ...named, records: tables.map((table) => ({ table, id })) });
}

const dayOf = (instant: Date) => instant.toISOString().slice(0, 10);
