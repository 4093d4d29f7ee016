// GDAL reading a part of a file on the server, as a map that is zoomed in does, or one table of the package: through a
// proxy that counts the bytes.
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { featuresOf, judgeTest, productUrl, run } from "#tests/support/programs/foreign-client.ts";

const gdalTest = judgeTest("gdal");

type Passed = { readonly method: string; readonly range: string | undefined; bytes: number };
const passed: Passed[] = [];
let url = "";

const counting = createServer((incoming, outgoing) => {
  const { hostname, port } = new URL(productUrl);
  const one: Passed = { method: incoming.method ?? "", range: incoming.headers.range, bytes: 0 };
  passed.push(one);
  const options = { hostname, port, path: incoming.url, method: one.method };
  const onwards = request({ ...options, headers: incoming.headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.on("data", (chunk: Buffer) => {
      one.bytes += chunk.length;
    });
    answer.pipe(outgoing);
  });
  incoming.pipe(onwards);
});

beforeAll(async () => {
  await new Promise<void>((listening) => counting.listen(0, "127.0.0.1", listening));
  url = `http://127.0.0.1:${(counting.address() as AddressInfo).port}`;
});
afterAll(() => {
  counting.close();
  counting.closeAllConnections();
});

const download = (file: string) => `/vsicurl/${url}/api/download/${file}`;

/** The ids that ogrinfo finds in a layer of a file on the server. */
async function idsIn(path: string, layer: string, ...asked: readonly string[]): Promise<string[]> {
  passed.length = 0;
  const options = ["--config", "CPL_VSIL_CURL_USE_HEAD", "YES", "--config", "VSI_CACHE", "NO"];
  const text = await run("ogrinfo", "-ro", "-al", "-q", ...options, ...asked, path, layer);
  return [...text.matchAll(/^ {2}id \(String\) = (.+)$/gm)].map(([, id]) => id ?? "").sort();
}

const idsInBox = (id: string, ending: string, box: readonly number[]) =>
  idsIn(download(`${id}.${ending}`), id, "-spat", ...box.map(String));

/** How many bytes the server has sent since the last question. */
const bytesPassed = () => passed.reduce((sum, one) => sum + one.bytes, 0);

async function sizeOf(file: string): Promise<number> {
  const head = await fetch(`${productUrl}/api/download/${file}`, { method: "HEAD" });
  return Number(head.headers.get("Content-Length"));
}

const CASES = ["camps", "places", "events", "movements", "basemap"].flatMap((id) => [
  [id, "fgb"] as const,
  [id, "gpkg"] as const,
]);
const BOX = [1.89, 50.96, 1.93, 50.98] as const;

describe("/vsicurl", () => {
  gdalTest.for(CASES)("reads what stands in a box of %s.%s", async ([id, ending]) => {
    const features = await featuresOf(id, { bbox: String(BOX) });
    expect(await idsInBox(id, ending, BOX)).toEqual(features.map((one) => one.id).sort());
    expect(passed.some(({ range }) => range !== undefined)).toBe(true);
  });

  gdalTest.for(["fgb", "gpkg"])("asks for less than the whole of events.%s", async (ending) => {
    const size = await sizeOf(`events.${ending}`);
    expect(size).toBeGreaterThan(100_000);
    const [west, south, east, north] = BOX;
    await idsInBox("events", ending, [west + 0.03, south, east, north - 0.015]);
    expect(bytesPassed()).toBeGreaterThan(0);
    expect(bytesPassed()).toBeLessThan(size);
  });
});

describe("/vsizip/ of /vsicurl/", () => {
  gdalTest("reads a table of the package without the others", async () => {
    const size = await sizeOf("package.zip");
    const path = `/vsizip/${download("package.zip")}/phases.csv`;
    const phases = await featuresOf("phases");
    expect(phases.length).toBeGreaterThan(2);
    expect(await idsIn(path, "phases")).toEqual(phases.map(({ id }) => String(id)).sort());
    expect(passed.some(({ range }) => range !== undefined)).toBe(true);
    expect(bytesPassed()).toBeLessThan(size);
  });

  gdalTest.for(["places", "events", "sources"])("reads all of %s.csv", async (table) => {
    const path = `/vsizip/${download("package.zip")}/${table}.csv`;
    const features = await featuresOf(table);
    // The table of places wants a position: what is published without one is not in it.
    const rows = features.filter(({ geometry }) => table !== "places" || geometry !== null);
    expect(await idsIn(path, table)).toEqual(rows.map(({ id }) => String(id)).sort());
  });
});
