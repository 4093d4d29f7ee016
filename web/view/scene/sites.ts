import type { Geometry, LineString, Point, Position } from "geojson";
import { type Dataset, lineOutlines } from "#model/dataset/dataset.ts";
import { isMeasuredSite } from "#model/dataset/roles.ts";
import { type Site, sideOfLine } from "#model/measure/site.ts";
import type { Place, PlacePhase } from "#model/record/place.ts";
import { distanceToLines, geodesicDistance, isInside } from "#model/space/geometry.ts";
import { publishedDistance } from "#model/space/precision.ts";
import type { Selection } from "#web/view/question/selection.ts";
import { perDataset } from "./per-dataset.ts";

/** A phase that is a point. */
export type PointPhase = PlacePhase & { readonly geometry: Point };

export function isPointPhase(phase: PlacePhase): phase is PointPhase {
  return phase.geometry.type === "Point";
}

/** The first position of each place; places known only by an outline have none. */
export function placePositions(dataset: Dataset): ReadonlyMap<string, Position> {
  const positions = new Map<string, Position>();
  for (const phase of dataset.placePhases)
    if (isPointPhase(phase) && !positions.has(phase.placeId))
      positions.set(phase.placeId, phase.geometry.coordinates);
  return positions;
}

/** Whether a position is that of a place, whose mark may stand there. */
export function isOfPlace(dataset: Dataset, position: Position): boolean {
  return positionsOfPlaces(dataset).has(position.join());
}

const positionsOfPlaces = perDataset(
  ({ placePhases }) =>
    new Set(placePhases.filter(isPointPhase).map(({ geometry }) => geometry.coordinates.join())),
);

/** Where a record is marked on a map; null when it has no place there. */
export function positionOfSelection(dataset: Dataset, { kind, id }: Selection): Position | null {
  if (kind === "place") return placePositions(dataset).get(id) ?? null;
  if (kind === "event")
    return dataset.events.find((event) => event.id === id)?.point?.coordinates ?? null;
  return null;
}

/** Every site of the area studied with its distances and its side, as `db/queries/dataset/sites.ts` has them. */
export const sitesOf = perDataset(findSites);

function findSites(dataset: Dataset): readonly Site[] {
  const { meta } = dataset;
  const { area = null, further: others = [], reference: from } = meta.separation ?? {};
  const outlines = lineOutlines(meta);
  const places = new Map<string, Place>(dataset.places.map((place) => [place.id, place]));
  const positions = placePositions(dataset);
  const reference = from && positions.get(from.place);
  const further = others[0] && positions.get(others[0].place);
  const separator = dataset.placePhases.flatMap(({ id, geometry }) =>
    outlines.includes(id) ? linesOf(geometry) : [],
  );
  return dataset.placePhases.flatMap((phase) => {
    const place = places.get(phase.placeId);
    if (!place || !isMeasuredSite(meta, place) || !isPointPhase(phase)) return [];
    const position = phase.geometry.coordinates;
    const { precisionM } = phase.quality;
    return {
      id: place.id,
      partOf: place.partOf,
      span: phase.span,
      convention: phase.convention,
      precisionM,
      distanceM: reference
        ? publishedDistance(geodesicDistance(position, reference), precisionM)
        : null,
      furtherDistanceM: further
        ? publishedDistance(geodesicDistance(position, further), precisionM)
        : null,
      side: sideOfLine({
        lineDistanceM: separator.length === 0 ? null : distanceToLines(position, separator),
        precisionM,
        insideRing: area !== null && isInside(position, area),
        flag: place.ringRoad,
      }),
    };
  });
}

function linesOf(geometry: Geometry): LineString[] {
  if (geometry.type === "LineString") return [geometry];
  if (geometry.type !== "MultiLineString") return [];
  return geometry.coordinates.map((coordinates) => ({ type: "LineString", coordinates }));
}
