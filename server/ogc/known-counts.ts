// How many features answer a question does not change as long as the data do not: counted once, known for every further
// page, format and language of the same question.
import { LRUCache } from "lru-cache";
import type { FeatureQuestion } from "#db/queries/features/feature-question.ts";
import type { ServedDataset } from "../served/served-dataset.ts";

const MAX_QUESTIONS = 5000;
const counts = new WeakMap<ServedDataset, LRUCache<string, number>>();

type Question = Omit<FeatureQuestion, "datasetId">;

/** `contentHash`: the version of the data; a count of another one is never answered. */
export function knownCount(
  served: ServedDataset,
  contentHash: string,
  question: Question,
): number | undefined {
  return counts.get(served)?.get(keyOf(contentHash, question));
}

export function rememberCount(
  served: ServedDataset,
  contentHash: string,
  question: Question,
  count: number,
): void {
  const known = counts.get(served) ?? new LRUCache<string, number>({ max: MAX_QUESTIONS });
  counts.set(served, known);
  known.set(keyOf(contentHash, question), count);
}

/** What decides which features answer, and nothing of how they are wanted. */
function keyOf(
  contentHash: string,
  { bbox, certainty, collection, conventions, equalities, filter, terms, window }: Question,
): string {
  return JSON.stringify([
    contentHash,
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
