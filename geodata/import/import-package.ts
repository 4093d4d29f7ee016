import type { Db } from "#db/database.ts";
import { findVersion, type LoadProgress, replaceDataset } from "#db/queries/load.ts";
import type { DatasetVersion } from "#model/dataset.ts";
import { checkNamedEvents, checkPackage, eventCheck } from "./check-package.ts";
import { checkedRows, type DataPackage, readPackage } from "./read-package.ts";
import type { RowProblem } from "./row-problem.ts";
import type { Row } from "./tables.ts";
import { eventRecords, toRecords } from "./to-records.ts";

export type ImportOutcome =
  | { readonly status: "refused"; readonly problems: readonly RowProblem[] }
  | { readonly status: "unchanged"; readonly datasetId: string; readonly version: DatasetVersion }
  | {
      readonly status: "loaded";
      readonly datasetId: string;
      readonly version: DatasetVersion;
      readonly rows: number;
    };

export type Inspection = {
  readonly dataPackage: DataPackage | undefined;
  readonly problems: readonly RowProblem[];
  /** Rows in all tables of the package. */
  readonly rows: number;
};

/** Reads and checks a package, every row of it; nothing is written. */
export async function inspectPackage(folder: string): Promise<Inspection> {
  const { dataPackage, problems } = await inspectKept(folder);
  if (!dataPackage) return { dataPackage, problems, rows: 0 };
  const events = readEvents(dataPackage, problems);
  let rows = countKept(dataPackage);
  for await (const right of events) rows += right.length;
  return { dataPackage, problems, rows };
}

/**
 * Brings a package into the database in one transaction. Its events are checked on the way in, however many they are;
 * nothing is written when any row is wrong, or when the same content is there already.
 */
export async function importPackage(
  db: Db,
  folder: string,
  onProgress?: LoadProgress,
): Promise<ImportOutcome> {
  const { dataPackage, problems } = await inspectKept(folder);
  if (!dataPackage || problems.length > 0) return refuse(dataPackage, problems);
  const datasetId = dataPackage.descriptor.name;
  const present = await findVersion(db, datasetId);
  if (present?.contentHash === dataPackage.contentHash)
    return { status: "unchanged", datasetId, version: present };
  let rows = countKept(dataPackage);
  const toRecord = eventRecords(dataPackage);
  const records = async function* () {
    for await (const right of readEvents(dataPackage, problems)) {
      // What is wrong is looked for to the end, but nothing more is sent.
      if (problems.length > 0) continue;
      rows += right.length;
      yield right.map(toRecord);
    }
    if (problems.length > 0) throw new EventsRefused();
  };
  try {
    const version = await replaceDataset(db, toRecords(dataPackage), records(), onProgress);
    return { status: "loaded", datasetId, version, rows };
  } catch (error) {
    if (error instanceof EventsRefused) return { status: "refused", problems };
    throw error;
  }
}

/** Thrown inside the transaction, so that it leaves nothing behind. */
class EventsRefused extends Error {}

/** Everything but the events, checked. */
async function inspectKept(folder: string) {
  const { dataPackage, problems } = await readPackage(folder);
  // Relations of rows that could not be read would only be reported twice.
  if (dataPackage && problems.length === 0) problems.push(...checkPackage(dataPackage));
  return { dataPackage, problems };
}

async function refuse(
  dataPackage: DataPackage | undefined,
  problems: RowProblem[],
): Promise<ImportOutcome> {
  if (dataPackage) for await (const _ of readEvents(dataPackage, problems));
  return { status: "refused", problems };
}

/** The events that are right, some at once; what is wrong with the others is added to the problems. */
async function* readEvents(
  dataPackage: DataPackage,
  problems: RowProblem[],
): AsyncGenerator<Row<"events">[]> {
  const { files, folder, ids } = dataPackage;
  const file = files.get("events");
  const isRelatable = problems.length === 0;
  const report = (problem: RowProblem) => problems.push(problem);
  const check = isRelatable ? eventCheck(dataPackage) : () => [];
  if (file !== undefined)
    for await (const rows of checkedRows(folder, file, "events", report, ids))
      yield rows.filter((row) => {
        const wrong = check(row);
        problems.push(...wrong);
        return wrong.length === 0;
      });
  if (problems.length === 0) problems.push(...checkNamedEvents(dataPackage));
}

function countKept({ tables }: DataPackage): number {
  return Object.values(tables).reduce((sum, rows) => sum + rows.length, 0);
}
