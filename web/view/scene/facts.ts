// What the filter needs to know of every place and event, gathered once when the dataset is loaded.
import { attributeTexts } from "#model/dataset/attribute.ts";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { Facts } from "#model/question/filter.ts";
import { positionsOfPoints } from "#model/space/points.ts";
import { searchable } from "#model/words/fold.ts";
import type { Localized } from "#model/words/language.ts";
import { perDataset } from "./per-dataset.ts";
import { isPointPhase, sitesOf } from "./sites.ts";

export type DatasetFacts = {
  readonly places: ReadonlyMap<string, Facts>;
  readonly events: ReadonlyMap<string, Facts>;
};

/** The facts of a dataset, gathered once. */
export const factsOf = perDataset(gather);

function gather(dataset: Dataset): DatasetFacts {
  const positions = new Map(
    dataset.placePhases
      .filter(isPointPhase)
      .reverse()
      .map(({ geometry, placeId }) => [placeId, positionsOfPoints(geometry)]),
  );
  const sides = new Map(sitesOf(dataset).map((site) => [site.id, site.side]));
  const kinds = new Map(dataset.sources.map((source) => [source.id, source.kind]));
  const kindsOf = (sourceIds: readonly string[]) => [
    ...new Set(sourceIds.flatMap((id): string | [] => kinds.get(id) ?? [])),
  ];
  const sideOf = (placeId: string | null) => {
    const side = placeId === null ? undefined : sides.get(placeId);
    return side ? [side] : [];
  };
  const names = new Map(dataset.places.map((place) => [place.id, place.name]));
  const { events: ofEvents, places: ofPlaces } = dataset.meta.attributes;
  const ownOfPlaces = new Map(
    dataset.placePhases
      .filter(isPointPhase)
      .map(({ attributes, placeId }) => [placeId, attributes] as const),
  );
  return {
    places: new Map(
      dataset.places.map((place) => [
        place.id,
        {
          kinds: [place.kind],
          sides: sideOf(place.id),
          sourceKinds: kindsOf(place.sourceIds),
          text: fold(
            [place.name, place.description],
            [...place.otherNames, ...attributeTexts(ofPlaces, ownOfPlaces.get(place.id) ?? null)],
          ),
          positions: positions.get(place.id) ?? [],
          own: { of: "places", values: ownOfPlaces.get(place.id) ?? {} },
        },
      ]),
    ),
    events: new Map(
      dataset.events.map((event) => [
        event.id,
        {
          categories: [event.category],
          certainties: [event.certainty],
          sides: sideOf(event.placeId),
          sourceKinds: kindsOf(event.sourceIds),
          text: fold(
            [event.title, event.summary, ...(event.placeId ? [names.get(event.placeId)] : [])],
            attributeTexts(ofEvents, event.attributes),
          ),
          positions: event.point ? positionsOfPoints(event.point) : [],
          own: { of: "events", values: event.attributes ?? {} },
        },
      ]),
    ),
  };
}

function fold(texts: readonly (Localized | undefined)[], more: readonly string[]): string {
  return searchable([...texts.flatMap((text) => (text ? Object.values(text) : [])), ...more]);
}
