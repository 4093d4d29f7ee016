// What a step of the story lays stress on: it stands out, and the map shows all of it.
import type { Dataset } from "#model/dataset/dataset.ts";
import { type Bbox, isInBbox } from "#model/space/bbox.ts";
import { smallestBbox } from "#model/space/smallest-bbox.ts";
import type { Selection } from "#web/view/question/selection.ts";
import { positionsOfSelection } from "#web/view/scene/sites.ts";

/** The records that the dataset declares for the step; else its place, and its events with the places of these. */
export function emphasisOf(dataset: Dataset, stepId: string | null): readonly Selection[] {
  const step = dataset.story.find(({ id }) => id === stepId);
  if (!step) return [];
  const declared = dataset.meta.emphasis[step.id];
  if (declared) {
    const places = new Set(dataset.places.map(({ id }) => id));
    return declared.map((id) => ({ kind: places.has(id) ? "place" : "event", id }));
  }
  const events = dataset.events.filter(({ id }) => step.eventIds.includes(id));
  const places = [step.placeId, ...events.flatMap(({ placeId }) => placeId ?? [])];
  return [
    ...[...new Set(places)].map((id) => ({ kind: "place" as const, id })),
    ...events.map(({ id }) => ({ kind: "event" as const, id })),
  ];
}

/** The box around the place of a step and all that it stresses in the area of the data; undefined where none has a position. */
export function boxOfStep(dataset: Dataset, stepId: string): Bbox | undefined {
  const step = dataset.story.find(({ id }) => id === stepId);
  if (!step) return undefined;
  const shown = [{ kind: "place" as const, id: step.placeId }, ...emphasisOf(dataset, stepId)];
  return smallestBbox(
    shown
      .flatMap((one) => positionsOfSelection(dataset, one))
      .filter((position) => isInBbox(position, dataset.meta.extent))
      .map(([west = 0, south = 0]) => ({ west, south, east: west, north: south })),
  );
}
