// kill −9 of a service while a package is sent to it by PUT: what is stored is whole, the old state or the new one, and the
// next package is published, and taken back by the import command.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { CALAIS_ID } from "#tests/support/databases/shipped.ts";
import { databaseKinds, type FreshDatabase, nextDatabase, statesIn } from "./rig/databases.ts";
import { times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { addressOf, runProgram } from "./rig/program.ts";
import { randomFrom } from "./rig/random.ts";
import { twoPackages } from "./rig/two-packages.ts";
import { allIn, backupOf, readBackup, stateIn } from "./rig/whole-state.ts";

const TOKEN = "a-token-of-the-tests";

/** The files of a package, which lie beside each other in its folder, as a ZIP. */
const packed = (folder: string) =>
  zipSync(
    Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))]),
    ),
    { level: 1 },
  );

/** A service on the database that takes packages, and what it answers to one. */
async function taking({ env }: FreshDatabase) {
  const service = runProgram("main", [], { env: { ...env, IMPORT_TOKEN: TOKEN } });
  const address = await addressOf(service);
  const put = async (folder: string) => {
    const headers = { Authorization: `Bearer ${TOKEN}`, "Content-Type": "application/zip" };
    const sent = { method: "PUT", headers, body: Buffer.from(packed(folder)) };
    const answer = await fetch(`${address}/api/datasets/${CALAIS_ID}`, sent);
    return { status: answer.status, body: await answer.json() };
  };
  return { put, service };
}

describe.concurrent.each(databaseKinds())("a package that is sent to a service on %s", (kind) => {
  it("is stored whole or not at all where that is killed, and the next one is published and undone", async () => {
    const random = randomFrom(`sent ${kind}`);
    const { attempt, tell } = figures(`kill −9 of a service that publishes, ${kind}`);
    const states = statesIn(kind);
    const digests = [states.former.state.digest, states.next.state.digest];
    // In it both states were published: each of them may be the next.
    const database = await nextDatabase(kind);
    const packages = twoPackages();
    const held = async () => backupOf(await database.open());
    const seen = { former: 0, next: 0, answered: 0 };
    let before = readBackup(states.next.backup);
    let next: 0 | 1 = 0;
    for (let turn = 0; turn < times(kind === "embedded" ? 1 : 2, 50); turn += 1)
      await attempt(`package ${turn}`, async () => {
        const { put, service } = await taking(database);
        const answered = put(packages(next, `turn-${turn}`)).catch(() => undefined);
        await Promise.race([answered, wait(random() * states.importMs)]);
        await service.end("SIGKILL");
        const answer = await answered;
        const after = await held();
        const { digest, label } = stateIn(after);
        const isNext = label === `turn-${turn}`;
        seen[isNext ? "next" : "former"] += 1;
        if (answer !== undefined) {
          seen.answered += 1;
          expect(answer.body).toMatchObject({ status: "published" });
          expect(isNext, "what it said is published is not stored").toBe(true);
        }
        if (!isNext) expect(allIn(after) === allIn(before), "something of it is left").toBe(true);
        else expect(digest, "the next state is not whole").toBe(digests[next]);
        if (isNext) next = next === 0 ? 1 : 0;
        before = after;
      });
    await attempt("the package that is let be published, and is undone", async () => {
      const { put, service } = await taking(database);
      const label = "let-live";
      const { body } = await put(packages(next, label));
      expect(body).toMatchObject({ status: "published", version: { label } });
      expect(await service.end("SIGTERM"), service.printed()).toEqual({ code: 0, signal: null });
      const undone = runProgram("import", ["--undo"], { env: database.env });
      expect((await undone.ended).code, undone.printed()).toBe(0);
      const former = `${stateIn(before).label}+undo.1`;
      expect(stateIn(await held())).toEqual({ label: former, digest: digests[1 - next] });
    });
    await database.remove();
    process.stdout.write(`  of them: ${JSON.stringify(seen)}\n`);
    tell();
  });
});
