// What every layer of the figure is drawn from, and what it gives back.
import type { Polygon, Position } from "geojson";
import type { Dataset } from "#model/dataset/dataset.ts";
import { type Points, positionsOfPoints } from "#model/space/points.ts";
import type { Language } from "#model/words/language.ts";
import type { Annotation, LabelEdit } from "#web/view/address/figure-edits.ts";
import type { MomentCrowd } from "#web/view/crowd/moment-crowd.ts";
import type { Palette } from "#web/view/drawing/palette.ts";
import type { Projection } from "#web/view/drawing/projection.ts";
import { element } from "#web/view/drawing/svg.ts";
import type { Box, Occupancy } from "#web/view/figure/placement/occupancy.ts";
import type { SourceNotes } from "#web/view/figure/words/figure-sources.ts";
import { printSelection, type Selection } from "#web/view/question/selection.ts";
import type { ChangeKind } from "#web/view/scene/compared-changes.ts";
import type { Scene } from "#web/view/scene/scene.ts";
import type { GroundTiles } from "../ground/ground-tiles.ts";
import { type SiteLook, siteLook } from "./site-glyph.ts";

export type Grouping = {
  /** Places whose label is that of their group. */
  readonly grouped: ReadonlySet<string>;
  /** Places that have their name wherever that covers least. */
  readonly alone: ReadonlySet<string>;
  /** The labels of the groups, which take their room. */
  readonly draw: (occupancy: Occupancy) => readonly Part[];
};

export type Sketch = {
  readonly dataset: Dataset;
  readonly scene: Scene;
  /** Of a picture: events that are too many to be in the scene. */
  readonly crowd?: MomentCrowd | null | undefined;
  readonly language: Language;
  readonly palette: Palette;
  /** The coasts of the world, once they are at hand. */
  readonly land?: readonly Polygon[] | undefined;
  /** What was laid under the map, where something was and it is drawn as well. */
  readonly ground?: GroundTiles | undefined;
  readonly projection: Projection;
  /** Lines to the reference place, rings around it, and where the lines cross the separating line. */
  readonly showsDistances: boolean;
  /** What became of sites between two dates, by their ids; empty where no dates are compared. */
  readonly changes: ReadonlyMap<string, ChangeKind>;
  /** Positions that are ringed as chosen, and as pointed to. */
  readonly chosen: readonly Position[];
  readonly pointed?: readonly Position[];
  /** The records of these: an event is ringed where its mark is drawn, which may be beside its position. */
  readonly chosenRecord?: Selection | null | undefined;
  readonly pointedRecord?: Selection | null | undefined;
  /** The ring of the area that the filter asks for, or as much of it as is drawn. */
  readonly area: readonly Position[];
  /** What stands behind the figures of places, as numbers of the list of sources; empty where there is no list. */
  readonly notes: SourceNotes;
  /** Of a picture, what an editor made of the names of places, by their ids, and wrote on this map. */
  readonly edited?: ReadonlyMap<string, LabelEdit> | undefined;
  readonly annotations?: readonly (Annotation & { readonly nth: number })[] | undefined;
  /** Some records stand out, and all else is faint. */
  readonly hasHighlights?: boolean | undefined;
  /** Sites that stand on the map by a number instead of their name, by the ids of their places. */
  readonly numbers?: ReadonlyMap<string, number> | undefined;
  /** Of a post: sites that are counted in groups instead of being named. */
  readonly grouping?: ((sketch: Sketch) => Grouping) | undefined;
  /** Parts of the map that furniture lies on; no name may stand there. */
  readonly reserved: readonly Box[];
  /** Marks answer a pointer, with room around them. */
  readonly isInteractive: boolean;
};

/** A piece of a layer; its key is the same as long as it stands for the same thing. */
export type Part = {
  readonly key: string;
  readonly svg: string;
  /** Of a picture: the record that it stands for, by which its group is called. */
  readonly record?: string;
};

export type Layer = { readonly id: string; readonly parts: readonly Part[] };

/** From this zoom on places that only help to find one's way are shown, and the parts of a site. */
export const NEAR_ZOOM = 13.4;

/** A piece that stands for a record; `reach` is a shape in which a pointer counts as on it. */
export function partOf(
  sketch: Sketch,
  selection: Selection,
  what: string,
  svg: string,
  reach = "",
): Part {
  const name = printSelection(selection);
  const key = `${what} ${name}`;
  if (!sketch.isInteractive) return { key, svg, record: name };
  return { key, svg: element("g", { "data-sel": name }, svg + reach) };
}

/** What a piece is of the points of a record: the first by its plain name. */
export const nthOf = (what: string, nth: number) => (nth === 0 ? what : `${what} ${nth + 1}`);

/** Where the points of a phase are drawn. */
export const pixelsOf = ({ projection }: Pick<Sketch, "projection">, points: Points) =>
  positionsOfPoints(points).map((position) => projection.toPixel(position));

/** How a place is drawn: by the side on which it lies, if it is a site and has one. */
export function lookOfPlace({ dataset, palette, scene }: Sketch, placeId: string): SiteLook {
  const site = scene.sites.find(({ place }) => place.id === placeId);
  return siteLook(dataset.meta, site?.side ?? null, palette);
}

/** What a filter does not leave is drawn, faintly. */
export function faintUnless(isMatch: boolean, svg: string): string {
  return isMatch ? svg : element("g", { opacity: 0.25 }, svg);
}
