import type { Feature } from "geojson";
import { changeOfFeature } from "#model/change/feature-change.ts";
import type { RecordDiff } from "#model/change/version-diff.ts";
import type { Collection } from "#model/collection/collection.ts";
import type { Language } from "#model/words/language.ts";
import { featureName } from "./feature-name.ts";

type States = {
  readonly id: string;
  readonly before: Feature | undefined;
  readonly after: Feature | undefined;
};

/** What changed of a feature, as it is told; undefined where nothing did but what follows from something else. */
export function recordDiff(
  { after, before, id }: States,
  collection: Pick<Collection, "properties">,
  language: Language,
): RecordDiff | undefined {
  const change = changeOfFeature(before, after);
  const feature = after ?? before;
  if (!change || !feature) return undefined;
  return {
    id,
    name: featureName(feature, collection, language),
    changes: change.kinds,
    fields: change.fields,
    geometry: feature.geometry,
  };
}
