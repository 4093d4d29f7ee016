import type { Projection } from "#web/view/drawing/projection.ts";
import { WORLD_LAND } from "#web/view/drawing/world-land.ts";
import type { SourceNotes } from "#web/view/figure/words/figure-sources.ts";
import type { FigureInput, Moment } from "../figure-input.ts";
import { groupingOf } from "./site-groups.ts";
import type { Sketch } from "./sketch.ts";

/** What a moment of a figure is drawn from, with no furniture on the map. */
export function bareSketch(
  { area, chosen, dataset, ground, language, numbers, palette, post, showsDistances }: FigureInput,
  { changes, crowd, scene }: Moment,
  projection: Projection,
  notes: SourceNotes = new Map(),
): Sketch {
  return {
    area,
    changes,
    chosen,
    dataset,
    ground,
    land: WORLD_LAND,
    language,
    palette,
    scene,
    crowd,
    showsDistances,
    notes,
    numbers,
    grouping: post && groupingOf(post.groups),
    projection,
    reserved: [],
    isInteractive: false,
  };
}
