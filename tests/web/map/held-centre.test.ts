import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eastOf } from "#model/space/bbox.ts";
import { heldCentre, roomAround } from "#web/map/held-centre.ts";
import { boundsOf, fitView } from "#web/view/drawing/projection.ts";

const SYRIA = { west: 29, south: 27, east: 45, north: 39 };
const WORLD = { west: -180, south: -85, east: 180, north: 85 };
const FIJI = { west: 177, south: -19, east: -178, north: -16 };
const PHONE = { width: 390, height: 650 };

describe("where a map may look", () => {
  it.each([
    ["a country", SYRIA],
    ["the world", WORLD],
    ["islands across the antimeridian", FIJI],
  ])("leaves all of %s in sight on a screen of any shape", (_, extent) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 3000 }),
        fc.integer({ min: 100, max: 3000 }),
        (width, height) => {
          const view = fitView(extent, width, height);
          const seen = boundsOf({ ...view, centre: heldCentre(view, roomAround(extent)) });
          const close = 1e-6;
          expect(seen.west).toBeLessThan(extent.west + close);
          expect(seen.east).toBeGreaterThan(eastOf(extent) - close);
          expect(seen.south).toBeLessThan(extent.south + close);
          expect(seen.north).toBeGreaterThan(extent.north - close);
        },
      ),
    );
  });

  it("is never far from the data, near by", () => {
    const room = roomAround(SYRIA);
    const [longitude = 0, latitude = 0] = heldCentre(
      { ...PHONE, centre: [-70, 60], zoom: 9 },
      room,
    );
    const seen = boundsOf({ ...PHONE, centre: [longitude, latitude], zoom: 9 });
    expect(seen.north).toBeCloseTo(45, 6);
    expect(seen.west).toBeCloseTo(21, 6);
  });

  it("is any longitude where the data go round the world, and not beyond the poles", () => {
    const view = { ...PHONE, centre: [300, 84], zoom: 3 };
    const [longitude, latitude = 0] = heldCentre(view, roomAround(WORLD));
    expect(longitude).toBe(300);
    expect(boundsOf({ ...view, centre: [300, latitude] }).north).toBeCloseTo(85.051129, 5);
  });
});
