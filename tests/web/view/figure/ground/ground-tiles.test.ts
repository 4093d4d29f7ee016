import { describe, expect, it } from "vitest";
import type { LaidGround } from "#model/dataset/laid-ground.ts";
import type { View } from "#web/view/drawing/projection.ts";
import type { TileAt } from "#web/view/drawing/tile-cover.ts";
import { GroundTiles } from "#web/view/figure/ground/ground-tiles.ts";

const GROUND: LaidGround = {
  hash: "0",
  date: "2016",
  credit: "Mappers",
  licence: "ODbL",
  schema: "own",
  bounds: { west: -180, south: -80, east: 180, north: 80 },
  minZoom: 2,
  maxZoom: 12,
};
const viewAt = (longitude: number, zoom: number, width = 800, height = 600): View => ({
  centre: [longitude, 50],
  zoom,
  width,
  height,
});

/** Draws until nothing is missing, from tiles of so many points; answers the zooms and columns that were read. */
async function coverOf(view: View, verticesAt: (z: number) => number) {
  const read: TileAt[] = [];
  const tiles = new GroundTiles(GROUND, {
    read: async (tile) => {
      read.push(tile);
      return { layers: new Map(), vertices: verticesAt(tile.z) };
    },
  });
  let over = tiles.over(view);
  while (tiles.isWanting) {
    expect(over).toEqual([]);
    await tiles.load();
    over = tiles.over(view);
  }
  return { over, read };
}

describe("the tiles that a picture is drawn from", () => {
  it("are those of the zoom nearest to its own, each read once", async () => {
    const { over, read } = await coverOf(viewAt(2, 10.6), () => 10);
    expect(new Set(over.map(({ z }) => z))).toEqual(new Set([11]));
    expect(read.length).toBe(over.length);
    expect((await coverOf(viewAt(2, 16), () => 10)).over[0]?.z).toBe(12);
  });

  it("are those of a zoom farther out where they are too many, or too heavy", async () => {
    const many = await coverOf(viewAt(2, 10, 6000, 6000), () => 10);
    expect(many.over.length).toBeLessThanOrEqual(64);
    expect(many.over[0]?.z).toBeLessThan(10);
    const heavy = await coverOf(viewAt(2, 10), (z) => (z > 8 ? 300_000 : 10));
    expect(heavy.over[0]?.z).toBe(8);
  });

  it("go on beyond the antimeridian, where the columns begin anew", async () => {
    const { over, read } = await coverOf(viewAt(180, 5), () => 10);
    expect(Math.max(...over.map(({ x }) => x))).toBeGreaterThan(31);
    expect(read.every(({ x }) => x >= 0 && x < 32)).toBe(true);
  });

  it("are none farther out than the first", async () => {
    expect(await coverOf(viewAt(2, 1.5), () => 10)).toEqual({ over: [], read: [] });
  });
});
