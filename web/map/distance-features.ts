// The separation drawn on the map: a line from each counted site to the reference place, rings around it, and the
// places where the lines cross the bypass.
import type { Feature, FeatureCollection, LineString, Position } from "geojson";
import type { Dataset } from "#model/dataset.ts";
import { crossings, destination } from "#model/geometry.ts";
import type { Language } from "#model/language.ts";
import { formatDistance, formatKilometres } from "#web/i18n/format.ts";
import type { Scene } from "#web/state/scene.ts";
import { placePositions } from "#web/state/sites.ts";

const METRES_PER_KM = 1000;
const MOST_RINGS = 6;
const RING_STEPS = 96;

/** Lines, rings at whole kilometres out to the farthest site, and crossings; empty without a reference place. */
export function distanceFeatures(
  dataset: Dataset,
  scene: Scene,
  language: Language,
): FeatureCollection {
  const { referencePlaceId, bypassOutlineIds } = dataset.meta.separation;
  const reference = placePositions(dataset).get(referencePlaceId);
  if (!reference) return { type: "FeatureCollection", features: [] };
  const bypass = dataset.placePhases.flatMap(({ id, geometry }) =>
    bypassOutlineIds.includes(id) && geometry.type === "LineString" ? geometry : [],
  );
  const counted = scene.sites.filter((site) => site.isCounted && site.distanceM !== null);
  const lines = counted.map((site): Feature<LineString> => {
    const coordinates = [reference, site.phase.geometry.coordinates];
    return {
      type: "Feature",
      geometry: { type: "LineString", coordinates },
      properties: { kind: "line", label: formatDistance(site.distanceM ?? 0, language) },
    };
  });
  const farthest = Math.max(0, ...counted.map((site) => site.distanceM ?? 0));
  const rings = Math.min(Math.ceil(farthest / METRES_PER_KM), MOST_RINGS);
  return {
    type: "FeatureCollection",
    features: [
      ...Array.from({ length: rings }, (_, index) => ring(reference, index + 1, language)),
      ...lines,
      ...lines.flatMap(({ geometry }) => crossings(geometry, bypass).map(crossing)),
    ],
  };
}

function ring(centre: Position, kilometres: number, language: Language): Feature {
  const metres = kilometres * METRES_PER_KM;
  const coordinates = Array.from({ length: RING_STEPS + 1 }, (_, index) =>
    destination(centre, (index * 360) / RING_STEPS, metres),
  );
  return {
    type: "Feature",
    geometry: { type: "LineString", coordinates },
    properties: { kind: "ring", label: formatKilometres(metres, language) },
  };
}

function crossing(coordinates: Position): Feature {
  return {
    type: "Feature",
    geometry: { type: "Point", coordinates },
    properties: { kind: "crossing" },
  };
}
