import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { VectorTile } from "@mapbox/vector-tile";
import { strFromU8, unzipSync } from "fflate";
import { PbfReader } from "pbf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkArchive } from "#server/ground/check-archive.ts";
import { Grounds } from "#server/served/grounds.ts";
import { CALAIS_ID } from "#tests/support/databases/database.ts";
import { calaisGround, GROUND_BOX } from "#tests/support/ground/calais-ground.ts";
import { testApp } from "#tests/support/product/app.ts";
import { redoclyFaults } from "#tests/support/programs/redocly.ts";

let folder = "";
let grounds: Grounds;
let hash = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ground-"));
  const file = path.join(folder, "extract.pmtiles");
  await writeFile(file, calaisGround());
  grounds = new Grounds(path.join(folder, "grounds"), () => {});
  const said = { date: "2016-01", credit: "© Mappers", licence: "ODbL" };
  const found = await checkArchive(file, null);
  hash = await grounds.lay(CALAIS_ID, file, { ...found, ...said }, new Date());
});
afterAll(() => rm(folder, { recursive: true }));

const ask = async (address: string, headers: Record<string, string> = {}, laid = true) => {
  const publicUrl = new URL("https://host.example/map");
  const { app } = await testApp({ publicUrl, ...(laid ? { grounds } : {}) });
  return app.request(`/map${address}`, { headers });
};

describe("a ground that was laid under a dataset", () => {
  it("is described as TileJSON, with whose it is and of when, at the address of the service", async () => {
    const response = await ask("/api/ground");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      tilejson: "3.0.0",
      attribution: "© Mappers (ODbL), 2016-01",
      tiles: [`https://host.example/map/api/ground/${hash}/{z}/{x}/{y}`],
      minzoom: 8,
      maxzoom: 13,
      bounds: [...GROUND_BOX],
    });
  });

  it("gives its tiles under its hash, for good; of another hash or zoom it says what there is", async () => {
    const tile = await ask(`/api/ground/${hash}/10/517/342`);
    expect(tile.headers.get("Content-Type")).toBe("application/vnd.mapbox-vector-tile");
    expect(tile.headers.get("Cache-Control")).toMatch(/immutable/);
    const { layers } = new VectorTile(new PbfReader(new Uint8Array(await tile.arrayBuffer())));
    expect(Object.keys(layers)).toEqual(expect.arrayContaining(["earth", "roads", "water"]));
    const tag = tile.headers.get("ETag") ?? "";
    const again = await ask(`/api/ground/${hash}/10/517/342`, { "If-None-Match": tag });
    expect(again.status).toBe(304);
    expect((await ask(`/api/ground/${hash}/10/0/0`)).status).toBe(204);
    const other = await ask("/api/ground/abc/10/517/342");
    expect([other.status, await other.text()]).toEqual([
      404,
      expect.stringMatching(/was replaced/),
    ]);
    const near = await ask(`/api/ground/${hash}/14/8272/5472`);
    expect([near.status, await near.text()]).toEqual([404, expect.stringMatching(/zoom 8…13/)]);
  });

  it("stands in the definition of the API where there is one, as whose tag tells", async () => {
    const [on, off] = [await ask("/api/openapi"), await ask("/api/openapi", {}, false)];
    expect(on.headers.get("ETag")).not.toBe(off.headers.get("ETag"));
    const [definition, without] = [await on.json(), await off.json()];
    expect(await redoclyFaults(JSON.stringify(definition))).toEqual([]);
    const { paths } = definition;
    const told = Object.keys(paths).filter((path) => path.startsWith("/ground"));
    expect(told).toEqual(["/ground", "/ground/{hash}/{tileMatrix}/{tileCol}/{tileRow}"]);
    expect(Object.keys(without.paths)).toEqual(
      Object.keys(paths).filter((path) => !told.includes(path)),
    );
    const { parameters, responses } = paths[told[1] ?? ""].get;
    expect(parameters.map(({ name }: { name: string }) => name)).toEqual(
      told[1]?.match(/(?<=\{)\w+/g),
    );
    expect(Object.keys(responses)).toContain("204");
  });

  it("is told of with the dataset, whose answers have another tag on it; without one nothing is as it was not", async () => {
    const [on, off] = [await ask("/api/dataset"), await ask("/api/dataset", {}, false)];
    const [withGround, without] = [await on.json(), await off.json()];
    expect(withGround.meta.ground).toEqual({
      hash,
      date: "2016-01",
      credit: "© Mappers",
      licence: "ODbL",
      schema: "protomaps",
      bounds: { west: 1.7, south: 50.89, east: 2.02, north: 51.02 },
      minZoom: 8,
      maxZoom: 13,
    });
    expect({ ...withGround, meta: { ...withGround.meta, ground: undefined } }).toEqual(without);
    expect("ground" in without.meta).toBe(false);
    expect(on.headers.get("ETag")).not.toBe(off.headers.get("ETag"));
    expect((await ask("/api/ground", {}, false)).status).toBe(404);
  });
});

describe("a picture on it", () => {
  it("is drawn of its tiles, cut to the frame, and says of when it is and whose", async () => {
    const query = "date=2016-02-20&lang=en&width=900&height=640";
    const [on, off] = [
      await ask(`/snapshot.svg?${query}`),
      await ask(`/snapshot.svg?${query}`, {}, false),
    ];
    const svg = await on.text();
    expect(svg).toMatch(/<path id="laid-land"[^>]*fill="#fbf9f4"/);
    expect(svg).toMatch(/<path id="laid-motorway"[^>]*stroke="#b5a98f"/);
    // The generalised base map is wholly under it, and so is not drawn.
    expect(svg).not.toContain('id="ground-land"');
    const words = svg.replace(/<metadata[\s\S]*<\/metadata>/, "").replace(/<[^>]*>/g, " ");
    expect(words.replace(/\s+/g, " ")).toContain("Ground (January 2016): © Mappers, ODbL.");
    expect(on.headers.get("ETag")).not.toBe(off.headers.get("ETag"));
    expect(await off.text()).toContain('id="ground-land"');
    // Beyond it there is what there was, and no credit for it.
    const away = await ask(`/snapshot.svg?${query}&bbox=2.2,48.8,2.5,48.95`);
    expect(await away.text()).not.toMatch(/laid-|Mappers, ODbL\. /);
  });

  it("has its hash in the sidecar, and is told apart from one on another ground", async () => {
    const query = "date=2016-02-20&lang=en&width=900&height=640";
    const zip = unzipSync(
      new Uint8Array(await (await ask(`/snapshot.zip?${query}`)).arrayBuffer()),
    );
    const state = JSON.parse(strFromU8(zip["state.json"] ?? new Uint8Array()));
    const said = { hash, date: "2016-01", credit: "© Mappers", licence: "ODbL" };
    expect(state.ground).toEqual(said);
    expect(strFromU8(zip["credit.en.txt"] ?? new Uint8Array())).toContain("© Mappers, ODbL");
    const svg = await (await ask(`/snapshot.svg?${query}`)).text();
    const verdictWith = async (laid: boolean) => {
      const { app } = await testApp({
        publicUrl: new URL("https://host.example/map"),
        ...(laid ? { grounds } : {}),
      });
      const body = new FormData();
      body.append("file", new Blob([svg]));
      const headers = { Accept: "application/json" };
      const answer = await app.request("/map/verify", { method: "POST", headers, body });
      return ((await answer.json()) as { verdict: string }).verdict;
    };
    expect(await verdictWith(true)).toBe("intact");
    expect(await verdictWith(false)).toBe("other-ground");
  });
});
