// Runs a program of the product in this process, built before where its sources have changed.
//   node server/build/run.mjs PROGRAM [ARGUMENT…]     PROGRAM: main, import, backup, restore, ground, verify, check-links
//   node server/build/run.mjs                         only builds, in any case
import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildOnce } from "./build-once.mjs";

const LOOK_EVERY_MS = 500;

/**
 * npm runs it in a shell, which hands no signal on: whoever tells npm to stop ends the shell alone. When that is gone, this
 * process is told itself.
 */
function endWithShell() {
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, LOOK_EVERY_MS);
  timer.unref();
}

if (process.env.npm_lifecycle_event !== undefined) endWithShell();
const [program, ...args] = process.argv.slice(2);
try {
  if (program === undefined) await buildOnce(["web", "server"], { isAnew: true });
  else await buildOnce(program === "main" ? ["web", "server"] : ["server"]);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
if (program !== undefined) {
  const file = path.resolve(import.meta.dirname, "..", "..", "dist", "server", `${program}.js`);
  process.argv.splice(1, process.argv.length, file, ...args);
  await import(pathToFileURL(file).href);
}
