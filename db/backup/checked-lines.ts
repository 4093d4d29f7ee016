// The lines of a backup, held against the checksum in the last of them.
import { createHash } from "node:crypto";
import { BACKUP_FORMAT, type BackupEnd, type BackupHead } from "./backup.ts";
import { linesIn } from "./lines.ts";

/** The backup cannot be restored here; the message says why, and nothing was changed. */
export class RestoreRefused extends Error {
  override readonly name = "RestoreRefused";
}

/**
 * The lines, each with its line feed. Throws RestoreRefused at the first where it is no backup's, and before the last where
 * what came before it is not what was written, or where there is none.
 */
export async function* checkedLines(
  parts: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer, undefined, undefined> {
  const hash = createHash("sha256");
  let held: Buffer | undefined;
  for await (const line of linesIn(parts)) {
    if (held) {
      hash.update(held);
      yield held;
    } else headIn(line);
    held = line;
  }
  const end = held && (jsonIn(held) as Partial<BackupEnd> | undefined);
  if (!held || typeof end?.sha256 !== "string")
    throw new RestoreRefused("the file ends before its end: it is not a whole backup");
  if (end.sha256 !== hash.digest("hex"))
    throw new RestoreRefused(
      "the file is damaged, or was changed: its checksum is not the one with which it was written",
    );
  yield held;
  return undefined;
}

/** Reads a backup to its end. Throws RestoreRefused where it is not as it was written. */
export async function checkWhole(parts: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of checkedLines(parts));
}

/** What the first line says. Throws RestoreRefused where it is no backup's. */
export function headIn(line: Buffer): BackupHead {
  const head = jsonIn(line) as Partial<BackupHead> | undefined;
  if (head?.format !== BACKUP_FORMAT || !Array.isArray(head.datasets))
    throw new RestoreRefused("the file is not a backup of this program, or it was changed");
  return head as BackupHead;
}

/** Undefined where it is no JSON. */
function jsonIn(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    return undefined;
  }
}
