import type { Geometry, LineString, Position } from "geojson";
import { type Dataset, lineOutlines } from "#model/dataset/dataset.ts";
import { isMeasuredSite } from "#model/dataset/roles.ts";
import { type Site, sideOfLine } from "#model/measure/site.ts";
import type { Place, PlacePhase } from "#model/record/place.ts";
import { distanceToLines, geodesicDistance, isInside } from "#model/space/geometry.ts";
import { arePoints, firstPosition, type Points, positionsOfPoints } from "#model/space/points.ts";
import { publishedDistance } from "#model/space/precision.ts";
import type { Selection } from "#web/view/question/selection.ts";
import { perDataset } from "./per-dataset.ts";

/** A phase that is a point, or several. */
export type PointPhase = PlacePhase & { readonly geometry: Points };

export function isPointPhase(phase: PlacePhase): phase is PointPhase {
  return arePoints(phase.geometry);
}

/** The first position of each place; places known only by an outline have none. */
export function placePositions(dataset: Dataset): ReadonlyMap<string, Position> {
  const positions = new Map<string, Position>();
  for (const phase of dataset.placePhases)
    if (isPointPhase(phase) && !positions.has(phase.placeId))
      positions.set(phase.placeId, firstPosition(phase.geometry));
  return positions;
}

/** Whether a position is that of a place, whose mark may stand there. */
export function isOfPlace(dataset: Dataset, position: Position): boolean {
  return positionsOfPlaces(dataset).has(position.join());
}

const positionsOfPlaces = perDataset(
  ({ placePhases }) =>
    new Set(
      placePhases
        .filter(isPointPhase)
        .flatMap(({ geometry }) => positionsOfPoints(geometry))
        .map((position) => position.join()),
    ),
);

/** Where a record is marked on a map; none when it has no place there. */
export function positionsOfSelection(
  { events, placePhases }: Pick<Dataset, "events" | "placePhases">,
  selection: Selection | null,
): readonly Position[] {
  if (!selection) return [];
  const { id, kind } = selection;
  if (kind === "place") {
    const first = placePhases.filter(isPointPhase).find(({ placeId }) => placeId === id);
    return first ? positionsOfPoints(first.geometry) : [];
  }
  const points = kind === "event" && events.find((event) => event.id === id)?.point;
  return points ? positionsOfPoints(points) : [];
}

/** Every site of the area studied with its distances and its side, as `db/queries/dataset/sites.ts` has them. */
export const sitesOf = perDataset(findSites);

function findSites(dataset: Dataset): readonly Site[] {
  const { meta } = dataset;
  const { area = null, further: others = [], reference: from } = meta.separation ?? {};
  const outlines = lineOutlines(meta);
  const places = new Map<string, Place>(dataset.places.map((place) => [place.id, place]));
  const pointsOf = (id: string | undefined) =>
    id === undefined ? [] : positionsOfSelection(dataset, { kind: "place", id });
  const reference = pointsOf(from?.place);
  const further = pointsOf(others[0]?.place);
  const separator = dataset.placePhases.flatMap(({ id, geometry }) =>
    outlines.includes(id) ? separateLines(geometry) : [],
  );
  return dataset.placePhases.flatMap((phase) => {
    const place = places.get(phase.placeId);
    if (!place || !isMeasuredSite(meta, place) || !isPointPhase(phase)) return [];
    const positions = positionsOfPoints(phase.geometry);
    const { precisionM } = phase.quality;
    const distanceTo = (ends: readonly Position[]) =>
      ends.length === 0 ? null : publishedDistance(nearest(positions, ends), precisionM);
    const within = positions.filter((position) => area !== null && isInside(position, area)).length;
    return {
      id: place.id,
      partOf: place.partOf,
      span: phase.span,
      convention: phase.convention,
      precisionM,
      distanceM: distanceTo(reference),
      furtherDistanceM: distanceTo(further),
      side: sideOfLine({
        lineDistanceM:
          separator.length === 0
            ? null
            : Math.min(...positions.map((position) => distanceToLines(position, separator))),
        precisionM,
        insideRing: within === positions.length ? true : within === 0 ? false : null,
        flag: place.statedSide,
      }),
    };
  });
}

/** Metres between the two points, one of each, that are nearest to each other. */
function nearest(some: readonly Position[], others: readonly Position[]): number {
  return Math.min(...some.flatMap((a) => others.map((b) => geodesicDistance(a, b))));
}

/** The two points, one of each, that are nearest to each other. */
export function nearestPair(some: readonly Position[], others: readonly Position[]): Position[] {
  const pairs = some.flatMap((a) => others.map((b) => [a, b]));
  if (pairs.length < 2) return pairs[0] ?? [];
  const lengthOf = ([a = [], b = []]: Position[]) => geodesicDistance(a, b);
  return pairs.reduce((best, pair) => (lengthOf(pair) < lengthOf(best) ? pair : best));
}

/** Each line of a geometry by itself. */
export function separateLines(geometry: Geometry): LineString[] {
  if (geometry.type === "LineString") return [geometry];
  if (geometry.type !== "MultiLineString") return [];
  return geometry.coordinates.map((coordinates) => ({ type: "LineString", coordinates }));
}
