// What a run of the tests writes for a while, and the programs that it starts: in one folder, which goes with it.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Programs that are installed or started as another user write there, too. */
const FOR_ALL = 0o1777;

/** From now on temporary files of this process, and of those that it starts, are in a folder that is removed when it ends. */
export function useRunFolder(): void {
  const folder = mkdtempSync(path.join(tmpdir(), "rocade-tests-"));
  chmodSync(folder, FOR_ALL);
  process.env.TMPDIR = folder;
  process.on("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}
