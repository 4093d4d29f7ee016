// Which versions of a dataset there are.
import { and, desc, eq, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { DatasetVersion, PublishedVersion } from "#model/dataset/version.ts";
import { OF_VERSIONS, type Withdrawal } from "#model/dataset/withdrawal.ts";
import type { Db } from "../database.ts";
import type { AsOf } from "../schema/as-of.ts";
import { publicVersions, versions } from "../schema/index.ts";
import { byId } from "./id-order.ts";
import { findWithdrawal, findWithdrawals } from "./withdrawals.ts";

const VERSION = {
  number: publicVersions.number,
  label: publicVersions.label,
  contentHash: publicVersions.contentHash,
  publishedAt: publicVersions.publishedAt,
};
const PUBLISHED = {
  ...VERSION,
  created: publicVersions.created,
  note: publicVersions.note,
  class: publicVersions.class,
};

const isNewest = isNull(publicVersions.until);

/** True of the version of the number, or else of the newest. */
export const isVersion = (asOf: AsOf): SQL =>
  asOf === undefined ? isNewest : eq(publicVersions.number, asOf);

type Row = { readonly publishedAt: Date };
const toVersion = <Found extends Row>(row: Found) => ({
  ...row,
  publishedAt: row.publishedAt.toISOString(),
});

/** The version of the number, or else the newest; undefined where there is none. */
export async function findVersion(
  db: Db,
  { asOf, datasetId }: { readonly datasetId: string; readonly asOf?: AsOf },
): Promise<DatasetVersion | undefined> {
  const [row] = await db
    .select(VERSION)
    .from(publicVersions)
    .where(and(eq(publicVersions.datasetId, datasetId), isVersion(asOf)));
  return row && toVersion(row);
}

/** By what a reader names a version: its label, the hash of its content, or an instant at which it was the newest here. */
export type VersionName =
  | { readonly label: string; readonly hash?: string }
  | { readonly instant: Date };

/** The version that has the name. */
export async function findNamedVersion(
  db: Db,
  datasetId: string,
  name: VersionName,
): Promise<DatasetVersion | undefined> {
  const { contentHash, label, number, publishedAt } = publicVersions;
  const isNamed =
    "instant" in name
      ? // It is told in milliseconds.
        sql`date_trunc('milliseconds', ${publishedAt}) <= ${name.instant.toISOString()}::timestamptz`
      : or(eq(label, name.label), name.hash === undefined ? undefined : eq(contentHash, name.hash));
  const [row] = await db
    .select(VERSION)
    .from(publicVersions)
    .where(and(eq(publicVersions.datasetId, datasetId), isNamed))
    .orderBy(desc(number))
    .limit(1);
  return row && toVersion(row);
}

/** The newest version of each dataset that is in the database, in the order of their ids. */
export async function findVersions(
  db: Db,
): Promise<{ readonly id: string; readonly version: DatasetVersion }[]> {
  const rows = await db
    .select({ id: publicVersions.datasetId, ...VERSION })
    .from(publicVersions)
    .where(isNewest)
    .orderBy(byId(publicVersions.datasetId));
  return rows.map(({ id, ...version }) => ({ id, version: toVersion(version) }));
}

/** Every version of the dataset up to the one of the number, the newest first. */
export async function findHistory(
  db: Db,
  datasetId: string,
  number: number,
): Promise<PublishedVersion[]> {
  const rows = await db
    .select(PUBLISHED)
    .from(publicVersions)
    .where(and(eq(publicVersions.datasetId, datasetId), lte(publicVersions.number, number)))
    .orderBy(desc(publicVersions.number));
  return rows.map(({ created, ...row }) => ({
    ...toVersion(row),
    created: created?.toISOString() ?? null,
  }));
}

/** A version, and the hash of the files from which it was loaded, which is not for readers. */
export type StoredVersion = {
  readonly version: DatasetVersion;
  readonly sourceHash: string | null;
};

/** What stands where a version is to be published; undefined what is not there. */
export type Standing = {
  readonly newest: StoredVersion | undefined;
  /** The one that has the label already. */
  readonly labelled: StoredVersion | undefined;
  /** The one that had the label, and was withdrawn. */
  readonly withdrawn: Withdrawal | undefined;
};

/** What the owner of the database knows of the versions of the dataset. */
export async function findStanding(
  db: Db,
  datasetId: string,
  label?: string | undefined,
): Promise<Standing> {
  const { contentHash, number, publishedAt, sourceHash, until } = versions;
  const rows = await db
    .select({ number, label: versions.label, contentHash, publishedAt, sourceHash, until })
    .from(versions)
    .where(eq(versions.datasetId, datasetId));
  const found = rows.map(({ sourceHash, until, ...row }) => ({
    stored: { version: toVersion(row), sourceHash },
    isNewest: until === null,
  }));
  return {
    newest: found.find((one) => one.isNewest)?.stored,
    labelled: found.find(({ stored }) => stored.version.label === label)?.stored,
    withdrawn:
      label === undefined ? undefined : await findWithdrawal(db, datasetId, OF_VERSIONS, label),
  };
}

/** The labels that no other version may have: those of versions that were withdrawn, too. */
export async function takenLabels(db: Db, datasetId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ label: versions.label })
    .from(versions)
    .where(eq(versions.datasetId, datasetId));
  const withdrawn = await findWithdrawals(db, datasetId);
  return new Set([
    ...rows.map(({ label }) => label),
    ...withdrawn.flatMap(({ collection, id }) => (collection === OF_VERSIONS ? [id] : [])),
  ]);
}
