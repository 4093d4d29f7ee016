import type { Point } from "geojson";
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

/** A name of the base map no farther from the mark of a place may be that of the same; in pixels of the layout. */
const NEAR = 30;

/**
 * What the base map says instead of a name of its own, by the name and where it stands: of a place whose name an editor has
 * changed the same words, and nothing where that was taken off or stands on the map already (`labelled`: the ids of places
 * whose names do). A name is that of a place if it is the same, or the beginning of it beside its mark.
 */
export function groundWords(
  { dataset, edited, language, projection }: Edited,
  labelled: ReadonlySet<string>,
) {
  const changed = [...(edited ?? [])].flatMap(([id, edit]) => {
    const place = dataset.places.find((one) => one.id === id);
    if (!place) return [];
    const marks = dataset.placePhases
      .filter(({ placeId }) => placeId === id)
      .flatMap(({ geometry }) =>
        geometry.type === "Point" ? [projection.toPixel(geometry.coordinates)] : [],
      );
    const names = [shortNameOf(dataset.meta, place, language), textIn(place.name, language)];
    return [{ id, edit, marks, names }];
  });
  return (name: string, { coordinates }: Point): string | null => {
    const [left, top] = projection.toPixel(coordinates);
    const of = changed.find(
      ({ marks, names }) =>
        names.includes(name) ||
        (names.some((one) => one.startsWith(`${name} `)) &&
          marks.some(([x, y]) => Math.hypot(left - x, top - y) <= NEAR)),
    );
    if (!of) return name;
    return of.edit.isHidden || labelled.has(of.id) ? null : (of.edit.text ?? name);
  };
}
