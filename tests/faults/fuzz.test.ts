// Whatever is asked of the API: no 500, nothing of the inside in an answer, its rules for browsers on all of them, and
// each 4xx a problem that can be read.
import { createHash } from "node:crypto";
import { Agent, type IncomingMessage, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { projectRoot } from "#db/project-root.ts";
import { databaseKinds, loadedDatabase, quickKind } from "./rig/databases.ts";
import { IS_LONG, times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { addressOf, runProgram } from "./rig/program.ts";
import { SEED } from "./rig/random.ts";
import { type RandomRequest, randomRequests } from "./rig/random-requests.ts";

/** Requests that are made of one number, so that none of the long form has to be held in memory. */
const AT_ONCE = 500;
/** How many are under way at the same time. */
const BESIDE = 8;

/** Stacks, statements, and folders of this machine. */
const INSIDES = new RegExp(
  `\\n\\s+at |node:internal|node_modules|Failed query|\\bselect .+ from\\b|root:x:0|dist/server|${projectRoot()}`,
  "i",
);

describe("random requests", () => {
  it.each(databaseKinds())("are all answered by the rules, on %s", async (kind) => {
    const database = await loadedDatabase(kind);
    const service = runProgram("main", [], { env: database.env, isLongLived: IS_LONG });
    const address = await addressOf(service);
    const definition = await (await fetch(`${address}/api/openapi`)).json();
    const agent = new Agent({ keepAlive: true, maxSockets: BESIDE });
    const statuses = new Map<string, number>();
    const { attempt, tell } = figures(`random requests, ${kind}`);
    const ask = async (asked: RandomRequest) => {
      const status = await holds(await answerTo(agent, address, asked), asked);
      const family = `${String(status)[0]}xx`;
      statuses.set(family, (statuses.get(family) ?? 0) + 1);
    };
    const count = times(kind === quickKind() ? 2500 : 500, 100_000);
    for (let done = 0; done < count; done += AT_ONCE) {
      const seed = createHash("sha256").update(`${SEED} requests ${kind} ${done}`).digest();
      const asked = randomRequests(definition, { seed: seed.readInt32LE(), count: AT_ONCE });
      const queue = asked[Symbol.iterator]();
      await Promise.all(
        Array.from({ length: BESIDE }, async () => {
          for (const one of queue) await attempt(asCommand(one), () => ask(one));
        }),
      );
    }
    await attempt("the service afterwards", async () => {
      expect((await fetch(`${address}/readyz`)).status, service.printed()).toBe(200);
    });
    await service.end("SIGTERM");
    agent.destroy();
    await database.remove();
    process.stdout.write(`  of them: ${JSON.stringify(Object.fromEntries(statuses))}\n`);
    tell();
    // The generator reaches what is behind the checks, too.
    expect(statuses.get("2xx")).toBeGreaterThan(count / 5);
    expect(statuses.get("4xx")).toBeGreaterThan(count / 5);
  });
});

type Answer = { readonly message: IncomingMessage; readonly body: string };

/**
 * As clients do, it asks once more where a connection that was used before is closed as the question is sent: the service
 * closes those that were idle, as they are while the next questions are made up (RFC 9112 §9.3.1).
 */
async function answerTo(
  agent: Agent,
  address: string,
  { method, target, headers }: RandomRequest,
): Promise<Answer> {
  const { hostname, port } = new URL(address);
  const send = (by: Agent | false) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request({ agent: by, hostname, port, method, path: target, headers }, resolve);
      const fail = (error: NodeJS.ErrnoException) => {
        const isIdle = by !== false && sent.reusedSocket && error.code === "ECONNRESET";
        if (isIdle) send(false).then(resolve, reject);
        else reject(error);
      };
      sent.on("error", fail).end();
    });
  const message = await send(agent);
  return { message, body: unpacked(await buffer(message), message.headers["content-encoding"]) };
}

function unpacked(sent: Buffer, encoding: string | undefined): string {
  // An answer to HEAD names an encoding and has nothing in it.
  if (sent.length === 0) return "";
  if (encoding === "br") return brotliDecompressSync(sent).toString();
  return encoding === "gzip" ? gunzipSync(sent).toString() : sent.toString();
}

/** The status; throws when the answer breaks a rule. */
async function holds({ message, body }: Answer, { method }: RandomRequest): Promise<number> {
  const { statusCode = 0, headers } = message;
  const told = `${statusCode} ${body.slice(0, 400)}`;
  expect(statusCode, told).toBeLessThan(500);
  expect(INSIDES.exec(body)?.[0], told).toBeUndefined();
  expect(headers["content-security-policy"], told).toMatch(/default-src 'none'/);
  if (statusCode < 400) return statusCode;
  expect(headers["content-type"], told).toBe("application/problem+json");
  if (method === "HEAD") return statusCode;
  expect(JSON.parse(body), told).toMatchObject({ status: statusCode, title: expect.any(String) });
  return statusCode;
}

/** The request as a line that repeats it, on any service. */
function asCommand({ method, target, headers }: RandomRequest): string {
  const given = Object.entries(headers).map(([name, value]) => ` -H '${name}: ${value}'`);
  return `curl -g${method === "HEAD" ? " -I" : ` -X ${method}`}${given.join("")} 'http://127.0.0.1:3000${target}'`;
}
