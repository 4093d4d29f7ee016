// kill −9 at random moments: whatever is killed, the next start has a whole state, the old one or the new one.
import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { describe, it } from "vitest";
import { backUp, storedDatasets } from "#db/backup/backup.ts";
import { MIGRATIONS } from "../support/database.ts";
import { changedPackage } from "../support/packages.ts";
import { databaseKinds, freshDatabase } from "./rig/databases.ts";
import { times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { addressOf, runProgram } from "./rig/program.ts";
import { randomFrom } from "./rig/random.ts";

/** A moment within the time that the work takes when nobody kills it. */
const LONGEST_START_MS = 12_000;

describe.each(databaseKinds())("killed on %s", (kind) => {
  it("a first start that is killed again and again comes to a whole state", async () => {
    const random = randomFrom(`first start ${kind}`);
    const { attempt, tell } = figures(`kill −9 of the first start, ${kind}`);
    let database = await freshDatabase(kind);
    for (let turn = 0; turn < times(3, 500); turn += 1) {
      await attempt(`start ${turn}`, async () => {
        const service = runProgram("main", [], { env: database.env });
        const moment = random() * LONGEST_START_MS;
        const ready = addressOf(service).then(() => "ready" as const);
        const first = await Promise.race([ready.catch(() => "ended" as const), wait(moment)]);
        if (first === "ended") throw new Error(service.printed());
        await service.end("SIGKILL");
        await ready.catch(() => {});
        if (first !== "ready") return;
        // It was quicker than that moment: the next one starts from nothing again.
        await database.remove();
        database = await freshDatabase(kind);
      });
    }
    await attempt("the start that is let live", async () => {
      const service = runProgram("main", [], { env: database.env });
      try {
        const answer = await fetch(`${await addressOf(service)}/readyz`);
        if (answer.status !== 200) throw new Error(`got ${answer.status}: ${await answer.text()}`);
      } finally {
        await service.end("SIGTERM");
      }
    });
    await database.remove();
    tell();
  });

  // On the server only: the first start above is what is killed of the embedded database.
  it.skipIf(kind === "embedded")(
    "an import that is killed leaves the former state whole, or the new one",
    async () => {
      const random = randomFrom(`import ${kind}`);
      const { attempt, tell } = figures(`kill −9 of an import, ${kind}`);
      const database = await freshDatabase(kind);
      const packages = ["Calais, a first time", "Calais, a second time"].map((title) =>
        changedPackage("datapackage.json", (text) =>
          text.replace(/"title": "[^"]*"/, `"title": "${title}"`),
        ),
      );
      const load = (folder: string) => runProgram("import", [folder], { env: database.env });
      const hashes = new Map<string, string>();
      const stateNow = async () => {
        const opened = await database.open();
        try {
          const [stored] = await storedDatasets(opened.db);
          let bytes = "";
          await backUp(opened.db, MIGRATIONS, async (part) => {
            bytes += Buffer.from(part).toString();
          });
          // What each state holds but for its number, which grows, and its times.
          const digest = createHash("sha256").update(rowsOf(bytes)).digest("hex");
          return { hash: stored?.contentHash ?? "", digest };
        } finally {
          await opened.close();
        }
      };
      const started = performance.now();
      for (const folder of packages) {
        if ((await load(folder).ended).code !== 0) throw new Error("the package was not loaded");
        const { hash, digest } = await stateNow();
        hashes.set(hash, digest);
      }
      const longestMs = (performance.now() - started) / packages.length;
      for (let turn = 0; turn < times(10, 500); turn += 1)
        await attempt(`import ${turn}`, async () => {
          const program = load(packages[turn % 2] ?? "");
          await Promise.race([program.ended, wait(random() * longestMs)]);
          await program.end("SIGKILL");
          const { hash, digest } = await stateNow();
          if (hashes.get(hash) !== digest) throw new Error(`the state ${hash} is not whole`);
        });
      await database.remove();
      tell();
    },
  );
});

/** The rows of a backup but for those of the table of datasets. */
function rowsOf(backup: string): string {
  return backup
    .split(/\n(?=\{"table":)/)
    .filter((part) => part.startsWith('{"table":') && !part.startsWith('{"table":"datasets"'))
    .join("\n")
    .replace(/\{"rows":.*/, "");
}
