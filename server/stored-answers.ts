// What takes long to make and is cached: one store for all datasets of the instance, so that its memory does not grow
// with their number. A tag is of one version of one dataset: what is under it is never another's.
import { CachedAnswers, lengthOf } from "./http/caches/cached-answers.ts";
import { WholeFiles } from "./http/files/whole-files.ts";
import { MAX_FILE_BYTES } from "./ogc/item-formats.ts";
import { cachedDrawings } from "./snapshot/drawing-answers.ts";
import type { Drawing } from "./snapshot/picture-task.ts";

const MB = 2 ** 20;

export type StoredAnswers = {
  /** Files to download. */
  readonly files: WholeFiles;
  /** Pictures that were drawn already. */
  readonly drawings: CachedAnswers<Drawing>;
  /** Typefaces, by the characters that they draw. */
  readonly fonts: CachedAnswers<Drawing>;
  /** Compressed columns of events: some million of them. */
  readonly columns: CachedAnswers;
  readonly tiles: CachedAnswers;
  /** Series, changes, sums and timelines. */
  readonly analyses: CachedAnswers;
  /** What is different between two versions, of all of whose records each has to be read. */
  readonly differences: CachedAnswers;
};

export function createStoredAnswers(): StoredAnswers {
  return {
    files: new WholeFiles(MAX_FILE_BYTES),
    drawings: cachedDrawings(64 * MB),
    fonts: cachedDrawings(16 * MB),
    columns: new CachedAnswers(64 * MB, lengthOf),
    tiles: new CachedAnswers(64 * MB, lengthOf),
    analyses: new CachedAnswers(32 * MB, lengthOf),
    differences: new CachedAnswers(16 * MB, lengthOf),
  };
}
