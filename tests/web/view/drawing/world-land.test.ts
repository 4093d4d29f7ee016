import { describe, expect, it } from "vitest";
import { isInside } from "#model/space/geometry.ts";
import { thinned } from "#web/view/drawing/polyline.ts";
import { WORLD_LAND } from "#web/view/drawing/world-land.ts";

const isLand = (lon: number, lat: number) =>
  WORLD_LAND.some((one) => [-360, 0, 360].some((turn) => isInside([lon + turn, lat], one)));

describe("the coasts of the world", () => {
  it.each([
    ["Cairo", 31.2, 30.0],
    ["Mosul", 43.1, 36.3],
    ["the last of Siberia, beyond the antimeridian", -173, 66.5],
    ["Vanua Levu", 179.2, -16.6],
    ["the South Pole", 0, -89],
    ["Antarctica", 100, -75],
  ])("have %s on land", (_, lon, lat) => expect(isLand(lon, lat)).toBe(true));

  it.each([
    ["the Mediterranean", 20, 34.5],
    ["the Atlantic", -35, 30],
    ["the Pacific at the antimeridian", 180, 0],
    ["the Caspian Sea", 51, 42],
  ])("have %s in the sea", (_, lon, lat) => expect(isLand(lon, lat)).toBe(false));

  it("go on beyond 180° rather than across the world, each area in one piece", () => {
    for (const { coordinates } of WORLD_LAND)
      for (const ring of coordinates)
        for (const [index, [lon = 0, lat = 0]] of ring.entries()) {
          const [before = lon, latBefore = lat] = ring[index - 1] ?? [lon, lat];
          // Along the pole, which is a single point, a line may go round the world.
          if (lat > -90 || latBefore > -90) expect(Math.abs(lon - before)).toBeLessThan(180);
        }
  });
});

describe("a line thinned for the eye", () => {
  it("has no two points within half a pixel, and a mere dot is nothing", () => {
    const [line = []] = thinned(Array.from({ length: 100 }, (_, at) => [at / 10, 0] as const));
    expect(line).toHaveLength(20);
    expect(
      thinned([
        [0, 0],
        [0.1, 0.1],
        [0.2, 0],
      ]),
    ).toEqual([]);
  });
});
