// Reads and checks a package, every row of it. Pure over a map of files: it runs in Node and in the browser.
import type { Bbox } from "#model/space/bbox.ts";
import { positionsOf } from "#model/space/geometry.ts";
import type { TableChoice } from "./brought/table-choice.ts";
import {
  checkDescriptor,
  checkNamedEvents,
  checkPackage,
  eventCheck,
  positionsCheck,
} from "./check-package.ts";
import { checkPublishedFrame } from "./checks/frame.ts";
import { KEPT_TABLES } from "./checks/references.ts";
import { tellUnchecked } from "./checks/unchecked.ts";
import type { PackageFiles } from "./files/package-files.ts";
import { Findings, type Notices } from "./findings.ts";
import { openPackage } from "./open-package.ts";
import { checkedRows } from "./read/checked-rows.ts";
import type { DataPackage } from "./read/data-package.ts";
import { type Publication, publicationOf } from "./read/publication.ts";
import type { PublishedLevels } from "./read/published-levels.ts";
import { readPackage, sourceOf } from "./read/read-package.ts";
import { Surround } from "./read/surround.ts";
import { reportTo } from "./report.ts";
import { positionsOfRow } from "./row-position.ts";
import type { RowProblem } from "./row-problem.ts";
import type { Row } from "./tables.ts";

/** What was found in a package: it is refused for any problem, and accepted with notices. */
export type Found = {
  readonly problems: readonly RowProblem[];
  readonly notices: readonly Notices[];
};

export type Inspection = Found & {
  readonly dataPackage: DataPackage | undefined;
  /** Rows in all tables of the package. */
  readonly rows: number;
  /** The box around all positions of its files; null without one. */
  readonly where: Bbox | null;
  readonly levels: PublishedLevels;
};

/** Reads and checks a package, every row of it; nothing is written. */
export async function inspectPackage(
  files: PackageFiles,
  loose?: TableChoice,
): Promise<Inspection> {
  const findings = new Findings();
  const dataPackage = await inspectKept(files, findings, loose);
  const around = new Surround();
  let rows = 0;
  let levels: PublishedLevels = { places: {}, events: {} };
  if (dataPackage) {
    surround(dataPackage.tables, around);
    const publication = publicationIn(dataPackage, findings);
    rows = countKept(dataPackage);
    for await (const { right } of readEvents(dataPackage, publication, findings)) {
      rows += right.length;
      for (const { values } of right) positionsOfRow(values).forEach(around.add, around);
    }
    publication.tables();
    levels = publication.levels();
  }
  return {
    dataPackage,
    problems: findings.problems,
    notices: findings.notices,
    rows,
    where: around.box,
    levels,
  };
}

/** Everything but the events, checked: whatever is wrong with one row, all others are looked at. */
export async function inspectKept(
  brought: PackageFiles,
  findings: Findings,
  loose?: TableChoice,
): Promise<DataPackage | undefined> {
  const files = await openPackage(brought, findings, loose);
  const dataPackage = files && (await readPackage(files, findings));
  if (!dataPackage) return undefined;
  tellUnchecked(dataPackage, KEPT_TABLES, findings);
  checkPackage(dataPackage, findings);
  checkDescriptor(dataPackage.declared, findings);
  return dataPackage;
}

/** What the package publishes of its rows that are right by themselves. */
export function publicationIn(dataPackage: DataPackage, findings: Findings): Publication {
  const publication = publicationOf(dataPackage, reportTo(dataPackage, findings));
  checkPublishedFrame(dataPackage, publication, findings);
  return publication;
}

type SomeEvents = {
  /** Those without a problem. */
  readonly right: readonly Row<"events">[];
  /** The same as they are published, without those that are withheld. */
  readonly published: readonly Row<"events">[];
};

/**
 * The events, some at once; what is wrong with them, and what is published otherwise than asked, is added to the
 * findings.
 */
export async function* readEvents(
  dataPackage: DataPackage,
  publication: Publication,
  findings: Findings,
): AsyncGenerator<SomeEvents> {
  const check = eventCheck(dataPackage, findings);
  const positions = positionsCheck(dataPackage, findings);
  const source = sourceOf(dataPackage, "events");
  if (source)
    for await (const rows of checkedRows(source, "events", findings, dataPackage.ids)) {
      const right = rows.filter(check);
      rows.forEach(positions.event);
      const published: Row<"events">[] = [];
      for (const event of right) {
        const shown = publication.event(event);
        if (shown) published.push(shown);
      }
      yield { right, published };
    }
  tellUnchecked(dataPackage, ["events"], findings);
  checkNamedEvents(dataPackage, findings);
  positions.tell();
}

/** Adds where places and outlines are. */
export function surround({ places, shapes }: DataPackage["tables"], around: Surround): void {
  for (const { values } of places) positionsOfRow(values).forEach(around.add, around);
  for (const { geometry } of shapes)
    if (geometry) positionsOf(geometry).forEach(around.add, around);
}

export function countKept({ tables }: DataPackage): number {
  return Object.values(tables).reduce((sum, rows) => sum + rows.length, 0);
}
