import { describe, expect, it } from "vitest";
import { boundsOf, createProjection, fitView } from "#web/view/drawing/projection.ts";

/** At zoom 0 the world is 512 pixels wide: a degree of longitude is 512 / 360 of them. */
const PER_DEGREE = 512 / 360;

describe("a view across the antimeridian", () => {
  const fiji = { west: 177, south: -19, east: -178, north: -16 };
  // As wide as the box and lower: its width decides.
  const view = fitView(fiji, 500, 600);
  const { toLine, toLines, toPixel } = createProjection(view);

  it("has the box in its middle, five degrees wide", () => {
    expect(view.centre[0]).toBe(179.5);
    expect(boundsOf(view).west).toBeCloseTo(177, 6);
    expect(boundsOf(view).east).toBeCloseTo(182, 6);
  });

  it("shows places of both sides beside each other", () => {
    expect(toPixel([179.5, -17.5])[0]).toBeCloseTo(250, 6);
    expect(toPixel([-178, -17.5])[0]).toBeCloseTo(500, 6);
    expect(toPixel([182, -17.5])[0]).toBeCloseTo(500, 6);
  });

  it("draws a way between them as the short one", () => {
    const [from, to] = toLine([
      [178.4, -18.1],
      [-179.98, -16.85],
    ]);
    expect((to?.[0] ?? 0) - (from?.[0] ?? 0)).toBeCloseTo(1.62 * 100, 3);
  });

  it("draws an area that is cut there in one piece", () => {
    const area = (west: number, east: number) =>
      toLines([
        [west, -18],
        [east, -18],
        [east, -17],
        [west, -17],
        [west, -18],
      ]);
    const [[before], [after]] = [area(179, 180), area(-180, -179)];
    expect(before?.[1]?.[0]).toBeCloseTo(after?.[0]?.[0] ?? Number.NaN, 6);
    expect(area(179, 180)).toHaveLength(1);
  });
});

describe("a view of the whole world", () => {
  const world = { west: -180, south: -85, east: 180, north: 85 };
  const ring = [
    [-180, -80],
    [180, -80],
    [180, 80],
    [-180, 80],
    [-180, -80],
  ];

  it("has each place once, and all of its land as often as the world is seen", () => {
    const one = createProjection(fitView(world, 512, 512));
    expect(one.toPixel([-179, 0])[0]).toBeCloseTo(PER_DEGREE, 6);
    expect(one.toPixel([179, 0])[0]).toBeCloseTo(512 - PER_DEGREE, 6);
    expect(one.toLines(ring)).toHaveLength(1);
    const wide = createProjection({ centre: [0, 0], zoom: 0, width: 1000, height: 400 });
    expect(wide.toLines(ring).map(([first]) => first?.[0])).toEqual([-268, 244, 756]);
  });

  it("has the poles at the edge of its square", () => {
    const { toPixel } = createProjection({ centre: [0, 0], zoom: 0, width: 512, height: 512 });
    expect(toPixel([0, 90])[1]).toBeCloseTo(0, 3);
    expect(toPixel([0, -90])[1]).toBeCloseTo(512, 3);
  });
});
