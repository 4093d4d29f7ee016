import type { DatasetVersion } from "#model/dataset/version.ts";
import { isStillServed, type ServedDataset } from "./served-dataset.ts";

type Question<Answer> = {
  /** Asks once, in one statement or in several of which each finds nothing where another version is there. */
  readonly ask: (version: DatasetVersion | undefined) => Promise<Answer>;
  /** Whether the answer is known to be of the version: it has something, or says so. */
  readonly isSure: (answer: Answer) => boolean;
};

/**
 * Holds a question to the version in its own statement: an answer that has anything is of it, and no other question has
 * to tell. One that has nothing may be so because another version came: if so it is asked again of whatever is there.
 */
export async function heldTo<Answer>(
  served: ServedDataset,
  version: DatasetVersion,
  { ask, isSure }: Question<Answer>,
): Promise<{ readonly answer: Answer; readonly isOfVersion: boolean }> {
  const answer = await ask(version);
  if (isSure(answer) || (await isStillServed(served, version)))
    return { answer, isOfVersion: true };
  return { answer: await ask(undefined), isOfVersion: false };
}
