// What a step of the story lays stress on: the map rings it.
import type { Dataset } from "#model/dataset/dataset.ts";
import type { Selection } from "#web/view/question/selection.ts";

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
