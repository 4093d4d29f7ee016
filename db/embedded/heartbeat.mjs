// A thread of its own: gives a sign of life for a directory that this process holds, however busy the process is, and ends
// the process where it must not, or cannot, go on.
import { readdirSync, statfsSync, utimesSync, writeSync } from "node:fs";
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";

const { everyMs, file, minFreeMegabytes, number } = workerData;
const room = path.dirname(file);
const directory = path.dirname(room);

/** PGlite never comes back from a write for which there is no room: so long it may take when the disk is full. */
const LONGEST_FULL_MS = 30_000;
let lastAtWork = performance.now();
parentPort.on("message", () => {
  lastAtWork = performance.now();
});

/** Whether another one has taken the directory, or this one's file is gone. */
function isLost() {
  try {
    const now = new Date();
    utimesSync(file, now, now);
    return readdirSync(room).some((name) => Number.parseInt(name, 10) > number);
  } catch (error) {
    // Anything else, such as a disk that is full or slow, passes.
    return error.code === "ENOENT";
  }
}

function isStuckOnFullDisk() {
  if (performance.now() - lastAtWork < LONGEST_FULL_MS) return false;
  try {
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize < minFreeMegabytes * 1e6;
  } catch {
    return false;
  }
}

/** At once: whatever the process would still write, at its end too, would be wrong. */
function end(why) {
  writeSync(2, `${why}\n`);
  process.kill(process.pid, "SIGKILL");
}

function beat() {
  if (isLost())
    end(
      `The data directory ${directory} was taken by another process, or removed, while this one stood still. This one ends at once; start it again when the other has ended.`,
    );
  else if (isStuckOnFullDisk())
    end(
      `The disk under DATA_DIR ${directory} is full, and the embedded database cannot go on. Make room there and start again, or set DATA_DIR to a folder on another disk. What was stored before is whole.`,
    );
}

beat();
setInterval(beat, everyMs);
