import type { Db } from "#db/database.ts";
import { publishVersion } from "#db/queries/publish/publish-version.ts";
import type { OnTurned } from "#db/queries/publish/take-place.ts";
import type { LoadProgress } from "#db/queries/publish/write-events.ts";
import { findStanding, type Standing } from "#db/queries/versions.ts";
import { findWithdrawals } from "#db/queries/withdrawals.ts";
import type { DatasetVersion } from "#model/dataset/version.ts";
import type { Bbox } from "#model/space/bbox.ts";
import type { TableChoice } from "../brought/table-choice.ts";
import { filesFrom, type PackageSource } from "../disk/files-on-disk.ts";
import { sourceHashOf } from "../disk/source-hash.ts";
import { Findings, type Notices } from "../findings.ts";
import {
  countKept,
  type Found,
  inspectKept,
  publicationIn,
  readEvents,
  surround,
} from "../inspect-package.ts";
import type { PublishedLevels } from "../read/published-levels.ts";
import { Surround } from "../read/surround.ts";
import { type PublishChoice, publishWords } from "../records/publish-words.ts";
import {
  datasetRecord,
  eventMaking,
  eventRecords,
  laterRecords,
  placeRecords,
} from "../records/to-records.ts";
import { positionsOfRow } from "../row-position.ts";
import { placeOf, takenLabel } from "./label-rule.ts";
import { refusedRow } from "./refused-row.ts";
import { type Unsaid, unsaidOf } from "./unsaid.ts";
import { withdrawnRows } from "./withdrawn-rows.ts";
import { withheldRecords } from "./withheld-records.ts";

export type ImportOutcome =
  | ({
      readonly status: "refused";
      /** Its label names another state already, and that is all that is wrong. */
      readonly isTaken?: true;
    } & Found)
  /** The same content is there already. */
  | { readonly status: "unchanged"; readonly datasetId: string; readonly version: DatasetVersion }
  /** Other content of the dataset is there, and was to be left as it is. */
  | { readonly status: "kept"; readonly datasetId: string; readonly version: DatasetVersion }
  | {
      readonly status: "loaded";
      readonly datasetId: string;
      readonly version: DatasetVersion;
      readonly rows: number;
      /** The box around all positions of its files; null without one. */
      readonly where: Bbox | null;
      readonly levels: PublishedLevels;
      readonly notices: readonly Notices[];
      readonly unsaid: Unsaid;
    };

export type ImportOptions = {
  readonly onProgress?: LoadProgress;
  /** What is there of the dataset stays, whatever it is. */
  readonly onlyWhereMissing?: boolean;
  /** What is said of a file that has no descriptor. */
  readonly loose?: TableChoice | undefined;
  /** What is said of the publish, in place of what the descriptor says. */
  readonly publish?: PublishChoice | undefined;
  readonly onTurned?: OnTurned | undefined;
};

/**
 * Publishes a package as the next version of its dataset, in one transaction. Its events are checked on the way in,
 * however many they are; nothing is written when any row is wrong, when the same content is there already, or when its
 * label is taken.
 */
export async function importPackage(
  db: Db,
  from: PackageSource,
  { loose, onProgress, onTurned, onlyWhereMissing = false, publish = {} }: ImportOptions = {},
): Promise<ImportOutcome> {
  const findings = new Findings();
  const { problems } = findings;
  const dataPackage = await inspectKept(filesFrom(from), findings, loose);
  if (!dataPackage) return refused(findings);
  const publication = publicationIn(dataPackage, findings);
  if (problems.length > 0) {
    for await (const _ of readEvents(dataPackage, publication, findings));
    publication.tables();
    return refused(findings);
  }
  const { declared, descriptor } = dataPackage;
  const sourceHash = await sourceHashOf(dataPackage);
  const datasetId = descriptor.name;
  const mayBeThere = ({ newest }: Standing) => onlyWhereMissing && newest !== undefined;
  const isWanted = (standing: Standing) =>
    !mayBeThere(standing) && placeOf(standing, sourceHash) === "new";
  /** What stands in the way, or is wanted no more. */
  const keep = (standing: Standing): ImportOutcome => {
    const place = placeOf(standing, sourceHash);
    const { newest } = standing;
    if (newest && (place === "newest" || mayBeThere(standing)))
      return {
        status: place === "newest" ? "unchanged" : "kept",
        datasetId,
        version: newest.version,
      };
    findings.problem(takenLabel(standing, sourceHash));
    return { ...refused(findings), isTaken: true };
  };
  const before = await findStanding(db, datasetId, descriptor.version);
  if (!isWanted(before)) return keep(before);
  const around = new Surround();
  surround(dataPackage.tables, around);
  let rows = countKept(dataPackage);
  const toRecord = eventRecords(dataPackage);
  /** Lines of the events that were sent, in that order. */
  const eventLines: number[] = [];
  const withdrawn = await findWithdrawals(db, datasetId);
  const withdrawnEvents = new Set(
    withdrawn.flatMap(({ collection, id }) => (collection === "events" ? [id] : [])),
  );
  const withdrawnLines = new Map<string, number>();
  const records = async function* () {
    for await (const { published, right } of readEvents(dataPackage, publication, findings)) {
      // What is wrong is looked for to the end, but nothing more is sent.
      if (problems.length > 0) continue;
      rows += right.length;
      for (const { values } of right) positionsOfRow(values).forEach(around.add, around);
      for (const { line, values } of published) {
        eventLines.push(line);
        if (withdrawnEvents.has(values.id)) withdrawnLines.set(values.id, line);
      }
      yield published.map(toRecord);
    }
    if (problems.length > 0) {
      // Tells what else is published otherwise than asked.
      publication.tables();
      throw new EventsRefused();
    }
  };
  try {
    const published = {
      dataset: { ...datasetRecord(dataPackage, sourceHash), ...publishWords(dataPackage, publish) },
      ...placeRecords({ declared, tables: publication.places }),
      events: eventMaking(dataPackage),
      later: () => laterRecords({ declared, tables: publication.tables() }),
      withheld: () => withheldRecords(publication.withheld()),
    };
    const options = { isWanted, onProgress, onTurned };
    const { isWritten, standing } = await publishVersion(db, published, records(), options);
    // Another import was quicker.
    if (!isWritten || !standing.newest) return keep(standing);
    const { version } = standing.newest;
    const { notices } = findings;
    const levels = publication.levels();
    const unsaid = unsaidOf(dataPackage, publish);
    const where = around.box;
    return { status: "loaded", datasetId, version, rows, where, levels, notices, unsaid };
  } catch (error) {
    if (error instanceof EventsRefused) return refused(findings);
    const ofWithdrawn = withdrawnRows(error, dataPackage, withdrawnLines);
    if (ofWithdrawn) {
      ofWithdrawn.forEach(findings.problem);
      return refused(findings);
    }
    const problem = await refusedRow(error, db, dataPackage, eventLines);
    if (!problem) throw error;
    findings.problem(problem);
    return refused(findings);
  }
}

const refused = ({ notices, problems }: Findings) =>
  ({ status: "refused", problems, notices }) as const;

/** Thrown inside the transaction, so that it leaves nothing behind. */
class EventsRefused extends Error {}
