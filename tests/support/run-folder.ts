// What a run of the tests writes for a while, and the programs that it starts: in one folder, which goes with it.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Programs that are installed or started as another user write there, too. */
const FOR_ALL = 0o1777;

const PREFIX = "rocade-tests-";

/**
 * From now on temporary files of this process, and of those that it starts, are in a folder that is removed when it
 * ends. Whoever asks again, in the process or in one that it started, has the same folder: one in another soon has an
 * address too long for the sockets of browsers and databases (107 bytes).
 */
export function useRunFolder(): void {
  if (path.basename(tmpdir()).startsWith(PREFIX)) return;
  const folder = mkdtempSync(path.join(tmpdir(), PREFIX));
  chmodSync(folder, FOR_ALL);
  process.env.TMPDIR = folder;
  // Whoever is told to stop ends without a word otherwise, and leaves it.
  for (const [signal, code] of [
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)
    process.once(signal, () => process.exit(code));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}
