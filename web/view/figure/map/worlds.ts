// What is drawn once in each world that is in sight: marks, ways and names. Areas and outlines are drawn in all at once.
import { element } from "#web/view/drawing/svg.ts";
import { inWorld, widthBeyond, worldsInSight, worldsOfMarks } from "#web/view/drawing/worlds.ts";
import type { Box } from "#web/view/figure/placement/occupancy.ts";
import type { Part, Sketch } from "./sketch.ts";

/** What is drawn in one of the worlds, and what keys and ids there end in: nothing in the one around the middle. */
export type World = { readonly sketch: Sketch; readonly ending: string };

/** Those in which marks and their names stand. */
export const worldsOf = (sketch: Sketch): World[] =>
  worldsOfMarks(sketch.projection.view).map((world) => worldAt(sketch, world));

/** Those of which something is seen that is cut off where the world ends. */
export const worldsBelow = (sketch: Sketch): World[] =>
  worldsInSight(sketch.projection.view).map((world) => worldAt(sketch, world));

const worldAt = (sketch: Sketch, world: number): World => ({
  sketch: { ...sketch, projection: inWorld(sketch.projection, world) },
  ending: world === 0 ? "" : ` @${world}`,
});

/** What of the map lies beyond the one world: it is covered, and no name stands there. */
export function boxesBeyond({ projection: { view } }: Sketch): Box[] {
  const { height, width } = view;
  const beyond = widthBeyond(view);
  if (beyond === 0) return [];
  return [
    { left: 0, top: 0, right: beyond, bottom: height },
    { left: width - beyond, top: 0, right: width, bottom: height },
  ];
}

export const beyondParts = (sketch: Sketch): Part[] =>
  boxesBeyond(sketch).map(({ bottom, left, right }, nth) => {
    const box = { x: left, y: 0, width: right - left, height: bottom };
    return { key: `beyond ${nth}`, svg: element("rect", { ...box, fill: sketch.palette.halo }) };
  });

/** What each world has of something, with its own keys. */
export function inEach<Named extends object, Key extends keyof Named>(
  worlds: readonly World[],
  key: Key,
  of: (sketch: Sketch) => readonly Named[],
): Named[] {
  return worlds.flatMap(({ ending, sketch }) =>
    of(sketch).map((one) => (ending === "" ? one : { ...one, [key]: `${one[key]}${ending}` })),
  );
}
