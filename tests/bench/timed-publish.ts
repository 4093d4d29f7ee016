// A publish as the command of the built product makes it, in a process of its own that prints when its parts ended.
import { openDatabase } from "#db/open.ts";
import { importPackage } from "#import/load/import-package.ts";

const [url = "", source = ""] = process.argv.slice(2);
const database = await openDatabase({
  url,
  dataDirectory: "",
  migrationsFolder: "db/migrations",
  onProgress: () => {},
});
const started = performance.now();
let [read, turned] = [started, started];
const outcome = await importPackage(database.db, source, {
  onProgress: (table, done, total) => {
    if (table === "events" && done === total) read = performance.now();
  },
  onTurned: async () => {
    turned = performance.now();
  },
});
if (outcome.status !== "loaded") throw new Error(`the change was ${outcome.status}`);
await database.close();
const ended = performance.now();
const seconds = {
  reading: (read - started) / 1000,
  writing: (ended - read) / 1000,
  protecting: (ended - turned) / 1000,
};
process.stdout.write(JSON.stringify(seconds));
