import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Bbox } from "#model/space/bbox.ts";
import { checkArchive } from "#server/ground/check-archive.ts";
import { calaisGround, GROUND_BOX } from "#tests/support/ground/calais-ground.ts";
import { writePmtiles } from "#tests/support/ground/write-pmtiles.ts";

const [west, south, east, north] = GROUND_BOX;
const CALAIS: Bbox = { west, south, east, north };
const tile = { z: 0, x: 0, y: 0, bytes: new Uint8Array([0x1a, 0x00]) };
const said = { tiles: [tile], bounds: GROUND_BOX, layers: ["roads"] };

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ground-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function checked(bytes: Uint8Array | string, area = CALAIS) {
  const file = path.join(folder, "extract.pmtiles");
  await writeFile(file, bytes);
  return checkArchive(file, area).catch((error: Error) =>
    error.message.replaceAll(file, "FILE").replaceAll(folder, "FOLDER"),
  );
}

describe("a file that is to be laid as a ground", () => {
  it("is read for what it describes, in either naming of layers", async () => {
    const common = { bounds: CALAIS, minZoom: 8, maxZoom: 10 };
    expect(await checked(calaisGround("protomaps", [8, 9, 10]))).toEqual({
      ...common,
      schema: "protomaps",
    });
    expect(await checked(calaisGround("own", [8, 9, 10]))).toEqual({ ...common, schema: "own" });
  });

  it("is refused in words for what it is not", async () => {
    const whole = calaisGround("own", [9]);
    const version = Uint8Array.from(whole);
    version[7] = 2;
    const answers = [
      await checked("GIF89a, and more than that"),
      await checked(version),
      await checked(writePmtiles({ ...said, tileType: 2 })),
      await checked(writePmtiles({ ...said, compression: 4 })),
      await checked(whole.slice(0, whole.length - 50)),
      await checked(whole, { west: 2.3, south: 48.8, east: 2.4, north: 48.9 }),
      await checked(writePmtiles({ ...said, bounds: [3, 50, 2, 51] })),
      await checked(writePmtiles({ ...said, layers: ["contours"] })),
    ];
    expect(answers).toEqual([
      expect.stringMatching(/^FILE is not a PMTiles file: it begins with "GIF89a,"/),
      "FILE is PMTiles of version 2; version 3 is read",
      "FILE has no vector tiles, but Png; a ground is drawn from MVT",
      "FILE is packed with Zstd; gzip and none are read",
      expect.stringMatching(/^FILE is cut off: it has \d+ bytes, and its tiles end after \d+$/),
      "FILE describes 1.7,50.89,2.02,51.02, and nothing of 2.3,48.8,2.4,48.9, which the ground is for",
      expect.stringMatching(/which is no box of west,south,east,north$/),
      expect.stringMatching(
        /^FILE has the layers "contours"; drawn are those of Protomaps \(earth/,
      ),
    ]);
    await expect(checkArchive(path.join(folder, "none.pmtiles"), null)).rejects.toThrow(
      /none\.pmtiles cannot be read: /,
    );
  });
});
