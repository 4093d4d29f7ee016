// SIGTERM: what is in flight comes to its end, nothing more is taken, and the process is gone within ten seconds.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { plainEnvironment } from "../support/product/plain-environment.ts";
import { databaseKinds, type FreshDatabase, loadedDatabase, quickKind } from "./rig/databases.ts";
import { figures } from "./rig/figures.ts";
import { addressOf, type Program, runProgram } from "./rig/program.ts";

/** On a machine that others use, the ten seconds end a little later. */
const GRACE_MS = 15_000;
const asked = async (address: string, path: string): Promise<Socket> => {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`);
  return socket;
};

const isRefused = async (address: string) =>
  fetch(`${address}/healthz`).then(
    () => false,
    () => true,
  );

/** Sends SIGTERM, and waits until the service says that it has heard. */
async function told(service: Program) {
  const ended = service.end("SIGTERM");
  await service.says(/Rocade stops/);
  return ended;
}

/** Nobody reads the events of the database until they are given back; the embedded one cannot be held. */
async function holdEvents({ env }: FreshDatabase): Promise<() => Promise<void>> {
  if (env.DATABASE_URL === "") return async () => {};
  const sql = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {} });
  const session = await sql.reserve();
  await session`BEGIN`;
  await session`LOCK TABLE events IN ACCESS EXCLUSIVE MODE`;
  return async () => {
    await session`ROLLBACK`;
    session.release();
    await sql.end();
  };
}

describe("a service that is told to stop", () => {
  it.each(databaseKinds())(
    "ends what is in flight, takes nothing more and goes, on %s",
    async (kind) => {
      const database = await loadedDatabase(kind);
      const { attempt, tell } = figures(`SIGTERM, ${kind}`);
      await attempt("while an answer is made", async () => {
        const env = { ...database.env, LOG_LEVEL: "info" };
        const service = runProgram("main", [], { env });
        const address = await addressOf(service);
        // A connection that is kept open, idle, does not keep it.
        const idle = await asked(address, "/healthz");
        await once(idle, "data");
        let answer = Buffer.alloc(0);
        const release = await holdEvents(database);
        const reader = await asked(address, "/api/download/events.csv");
        reader.on("data", (chunk: Buffer) => {
          answer = Buffer.concat([answer, chunk]);
        });
        // The answer on another connection shows that the question before it was taken.
        await fetch(`${address}/healthz`);
        const ended = told(service);
        await service.says(/Rocade stops/);
        // As npm's shell and whoever tells a whole group do: the signal comes twice.
        void service.end("SIGTERM");
        expect(await isRefused(address)).toBe(true);
        await release();
        expect(await ended).toEqual({ code: 0, signal: null });
        expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 /);
        // The last part of an answer in parts: it is whole.
        expect(answer.toString()).toMatch(/\r\n0\r\n\r\n$/);
        // Whoever collects the log reads lines of JSON alone; what a person is told stands elsewhere.
        const routes = service.logged().map((line) => JSON.parse(line).route);
        expect(routes).toContain("/healthz");
      });
      await attempt(
        "while a reader has stopped reading, and another has sent half a question",
        async () => {
          const service = runProgram("main", [], { env: database.env });
          const address = await addressOf(service);
          const half = await asked(address, "/healthz HTTP/1.1\r\nX-Half: ");
          const stuck = await asked(address, "/api/download/package.zip");
          stuck.pause();
          await fetch(`${address}/healthz`);
          const started = performance.now();
          expect(await told(service)).toEqual({ code: 0, signal: null });
          expect(performance.now() - started).toBeLessThan(GRACE_MS);
          half.destroy();
          stuck.destroy();
        },
      );
      await attempt("before it was ready", async () => {
        const service = runProgram("main", [], { env: database.env });
        await service.says(/Rocade starts/);
        const { code, signal } = await service.end("SIGTERM");
        expect(signal === "SIGTERM" || code === 0).toBe(true);
      });
      await database.remove();
      tell();
    },
  );

  it("hears what npm is told, which started it", { timeout: 240_000 }, async () => {
    const database = await loadedDatabase(quickKind());
    const env = { ...plainEnvironment(), PORT: "0", ...database.env };
    const npm = spawn("npm", ["start"], { env, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    const address = await new Promise<string>((resolve, reject) => {
      npm.stderr.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        const found = /The map: {2}(http:\S+)\//.exec(said)?.[1];
        if (found) resolve(found);
      });
      npm.once("exit", () => reject(new Error(said)));
    });
    // npm alone, as whoever supervises it does: not the group, which the keyboard reaches.
    npm.kill("SIGTERM");
    await once(npm, "exit");
    await expect.poll(() => isRefused(address), { timeout: GRACE_MS }).toBe(true);
    await database.remove();
  });
});
