import { createHash } from "node:crypto";
import { type BackupHead, backUp } from "#db/backup/backup.ts";
import type { OpenDatabase } from "#db/database.ts";
import { MIGRATIONS } from "../../support/databases/database.ts";

export type State = {
  /** Of what is published; empty where nothing is stored. */
  readonly hash: string;
  /** Of all rows but those of the table of datasets, whose numbers grow. */
  readonly digest: string;
};

/** What a database holds, for comparison with what it should hold; it is closed afterwards. */
export async function stateOf(opened: OpenDatabase): Promise<State> {
  try {
    const parts: Buffer[] = [];
    await backUp(opened.db, MIGRATIONS, async (part) => {
      parts.push(Buffer.from(part));
    });
    return stateIn(Buffer.concat(parts).toString());
  } finally {
    await opened.close();
  }
}

/** What a database held, by the text of its backup. */
export function stateIn(backup: string): State {
  const { datasets }: BackupHead = JSON.parse(backup.slice(0, backup.indexOf("\n")));
  const digest = createHash("sha256").update(rowsOf(backup)).digest("hex");
  return { hash: datasets[0]?.contentHash ?? "", digest };
}

/** The rows of a backup but for those of the table of datasets; their tables have no order that means anything. */
function rowsOf(backup: string): string {
  return (
    backup
      .split(/\n(?=\{"table":)/)
      .filter((part) => part.startsWith('{"table":') && !part.startsWith('{"table":"datasets"'))
      // The last one is followed by what was written in all.
      .map((part) => part.replace(/\n?\{"rows":.*\n?$/, ""))
      .sort()
      .join("\n")
  );
}
