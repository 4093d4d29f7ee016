import { createHash } from "node:crypto";
import { backUp, storedDatasets } from "#db/backup/backup.ts";
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
    const [stored] = await storedDatasets(opened.db);
    let bytes = "";
    await backUp(opened.db, MIGRATIONS, async (part) => {
      bytes += Buffer.from(part).toString();
    });
    const digest = createHash("sha256").update(rowsOf(bytes)).digest("hex");
    return { hash: stored?.contentHash ?? "", digest };
  } finally {
    await opened.close();
  }
}

/** The rows of a backup but for those of the table of datasets. */
function rowsOf(backup: string): string {
  return backup
    .split(/\n(?=\{"table":)/)
    .filter((part) => part.startsWith('{"table":') && !part.startsWith('{"table":"datasets"'))
    .join("\n")
    .replace(/\{"rows":.*/, "");
}
