// How many features answer a question does not change as long as the data do not: counted once, known for every further
// page, format and language of the same question.
import { LRUCache } from "lru-cache";
import type { FeatureQuestion } from "#db/queries/features/feature-question.ts";
import type { ServedVersion } from "../http/served-version.ts";
import { type ServedDataset, stateOf } from "../served/served-dataset.ts";

const MAX_QUESTIONS = 5000;
const counts = new WeakMap<ServedDataset, LRUCache<string, number>>();

type Question = Omit<FeatureQuestion, "datasetId">;

/** `version`: that of the data; a count of another one is never answered. */
export function knownCount(
  served: ServedDataset,
  version: ServedVersion,
  question: Question,
): number | undefined {
  return counts.get(served)?.get(keyOf(version, question));
}

export function rememberCount(
  served: ServedDataset,
  version: ServedVersion,
  question: Question,
  count: number,
): void {
  const known = counts.get(served) ?? new LRUCache<string, number>({ max: MAX_QUESTIONS });
  counts.set(served, known);
  known.set(keyOf(version, question), count);
}

/** What decides which features answer, and nothing of how they are wanted. */
function keyOf(
  version: ServedVersion,
  { bbox, certainty, collection, conventions, equalities, filter, terms, window }: Question,
): string {
  return JSON.stringify([
    stateOf(version),
    collection.id,
    certainty,
    conventions,
    bbox,
    window,
    equalities,
    terms,
    filter,
  ]);
}
