// A thread of its own: gives a sign of life for a directory that this process holds, however busy the process is.
import { readdirSync, utimesSync, writeSync } from "node:fs";
import path from "node:path";
import { workerData } from "node:worker_threads";

const { everyMs, file, number } = workerData;
const room = path.dirname(file);

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

function beat() {
  if (!isLost()) return;
  // Whatever the process would still write, at its end too, would destroy the files of the one that has them now.
  writeSync(
    2,
    `The data directory ${path.dirname(room)} was taken by another process, or removed, while this one stood still. This one ends at once; start it again when the other has ended.\n`,
  );
  process.kill(process.pid, "SIGKILL");
}

beat();
setInterval(beat, everyMs);
