// The layer of the crowd puts its marks where MapLibre puts the places, however the map is turned and projected.
import { describe, expect } from "vitest";
import { withBrowserPage } from "#tests/bench/browser-page.mjs";
import { browserTest } from "#tests/support/browser/page.ts";
import type { Look, Mark, Seen, View } from "./crowd-layer-page.ts";

const DAY = 16_000;
const near: readonly Mark[] = [
  { at: [1.85, 50.95], day: DAY },
  { at: [1.8512, 50.9506], day: DAY },
  { at: [1.8485, 50.9495], day: DAY },
];
const far: readonly Mark[] = [
  { at: [0, 0], day: DAY },
  { at: [60, 40], day: DAY },
  { at: [-70, -20], day: DAY },
];

const GLOBE: View = { center: [0, 0], zoom: 1, projection: "globe" };
const VIEWS: readonly (readonly [string, View, readonly Mark[]])[] = [
  ["from close by", { center: [1.85, 50.95], zoom: 16.5 }, near],
  ["tilted and turned", { center: [1.85, 50.95], zoom: 16, pitch: 60, bearing: 130 }, near],
  ["with all the world in sight", { center: [0, 10], zoom: 1 }, far],
  ["on a globe", { center: [0, 10], zoom: 1.5, projection: "globe" }, far],
  [
    "on a globe that is turned",
    { center: [10, 20], zoom: 1.2, bearing: 40, pitch: 30, projection: "globe" },
    far,
  ],
  ["on a globe from close by", { center: [1.85, 50.95], zoom: 15, projection: "globe" }, near],
];

describe("the layer of a crowd", () => {
  browserTest("stands where MapLibre has its places, and nowhere else, in each view of them", () =>
    withBrowserPage(async (call) => {
      const looks: Look[] = [
        ...VIEWS.map(([, view, marks]) => ({ view, marks, day: DAY })),
        { view: { center: [1.85, 50.95], zoom: 16.5 }, marks: near, day: DAY + 1 },
        { view: GLOBE, marks: [{ at: [175, 0], day: DAY }], day: DAY },
        { view: { center: [179.5, 0], zoom: 4 }, marks: [{ at: [178, 1], day: DAY }], day: DAY },
      ];
      const seen = (await call(
        "tests/browser/events/crowd-layer-page.ts",
        "seenIn",
        looks,
      )) as Seen[][];
      const drawn = seen.map((marks) => marks.map(({ isDrawn }) => isDrawn));
      for (const [index, [name, , marks]] of VIEWS.entries())
        expect(drawn[index], `${name}: ${JSON.stringify(seen[index])}`).toEqual(
          marks.map(() => true),
        );
      const [onAnotherDay, behindTheGlobe, nextToTheAntimeridian] = drawn.slice(VIEWS.length);
      expect(onAnotherDay).toEqual([false, false, false]);
      expect(behindTheGlobe).toEqual([false]);
      expect(nextToTheAntimeridian).toEqual([true]);
    }),
  );
});
