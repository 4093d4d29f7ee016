// Files that break off because the database goes away while they are sent: nobody takes a half for the whole.
import { get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "#db/database.ts";
import { openDatabase } from "#db/open.ts";
import { createApp } from "#server/app.ts";
import { createLimitedServer } from "#server/listen.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import { type BreakableWay, breakableWay } from "#tests/support/databases/breakable-way.ts";
import { CALAIS_ID, MIGRATIONS } from "#tests/support/databases/shipped.ts";
import { sendRaw } from "#tests/support/product/raw-socket.ts";
import { addEvents } from "#tests/support/records/many-events.ts";
import { databaseKinds, type FreshDatabase, loadedDatabase } from "./rig/databases.ts";
import { figures } from "./rig/figures.ts";

const hasServer = databaseKinds().includes("postgres");
/** More than are read at a time, several times over. */
const EVENTS = 9000;
const NO_LIMITS = { connections: 100, connectionsPerClient: 0, limitsLoopback: true };

let made: FreshDatabase;
let way: BreakableWay;
let database: OpenDatabase;
let server: Server;
let address = "";
/** Bytes that may still come from the database before it is cut off. */
let left = Number.POSITIVE_INFINITY;
const lines: string[] = [];

beforeAll(async () => {
  if (!hasServer) return;
  made = await loadedDatabase("postgres");
  const past = await made.open();
  await addEvents(past.db, EVENTS);
  await past.close();
  const onAnswered = ({ length }: Buffer) => {
    left -= length;
    return left <= 0;
  };
  way = await breakableWay(made.env.DATABASE_URL, { onAnswered });
  database = await openDatabase({
    url: way.url,
    dataDirectory: "",
    migrationsFolder: MIGRATIONS,
    onProgress: () => {},
  });
  const app = createApp({
    served: { db: database.reads, datasetId: CALAIS_ID },
    drawPicture: renderPicture,
    log: createLog("error", (line) => void lines.push(line)),
    webRoot: undefined,
  });
  server = createLimitedServer(app.fetch, NO_LIMITS);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  if (!hasServer) return;
  server.closeAllConnections();
  server.close();
  await database.close();
  await way.cut();
  await made.remove();
});

type Outcome = { readonly status: number; readonly bytes: number; readonly end: string };

/** Reads an answer as a strict client does: how it ended, and how much of it came. */
function read(path: string, headers: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    let [status, bytes] = [0, 0];
    get(`${address}${path}`, { headers, agent: false }, (response) => {
      status = response.statusCode ?? 0;
      response.on("data", (part: Buffer) => {
        bytes += part.length;
      });
      response.on("error", () => {});
      response.on("close", () =>
        resolve({ status, bytes, end: response.complete ? "whole" : "broken" }),
      );
    }).on("error", () => resolve({ status, bytes, end: "broken" }));
  });
}

/** Lets all pass again, and waits until the service has its database back. */
async function mended(): Promise<void> {
  left = Number.POSITIVE_INFINITY;
  for (let tries = 0; (await read("/readyz")).status !== 200; tries += 1)
    if (tries > 100) throw new Error("it did not come back");
}

const FILES = ["geojson", "geojsons", "csv", "fgb", "kml", "gpkg", "fg.json"].map(
  (format) => `/api/download/events.${format}`,
);
/** Boxes around all there is, each another question: what was sent once is on the disk. */
let boxes = 0;
const around = () => {
  boxes += 1;
  return `?bbox=-${10 + boxes / 100},40,10,60`;
};

describe.skipIf(!hasServer)("a download whose database goes away midway", () => {
  it.each(FILES)("never looks whole: %s", async (path) => {
    await mended();
    const { attempt, tell } = figures(`downloads broken off, ${path}`);
    let sent = 0;
    const counted = await read(`${path}${around()}`);
    expect(counted).toMatchObject({ status: 200, end: "whole" });
    const whole = counted.bytes;
    for (const bytes of [20_000, 700_000, 2_000_000])
      await attempt(`after ${bytes} bytes`, async () => {
        await mended();
        left = bytes;
        const { bytes: came, end, status } = await read(`${path}${around()}`);
        if (status === 200) {
          expect({ path, bytes, end }).toMatchObject({ end: "broken" });
          expect(came).toBeLessThan(whole);
          sent += 1;
        } else expect(status).toBe(503);
      });
    tell();
    // At least once there was something to break off, but for the formats that are written when all has been read.
    if (!path.endsWith("gpkg") && !path.endsWith("fgb")) expect(sent).toBeGreaterThan(0);
  });

  it.each(["identity", "gzip", "br"])("never looks whole, sent as %s", async (encoding) => {
    const { attempt, tell } = figures(`downloads broken off, sent as ${encoding}`);
    for (const bytes of [1_000, 300_000, 1_500_000])
      await attempt(`after ${bytes} bytes`, async () => {
        await mended();
        left = bytes;
        const { status, end } = await read(`/api/download/events.geojson${around()}`, {
          "Accept-Encoding": encoding,
        });
        expect({ bytes, status, end }).not.toMatchObject({ status: 200, end: "whole" });
      });
    tell();
  });

  it("resets the connection, for clients that take its end for the end of the file", async () => {
    const { attempt, tell } = figures("downloads broken off, HTTP/1.0");
    await attempt("after 2000000 bytes", async () => {
      await mended();
      left = 2_000_000;
      const { ended } = sendRaw(
        address,
        `GET /api/download/events.geojson${around()} HTTP/1.0\r\nHost: localhost\r\n\r\n`,
      );
      const { text, error } = await ended;
      expect(text).toMatch(/^HTTP\/1\.1 200 /);
      expect(error).toBe("ECONNRESET");
      expect(lines.some((line) => line.includes("an answer was broken off"))).toBe(true);
    });
    tell();
  });

  it("is told as a database that is away where nothing was sent yet", async () => {
    await mended();
    left = 1;
    const { attempt, tell } = figures("downloads of a lost database");
    for (const path of FILES.filter((one) => /geojson$|gpkg$|csv$/.test(one)))
      await attempt(path, async () =>
        expect(await read(`${path}${around()}`)).toMatchObject({ status: 503, end: "whole" }),
      );
    tell();
  });
});
