import type { FeatureCollection, Position } from "geojson";
import type { Dataset } from "#model/dataset.ts";
import type { Selection } from "#web/state/selection.ts";
import { placePositions } from "#web/state/sites.ts";

/** Where a record is marked; null when it has no place on the map. */
export function positionOfSelection(dataset: Dataset, { kind, id }: Selection): Position | null {
  if (kind === "place") return placePositions(dataset).get(id) ?? null;
  if (kind === "event")
    return dataset.events.find((event) => event.id === id)?.point?.coordinates ?? null;
  return null;
}

/** A mark on each of the records that has a place. */
export function selectedFeatures(
  dataset: Dataset,
  selections: readonly (Selection | null)[],
): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: selections.flatMap((selection) => {
      const position = selection && positionOfSelection(dataset, selection);
      if (!position) return [];
      return {
        type: "Feature" as const,
        properties: {},
        geometry: { type: "Point" as const, coordinates: position },
      };
    }),
  };
}

/** An area, or as much of it as has been drawn: a ring that is closed is filled. */
export function areaFeatures(corners: readonly Position[]): FeatureCollection {
  if (corners.length < 2) return { type: "FeatureCollection", features: [] };
  const [first, last] = [corners[0], corners.at(-1)];
  const isClosed = corners.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  const ring = [...corners];
  return {
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        properties: {},
        geometry: isClosed
          ? { type: "Polygon", coordinates: [ring] }
          : { type: "LineString", coordinates: ring },
      },
    ],
  };
}
