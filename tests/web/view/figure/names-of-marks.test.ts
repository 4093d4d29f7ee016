// A name on a picture is read as that of the nearest mark: it is nearest to its own, or a line leads to it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { firstPosition } from "#model/space/points.ts";
import { inputAt } from "#tests/support/pictures/input-at.ts";
import { createDataset, createPlace, createPointPhase } from "#tests/support/records/dataset.ts";
import { createProjection, type Pixel } from "#web/view/drawing/projection.ts";
import { bareSketch } from "#web/view/figure/map/bare-sketch.ts";
import { figureView } from "#web/view/figure/map/figure-view.ts";
import { nameParts } from "#web/view/figure/map/name-layer.ts";
import { RING_REACH } from "#web/view/figure/map/ringed-marks.ts";
import { worldsOf } from "#web/view/figure/map/worlds.ts";
import { textWidth } from "#web/view/figure/type/text-width.ts";

const SIZE = { width: 420, height: 300 };
const degrees = fc.integer({ min: 0, max: 60 });
const someSites = fc.array(fc.tuple(degrees, degrees), { minLength: 2, maxLength: 14 });

/** Sites of one street, whose names are long. */
function sketchOf(at: readonly (readonly [number, number])[]) {
  const ids = at.map((_, index) => `Settlement ${index}`);
  const dataset = createDataset({
    places: ids.map((id) => createPlace({ id })),
    placePhases: ids.map((id, index) => {
      const [x = 0, y = 0] = at[index] ?? [];
      const coordinates = [1.84 + x / 1000, 50.94 + y / 2000];
      return createPointPhase({ id, placeId: id, geometry: { type: "Point", coordinates } });
    }),
    events: [],
  });
  const input = inputAt(dataset, "date=2014-05-10");
  const [moment] = input.moments;
  if (!moment) throw new Error("nothing is shown");
  const projection = createProjection(figureView(input, SIZE));
  return bareSketch(input, moment, projection);
}

/** The box of a name of one line; undefined of one to which a line leads. */
function boxOf(svg: string, name: string) {
  if (svg.includes("<path")) return undefined;
  const number = (attribute: string) =>
    Number(new RegExp(` ${attribute}="([-\\d.]+)"`).exec(svg)?.[1]);
  const [x, y, size] = [number("x"), number("y"), number("font-size")];
  const width = textWidth(name, size, "semibold");
  const left = svg.includes('"start"') ? x : svg.includes('"end"') ? x - width : x - width / 2;
  const top = y - size * 0.9;
  return { left, top, right: left + width, bottom: top + size * 1.16 };
}

const distanceTo = (
  box: Record<"bottom" | "left" | "right" | "top", number>,
  [x, y]: Pixel,
): number =>
  Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));

test("a name on a picture is nearest to its own mark, or a line leads to it", () => {
  fc.assert(
    fc.property(someSites, (at) => {
      const sketch = sketchOf(at);
      const marks = sketch.scene.sites.map(({ place, phase }) => ({
        id: place.id,
        at: sketch.projection.toPixel(firstPosition(phase.geometry)),
      }));
      for (const { id, at: own } of marks) {
        const part = nameParts(worldsOf(sketch), new Map()).parts.find(({ key }) =>
          key.includes(` ${id} `),
        );
        const box = part && boxOf(part.svg, id);
        if (!box) continue;
        const away = (at: Pixel) => distanceTo(box, at);
        for (const other of marks)
          if (Math.hypot(other.at[0] - own[0], other.at[1] - own[1]) >= 2)
            expect(away(other.at), `${id} beside ${other.id}`).toBeGreaterThan(away(own) - 0.1);
      }
    }),
  );
});

test("the ring around what is selected covers no name, nor takes one away where there is room", () => {
  fc.assert(
    fc.property(someSites, fc.boolean(), (at, isInteractive) => {
      const [chosen] = sketchOf(at).scene.sites;
      if (!chosen) return;
      const position = firstPosition(chosen.phase.geometry);
      const sketch = { ...sketchOf(at), chosen: [position], isInteractive };
      const middle = sketch.projection.toPixel(position);
      for (const { place } of sketch.scene.sites) {
        const part = nameParts(worldsOf(sketch), new Map()).parts.find(({ key }) =>
          key.includes(` ${place.id} `),
        );
        const box = part && boxOf(part.svg, place.id);
        if (box) expect(distanceTo(box, middle), place.id).toBeGreaterThan(RING_REACH - 0.1);
      }
    }),
    { numRuns: 30 },
  );
  const lone = sketchOf([
    [20, 20],
    [60, 60],
  ]);
  const [site] = lone.scene.sites;
  const sketch = { ...lone, chosen: site ? [firstPosition(site.phase.geometry)] : [] };
  expect(nameParts(worldsOf(sketch), new Map()).parts).toHaveLength(
    nameParts(worldsOf(lone), new Map()).parts.length,
  );
});
