import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type BackupHead, backUp, type TableHead } from "#db/backup/backup.ts";
import type { OpenDatabase } from "#db/database.ts";
import { MIGRATIONS } from "../../support/databases/shipped.ts";

export type State = {
  /** Of the newest version; empty where nothing is stored. */
  readonly label: string;
  /** Of the rows of the newest version: the same rows have the same one, whatever was published before. */
  readonly digest: string;
};

/** What a database holds, for comparison with what it should hold; it is closed afterwards. */
export async function stateOf(opened: OpenDatabase): Promise<State> {
  return stateIn(await backupOf(opened));
}

/** Everything that it holds, but for when that was read; it is closed afterwards. */
export async function backupOf(opened: OpenDatabase): Promise<string> {
  try {
    const parts: Buffer[] = [];
    await backUp(opened.db, MIGRATIONS, async (part) => {
      parts.push(Buffer.from(part));
    });
    return Buffer.concat(parts).toString();
  } finally {
    await opened.close();
  }
}

const START_OF_TABLE = /\n(?=\{"table":)/;

/** The text of a backup that is in a file. */
export const readBackup = (file: string): string => gunzipSync(readFileSync(file)).toString();

/** What a database held, by the text of its backup. */
export function stateIn(backup: string): State {
  const { datasets }: BackupHead = JSON.parse(backup.slice(0, backup.indexOf("\n")));
  const digest = createHash("sha256").update(tablesIn(backup)).digest("hex");
  return { label: datasets[0]?.version ?? "", digest };
}

/**
 * All that a backup holds: without its first line, which says when it was made, and its last, which is of that too. The order of
 * the tables means nothing.
 */
export const allIn = (backup: string): string =>
  backup
    .slice(backup.indexOf("\n") + 1, backup.lastIndexOf("\n", backup.length - 2))
    .split(START_OF_TABLE)
    .sort()
    .join("\n");

/** Tables that are of what was published before, too. */
const OF_PUBLISHES = /^\{"table":"(versions|changes)"/;

/** The rows of the tables of a backup but for those. */
function tablesIn(backup: string): string {
  return backup
    .split(START_OF_TABLE)
    .filter((part) => part.startsWith('{"table":') && !OF_PUBLISHES.test(part))
    .map((part) => part.slice(0, part.indexOf("\n\\.")))
    .map((part) => newestOf(part.split("\n")).join("\n"))
    .sort()
    .join("\n");
}

/** The lines of a table without rows that are no more, and without the versions since which the others are there. */
function newestOf([head = "", ...rows]: readonly string[]): string[] {
  const { columns }: TableHead = JSON.parse(head);
  const [since, until] = [columns.indexOf("since"), columns.indexOf("until")];
  const kept = rows.flatMap((row) => {
    const cells = row.split("\t");
    if (until >= 0 && cells[until] !== "\\N") return [];
    return cells.filter((_, index) => index !== since && index !== until).join("\t");
  });
  return [head, ...kept.sort()];
}
