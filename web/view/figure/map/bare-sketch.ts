import type { FigureEdits } from "#web/view/address/figure-edits.ts";
import type { Projection } from "#web/view/drawing/projection.ts";
import { WORLD_LAND } from "#web/view/drawing/world-land.ts";
import type { SourceNotes } from "#web/view/figure/words/figure-sources.ts";
import type { Scene } from "#web/view/scene/scene.ts";
import type { FigureInput, Moment } from "../figure-input.ts";
import { groupingOf } from "./site-groups.ts";
import type { Sketch } from "./sketch.ts";

/** What a moment of a figure is drawn from, with no furniture on the map. */
export function bareSketch(
  input: FigureInput,
  moment: Moment,
  projection: Projection,
  notes: SourceNotes = new Map(),
): Sketch {
  const { area, chosen, dataset, ground, language, numbers, palette, post, showsDistances } = input;
  const { changes, crowd, scene } = moment;
  const { annotations = [], highlights = [], labels } = input.edits ?? {};
  const map = Math.max(input.moments.indexOf(moment), 0) + 1;
  return {
    area,
    changes,
    chosen,
    chosenRecord: input.chosenRecord,
    dataset,
    ground,
    land: WORLD_LAND,
    language,
    palette,
    scene: highlights.length > 0 ? standingOut(scene, highlights) : scene,
    crowd,
    showsDistances,
    notes,
    edited: labels,
    annotations: annotations
      .map((one, nth) => ({ ...one, nth }))
      .filter((one) => one.map === null || one.map === map),
    hasHighlights: highlights.length > 0,
    numbers,
    grouping: post && groupingOf(post.groups),
    projection,
    reserved: [],
    isInteractive: false,
  };
}

/** The scene in which nothing is left but these, as a filter leaves things. */
function standingOut(scene: Scene, highlights: FigureEdits["highlights"]): Scene {
  const ids = (kind: (typeof highlights)[number]["kind"]) =>
    new Set(highlights.filter((one) => one.kind === kind).map(({ id }) => id));
  const [places, events, movements] = [ids("place"), ids("event"), ids("movement")];
  const ofPlace = <Entry extends { readonly place: { readonly id: string } }>(entry: Entry) => ({
    ...entry,
    isMatch: places.has(entry.place.id),
  });
  const among =
    (chosen: ReadonlySet<string>) =>
    <Entry extends { readonly thing: { readonly id: string } }>(entry: Entry) => ({
      ...entry,
      isMatch: chosen.has(entry.thing.id),
    });
  return {
    ...scene,
    sites: scene.sites.map(ofPlace),
    ghosts: scene.ghosts.map(ofPlace),
    events: scene.events.map(among(events)),
    movements: scene.movements.map(among(movements)),
  };
}
