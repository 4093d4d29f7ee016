// `PUT /api/datasets/{id}` over a real socket: who may publish, what is refused in which words, and that it is the import.
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect } from "vitest";
import { undoVersion } from "#db/queries/publish/undo-version.ts";
import type { ImportTask, RunImport } from "#server/imports/import-task.ts";
import { publishPacked } from "#server/imports/publish-packed.ts";
import { createLimitedServer } from "#server/listen.ts";
import { dbTest, testDatabase, testReads } from "#tests/support/databases/database.ts";
import { lyingZip } from "#tests/support/packages/lying-zip.ts";
import { testApp } from "#tests/support/product/app.ts";

const ID = "sent-bells";
const TOKEN = "a-token-of-the-test";
const LIMITS = { connections: 1000, connectionsPerClient: 0, limitsLoopback: false };
const servers: Server[] = [];

afterAll(async () => {
  for (const server of servers) server.close();
  await (await testDatabase()).execute(sql`DELETE FROM datasets WHERE id = ${ID}`);
});

/** A package of bells, each with its day. */
function bells(version: string, days: readonly string[], name = ID): Uint8Array {
  const rows = days.map((day, at) => `bell-${at},Bell ${at},${day},45.1,5.2`);
  const descriptor = { name, version, resources: [{ name: "events", path: "events.csv" }] };
  return zipSync({
    "datapackage.json": strToU8(JSON.stringify(descriptor)),
    "events.csv": strToU8(["id,title,date,lat,lon", ...rows, ""].join("\n")),
  });
}

