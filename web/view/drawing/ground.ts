// What the map stands on: the base map of the dataset, within the area that it describes; of one that has none, the coasts
// of the world, as far as they are exact enough for the scale.
import type { Polygon } from "geojson";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { BasemapFeature } from "#model/record/basemap-feature.ts";
import type { Bbox } from "#model/space/bbox.ts";

export type Ground = {
  readonly features: readonly Pick<BasemapFeature, "class" | "geometry">[];
  /** Outside of it the map is blank: it would seem to be sea. Null where the ground is everywhere. */
  readonly extent: Bbox | null;
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
  if (hasOwnGround(dataset)) return { features: basemap, extent: meta.extent, untilZoom: null };
  const features = land.map((geometry) => ({ class: "land" as const, geometry }));
  return { features, extent: null, untilZoom: LAST_WORLD_ZOOM };
}
