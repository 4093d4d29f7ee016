// What a side of the line is called in a key: its name and, where the dataset has it, the clause that says what it is.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { Side } from "#model/measure/site.ts";
import { type Language, perhapsIn } from "#model/words/language.ts";
import type { Messages } from "#web/i18n/message-types.ts";

/** "at the edge of the wall: so near that the sources do not tell the side". */
export function sideInFull(
  meta: Pick<DatasetMeta, "separation">,
  side: Side,
  language: Language,
  texts: Messages,
): string {
  const sentence = perhapsIn(meta.separation?.sides?.[side].sentence, language);
  return sentence === null ? texts.side[side] : texts.labelled(texts.side[side], sentence);
}
