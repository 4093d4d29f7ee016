// What the map stands on: the base map of the dataset, within the area that it describes, and beyond it, veiled, the coasts
// of the world; of one that has none these alone, as far as they are exact enough for the scale.
import type { Polygon } from "geojson";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { BasemapFeature } from "#model/record/basemap-feature.ts";
import type { Bbox } from "#model/space/bbox.ts";

type GroundFeature = Pick<BasemapFeature, "class" | "geometry">;

export type Ground = {
  readonly features: readonly GroundFeature[];
  /** What the features describe; null where they are everywhere. */
  readonly extent: Bbox | null;
  /** Outside of the extent, less exact than within. Of nothing the map is blank there: it would seem to be sea. */
  readonly around: readonly GroundFeature[];
  /** From this zoom on nothing of it is shown; null where it is shown at every one. */
  readonly untilZoom: number | null;
};

/** At this zoom two kilometres, by which coasts at 1 : 50 million may be off, are a dozen pixels and more. */
const LAST_WORLD_ZOOM = 9;

/** Whether the dataset has a ground of its own. */
export const hasOwnGround = ({ basemap }: Pick<Dataset, "basemap">): boolean => basemap.length > 0;

/** The ground of a dataset. `land`: of the world, where it is at hand. */
export function groundOf(
  dataset: Pick<Dataset, "basemap" | "meta">,
  land: readonly Polygon[],
): Ground {
  const { basemap, meta } = dataset;
  const world = land.map((geometry) => ({ class: "land" as const, geometry }));
  return hasOwnGround(dataset)
    ? { features: basemap, extent: meta.extent, around: world, untilZoom: null }
    : { features: world, extent: null, around: [], untilZoom: LAST_WORLD_ZOOM };
}
