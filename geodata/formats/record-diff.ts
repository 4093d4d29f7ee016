import type { Feature } from "geojson";
import { changeOfFeature } from "#model/change/feature-change.ts";
import { MovedPlaces } from "#model/change/moved-places.ts";
import type { RecordDiff } from "#model/change/version-diff.ts";
import type { Collection } from "#model/collection/collection.ts";
import type { Language } from "#model/words/language.ts";
import { featureName } from "./feature-name.ts";

type States = {
  readonly id: string;
  readonly before: Feature | undefined;
  readonly after: Feature | undefined;
};

/** Tells records of one difference in a language, in the order of its collections, that of the places first. */
export class RecordDiffs {
  readonly #places = new MovedPlaces();
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
  }

  /** What changed of a feature; undefined where nothing did but what follows from something else. */
  tell(
    { after, before, id }: States,
    collection: Pick<Collection, "properties" | "role">,
  ): RecordDiff | undefined {
    const change = changeOfFeature(before, after);
    const feature = after ?? before;
    if (!change || !feature) return undefined;
    const movesWith = this.#places.movesWith(collection.role, after, change);
    return {
      id,
      name: featureName(feature, collection, this.#language),
      changes: change.kinds,
      fields: change.fields,
      ...(movesWith.length > 0 && { movesWith }),
      geometry: feature.geometry,
    };
  }
}
