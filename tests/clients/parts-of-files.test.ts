// GDAL reading a part of a file on the server, as a map that is zoomed in does: through a proxy that counts the bytes.
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { judgeTest, productUrl, run } from "#tests/support/foreign-client.ts";

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

/** The ids that ogrinfo finds in a file on the server, in a box. */
async function idsIn(file: string, box: readonly number[]): Promise<string[]> {
  passed.length = 0;
  const options = ["--config", "CPL_VSIL_CURL_USE_HEAD", "YES", "--config", "VSI_CACHE", "NO"];
  const path = `/vsicurl/${url}/api/download/${file}`;
  const layer = file.split(".")[0] ?? "";
  const spat = ["-spat", ...box.map(String)];
  const text = await run("ogrinfo", "-ro", "-al", "-q", ...options, ...spat, path, layer);
  return [...text.matchAll(/^ {2}id \(String\) = (.+)$/gm)].map(([, id]) => id ?? "").sort();
}

const CASES = ["camps", "places", "events", "movements", "basemap"].flatMap((id) => [
  [id, "fgb"] as const,
  [id, "gpkg"] as const,
]);
const BOX = [1.89, 50.96, 1.93, 50.98] as const;

describe("/vsicurl", () => {
  gdalTest.for(CASES)("reads what stands in a box of %s.%s", async ([id, ending]) => {
    const answer = await fetch(`${productUrl}/api/collections/${id}/items?bbox=${BOX}&limit=10000`);
    const { features } = (await answer.json()) as { features: { id: string }[] };
    expect(await idsIn(`${id}.${ending}`, BOX)).toEqual(features.map((one) => one.id).sort());
    expect(passed.some(({ range }) => range !== undefined)).toBe(true);
  });

  gdalTest.for(["events.fgb", "events.gpkg"])(
    "asks for less than the whole of %s",
    async (file) => {
      const head = await fetch(`${productUrl}/api/download/${file}`, { method: "HEAD" });
      const size = Number(head.headers.get("Content-Length"));
      expect(size).toBeGreaterThan(100_000);
      const [west, south, east, north] = BOX;
      const box = [west + 0.03, south, east, north - 0.015];
      await idsIn(file, box);
      const bytes = passed.reduce((sum, one) => sum + one.bytes, 0);
      expect(bytes).toBeGreaterThan(0);
      expect(bytes).toBeLessThan(size);
    },
  );
});
