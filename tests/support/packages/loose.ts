// Files that nobody has described, read as the import reads them.

import type { TableChoice } from "#import/brought/table-choice.ts";
import { filesInMemory } from "#import/files/package-files.ts";
import { Findings } from "#import/findings.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { printNotices, printProblems } from "#import/print-findings.ts";
import { checkedRows } from "#import/read/checked-rows.ts";
import { sourceOf } from "#import/read/read-package.ts";

/** What the import finds in one file, its events among it. */
export async function readLoose(
  file: string,
  content: string | Uint8Array,
  choice: TableChoice = {},
) {
  const source = filesInMemory(file, { [file]: content });
  const { dataPackage, notices, problems, rows } = await inspectPackage(source, choice);
  const events = [];
  const table = dataPackage && sourceOf(dataPackage, "events");
  if (table)
    for await (const some of checkedRows(table, "events", new Findings(), new Map()))
      events.push(...some);
  return {
    declared: dataPackage?.declared,
    descriptor: dataPackage?.descriptor,
    events,
    notices: printNotices(notices).join("\n"),
    problems: printProblems(problems),
    rows,
  };
}

/** The least that a file may be. */
export const LOOSE_BELLS =
  "title,date,lat,lon\nFirst bell,1871-03-18,45.1,5.25\nSecond bell,1871-03-20,45.12,5.3\n";
