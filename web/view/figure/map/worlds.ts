// What is drawn once in each world that is in sight: marks, ways and names. Areas and outlines are drawn in all at once.
import { inWorld, worldsInSight } from "#web/view/drawing/worlds.ts";
import type { Sketch } from "./sketch.ts";

/** What is drawn in one of the worlds, and what keys and ids there end in: nothing in the one around the middle. */
export type World = { readonly sketch: Sketch; readonly ending: string };

export function worldsOf(sketch: Sketch): World[] {
  return worldsInSight(sketch.projection.view).map((world) => ({
    sketch: { ...sketch, projection: inWorld(sketch.projection, world) },
    ending: world === 0 ? "" : ` @${world}`,
  }));
}

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
