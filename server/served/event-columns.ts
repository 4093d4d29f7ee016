// The events that answer a question, as columns of numbers.
import type { Db } from "#db/database.ts";
import type { FeatureQuestion } from "#db/queries/features/feature-question.ts";
import {
  type EventCategories,
  findEventBlocks,
  findEventCategories,
} from "#db/queries/tiles/event-columns.ts";
import { encodeBlock, encodeHead } from "#model/collection/event-columns.ts";

/** Bytes of event columns; `version`: the hash of the content that they are of. */
export async function eventColumns(
  db: Db,
  question: FeatureQuestion,
  version: string,
): Promise<Uint8Array>;
/** The same; undefined where more events than `most` answer and have a position. */
export async function eventColumns(
  db: Db,
  question: FeatureQuestion,
  version: string,
  most: number,
): Promise<Uint8Array | undefined>;
export async function eventColumns(
  db: Db,
  question: FeatureQuestion,
  version: string,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array | undefined> {
  const found = await findEventCategories(db, question);
  const { matched, placed } = found;
  if (placed > most) return undefined;
  const blocks = await findEventBlocks(db, question, found);
  const head = encodeHead({ version, matched, placed, categories: namedCategories(found) });
  return Buffer.concat([head, ...blocks.map(encodeBlock)]);
}

/** As columns name them: those for which they have no number share the last. */
export const namedCategories = ({ categories, hasOthers }: EventCategories): readonly string[] =>
  hasOthers ? [...categories, "other"] : categories;
