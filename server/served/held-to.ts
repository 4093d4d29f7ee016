import type { AsOf } from "#db/schema/as-of.ts";
import type { ServedVersion } from "../http/served-version.ts";
import { isStillServed, type ServedDataset } from "./served-dataset.ts";

/** What a question has to say of its version. */
export type Held = {
  /** Asked of this one, whichever is the newest; undefined: of the newest, by indexes that have nothing else. */
  readonly asOf: AsOf;
  /** What has to be there, where a statement can say so: `FeatureQuestion` tells what it does then. */
  readonly version: ServedVersion | undefined;
};

type Question<Answer> = {
  readonly ask: (held: Held) => Promise<Answer>;
  /**
   * Whether the answer is known to be of the version that was to be the newest, as the statement says so itself; unless
   * told, none is, and what is the newest afterwards tells.
   */
  readonly isSure?: (answer: Answer) => boolean;
};

/** What the question says as long as no other version has come. */
export const heldAtFirst = ({ asOf }: ServedDataset, version: ServedVersion): Held => ({
  asOf,
  version,
});

/**
 * Holds a question to the version that was resolved for a request. The newest is asked as such; where another has come
 * meanwhile it is asked again as a former one. So an answer, in however many statements it was found, is of one version.
 * `isOfVersion`: whether that can be told by its tag, too, as nothing came that may have made it say less.
 */
export async function heldTo<Answer>(
  served: ServedDataset,
  version: ServedVersion,
  { ask, isSure = () => false }: Question<Answer>,
): Promise<{ readonly answer: Answer; readonly isOfVersion: boolean }> {
  const { asOf } = served;
  const answer = await ask(heldAtFirst(served, version));
  if (isSure(answer)) return { answer, isOfVersion: true };
  if (await isStillServed(served, version)) return { answer, isOfVersion: true };
  if (asOf !== undefined) return { answer, isOfVersion: false };
  return { answer: await ask({ asOf: version.number, version: undefined }), isOfVersion: false };
}
