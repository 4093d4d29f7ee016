import type { Geometry } from "geojson";
import type { Dataset } from "#model/dataset/dataset.ts";
import { type Language, textIn } from "#model/words/language.ts";
import type { LabelEdit } from "#web/view/address/figure-edits.ts";
import type { Projection } from "#web/view/drawing/projection.ts";
import { shortNameOf } from "#web/view/words/short-name.ts";

type Edited = {
  readonly dataset: Dataset;
  /** What an editor has changed of the names of places, by their ids. */
  readonly edited?: ReadonlyMap<string, LabelEdit> | undefined;
  readonly language: Language;
  readonly projection: Projection;
};

/** As near to the mark of a place, in pixels of the layout, the base map's name may be of the same. */
const OF_THE_SAME = 30;

/** Whether the base map says the name of a place whose own was taken off the map: as that, or as its beginning beside it. */
export function takenOff({ dataset, edited, language, projection }: Edited) {
  const hidden = dataset.places
    .filter(({ id }) => edited?.get(id)?.isHidden)
    .map((place) => ({
      marks: dataset.placePhases
        .filter(({ placeId }) => placeId === place.id)
        .flatMap(({ geometry: one }) =>
          one.type === "Point" ? [projection.toPixel(one.coordinates)] : [],
        ),
      names: [shortNameOf(dataset.meta, place, language), textIn(place.name, language)],
    }));
  return (name: string | null, geometry: Geometry): boolean => {
    if (name === null || geometry.type !== "Point") return false;
    const [left, top] = projection.toPixel(geometry.coordinates);
    return hidden.some(
      ({ marks, names }) =>
        names.includes(name) ||
        (names.some((one) => one.startsWith(`${name} `)) &&
          marks.some(([x, y]) => Math.hypot(left - x, top - y) <= OF_THE_SAME)),
    );
  };
}