async function serving(given?: { readonly run?: RunImport; readonly isOff?: boolean }) {
  const db = await testDatabase();
  const opened = { db, flush: async () => {}, explain: async (error: unknown) => String(error) };
  const run = given?.run ?? ((task: ImportTask) => publishPacked(opened, task));
  const importing = given?.isOff ? undefined : { token: TOKEN, megabytes: 1, run };
  const { app, lines } = await testApp({ db: await testReads(), ...(importing && { importing }) });
  const server = createLimitedServer(app.fetch, LIMITS);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const put = async (
    body: Uint8Array | string,
    { headers = {}, path = `/api/datasets/${ID}` }: { headers?: object; path?: string } = {},
  ) => {
    const all = { Authorization: `Bearer ${TOKEN}`, "Content-Type": "application/zip", ...headers };
    const answer = await fetch(url + path, {
      method: "PUT",
      body: body as BodyInit,
      headers: Object.entries(all).filter(([, value]) => value !== ""),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: JSON.parse(text) };
  };
  return { lines, put, url };
}

describe("a package that is sent", () => {
  dbTest(
    "is published as the import does it, told with what it changes, and can be undone",
    async () => {
      const { lines, put, url } = await serving();
      const api = `${url}/d/${ID}/api`;
      const trial = { path: `/api/datasets/${ID}?dry-run=true` };
      const first = bells("1", ["1871-03-18", "1871-03-20"]);
      const tried = await put(first, trial);
      expect([tried.status, tried.body]).toMatchObject([
        200,
        { status: "would-publish", dataset: ID, version: { label: "1" }, rows: 2, first: true },
      ]);
      expect(tried.headers.get("Location")).toBeNull();
      expect((await fetch(api)).status).toBe(404);
      const sent = await put(first);
      expect([sent.status, sent.body]).toMatchObject([
        201,
        { status: "published", version: { label: "1", publishedAt: expect.any(String) } },
      ]);
      expect(sent.headers.get("Location")).toBe(`${url}/d/${ID}/v/1/api`);
      // It is there at once, for whoever follows.
      expect((await fetch(`${url}/d/${ID}/v/1/api`)).status).toBe(200);
      const again = await put(first);
      expect([again.status, again.body]).toMatchObject([
        200,
        { status: "unchanged", version: { label: "1" }, changes: [] },
      ]);
      const second = bells("2", ["1871-03-18", "1871-03-21", "1871-04-01"]);
      const changes = [
        { collection: "events", counts: { added: 1, "re-dated": 1 }, complete: true },
      ];
      expect((await put(second, trial)).body).toMatchObject({ status: "would-publish", changes });
      const published = await put(second);
      expect([published.status, published.body]).toMatchObject([
        200,
        { status: "published", first: false, changes },
      ]);
      const taken = await put(bells("1", ["1900-01-01"]));
      expect([taken.status, taken.body.detail]).toEqual([
        409,
        expect.stringContaining("other content was published here"),
      ]);
      expect(await undoVersion(await testDatabase(), ID)).toMatchObject({
        status: "undone",
        restored: "1",
      });
      const versions = (await (await fetch(`${api}/versions`)).json()) as { versions: [] };
      expect(versions.versions.map(({ label }) => label)).toEqual(["1+undo.1", "2", "1"]);
      const package_ = await fetch(`${url}/api/datasets/${ID}`);
      expect(package_.url).toBe(`${api}/download/package.zip`);
      expect(package_.headers.get("Content-Type")).toBe("application/zip");
      const definition = (await (await fetch(`${api}/openapi`)).json()) as {
        paths: Record<string, { put?: object; servers?: object }>;
      };
      expect(definition.paths["/datasets/{datasetId}"]).toMatchObject({
        servers: [{ url: `${url}/api` }],
        put: { security: [{ importToken: [] }] },
      });
      expect(lines.join("\n")).not.toContain(TOKEN);
    },
    400_000,
  );

  dbTest("is refused in words, and nothing of it stays", async () => {
    const { put } = await serving();
    const good = bells("1", ["1871-03-18"], "other-bells");
    const path = "/api/datasets/other-bells";
    const cases = [
      [401, "IMPORT_TOKEN", await put(good, { path, headers: { Authorization: "" } })],
      [403, "token", await put(good, { path, headers: { Authorization: "Bearer another" } })],
      [400, "dry-run", await put(good, { path: `${path}?dry-run=maybe` })],
      [400, "note", await put(good, { path: `${path}?note=x` })],
      [409, '"other-bells"', await put(good)],
      [413, "1 MB", await put(new Uint8Array(1_000_001), { path })],
      [415, "text/csv", await put("a,b\n", { path, headers: { "Content-Type": "text/csv" } })],
      [415, "gzip", await put(good, { path, headers: { "Content-Encoding": "gzip" } })],
      [422, "damaged", await put(good.subarray(0, 200), { path })],
      [422, "damaged", await put("no ZIP", { path })],
      [
        422,
        "another size than it says",
        await put(
          lyingZip(good, (size) => size - 1),
          { path },
        ),
      ],
      [422, "datapackage.json", await put(zipSync({ "events.csv": strToU8("title\n") }), { path })],
      [
        422,
        "events.csv:3 date",
        await put(bells("1", ["1871", "one day"], "other-bells"), { path }),
      ],
    ] as const;
    expect(cases.map(([, , { status }]) => status)).toEqual(cases.map(([status]) => status));
    for (const [, words, { body, headers }] of cases) {
      expect(body.detail).toContain(words);
      expect(headers.get("Content-Type")).toBe("application/problem+json");
    }
    expect(cases.at(-1)?.[2].body.problems).toMatchObject([{ file: "events.csv", line: 3 }]);
    const off = await (await serving({ isOff: true })).put(good, { path });
    expect([off.status, off.body.detail]).toEqual([404, expect.stringContaining("not set")]);
  });

  dbTest(
    "waits for none: another meanwhile is told to come again, and readers are answered",
    async () => {
      let end = () => {};
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      const { put, url } = await serving({
        run: async () => {
          await ended;
          return { status: "failed", message: "the database is away" };
        },
      });
      const one = put("x");
      await expect.poll(async () => (await put("x")).headers.get("Retry-After")).toBe("5");
      expect((await fetch(`${url}/api/collections/camps/items?limit=1`)).status).toBe(200);
      end();
      const failed = await one;
      expect([failed.status, failed.body.detail]).toEqual([
        503,
        "nothing was published: the database is away",
      ]);
    },
  );

  dbTest("is not looked at after ten wrong tokens in a minute", async () => {
    const { put } = await serving();
    const headers = { Authorization: "Bearer a guess" };
    const statuses = [];
    for (let attempt = 0; attempt < 11; attempt += 1)
      statuses.push((await put("x", { headers })).status);
    expect(statuses).toEqual([...Array(10).fill(403), 429]);
    expect((await put("x")).status).toBe(429);
  });
});
