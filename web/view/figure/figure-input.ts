// What a figure is drawn from.
import type { Position } from "geojson";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { Separation } from "#model/measure/separation.ts";
import type { SeriesStep } from "#model/measure/separation-series.ts";
import type { Bbox } from "#model/space/bbox.ts";
import type { Certainty, Window } from "#model/time/span.ts";
import type { Language } from "#model/words/language.ts";
import type { FigureEdits } from "#web/view/address/figure-edits.ts";
import type { Furniture } from "#web/view/address/furniture.ts";
import type { AskedSize } from "#web/view/address/picture-size.ts";
import type { MomentCrowd } from "#web/view/crowd/moment-crowd.ts";
import type { Palette } from "#web/view/drawing/palette.ts";
import type { Selection } from "#web/view/question/selection.ts";
import type { ChangeKind } from "#web/view/scene/compared-changes.ts";
import type { Matches } from "#web/view/scene/matches.ts";
import type { Scene } from "#web/view/scene/scene.ts";
import type { GroundTiles } from "./ground/ground-tiles.ts";

/** One date or stretch of days that the figure shows. */
export type Moment = {
  readonly scene: Scene;
  /** Events that are too many to be in the scene; null where they are more than a picture draws, undefined where none is. */
  readonly crowd?: MomentCrowd | null | undefined;
  readonly separation: Separation;
  /** What the filter leaves of what is shown; null without one. */
  readonly matches: Matches | null;
  /** Whether only what was certainly there is shown. */
  readonly certainty: Certainty;
  /** False where bounds that a convention fills are left out. */
  readonly conventions: boolean;
  /** The days of it. */
  readonly days: Window;
  /** In words, no more exact than what is shown. */
  readonly date: string;
  /** A name above the date, such as that of a period; none where empty. */
  readonly name: string;
  readonly changes: ReadonlyMap<string, ChangeKind>;
};

/** Ids of places that have one label. */
export type SiteGroup = readonly string[];

/** The date stands on the map, and sites that have no room for their names are counted in groups. */
export type Post = {
  readonly groups: readonly SiteGroup[];
  /** Of the right of the map, what its explanations lie on, in units of layout. */
  readonly aside: number;
};

export type FigureInput = {
  readonly dataset: Dataset;
  /** Several make a figure of small multiples: one frame, one legend. */
  readonly moments: readonly Moment[];
  /** Pictures of an animation: the page is laid out so that all of these have the map in the same place. */
  readonly steadyOver?: readonly Moment[];
  readonly series: readonly SeriesStep[];
  readonly language: Language;
  readonly palette: Palette;
  /** The ground that was laid under the dataset, from which the maps are drawn. */
  readonly ground?: GroundTiles | undefined;
  readonly isTransparent: boolean;
  /** Stands above the date. */
  readonly title: string;
  /** Words of an editor: who made it, what is to be said beside the sources, and for those who cannot see it. */
  readonly byline?: string | undefined;
  readonly note?: string | undefined;
  readonly alt?: string | undefined;
  /** What an editor changed on the maps. */
  readonly edits?: FigureEdits | undefined;
  /** Where the figure can be seen and checked. */
  readonly permalink: string;
  /** False where nobody but the reader has the data: nothing can be seen there by others. */
  readonly hasAddress: boolean;
  /** What the map shows at least. */
  readonly box: Bbox;
  /** Somebody asked for this very box; else it is the dataset's own. */
  readonly isBoxAsked: boolean;
  /** Pixels of the picture. */
  readonly width: number;
  readonly height: number;
  /** Millimetres of a picture that is printed. */
  readonly millimetres?: readonly [width: number, height: number] | undefined;
  /** As it was asked for, so that a size that is too small can be answered with one that is not. */
  readonly asked: AskedSize;
  /**
   * The shorter side in units of layout, in which type is 13 to 36 high: a small one makes large type. The picture
   * is scaled to its size.
   */
  readonly designSide: number;
  /** The same where there is too little room: the smallest type that can be read. */
  readonly tightSide: number;
  /** Sites for whose names the map has no room, by the ids of their places: the numbers by which they stand on it. */
  readonly numbers?: ReadonlyMap<string, number>;
  /** A post: what is met among other things, for a moment. */
  readonly post?: Post | undefined;
  readonly furniture: ReadonlySet<Furniture>;
  readonly showsDistances: boolean;
  readonly chosen: readonly Position[];
  /** The record of these. */
  readonly chosenRecord?: Selection | null | undefined;
  readonly area: readonly Position[];
};
