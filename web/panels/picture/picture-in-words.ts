// What the picture at an address shows, for whoever cannot see it.
import type { Dataset } from "#model/dataset/dataset.ts";
import { ownColumns } from "#model/question/own-column.ts";
import type { Language } from "#model/words/language.ts";
import { readPictureAddress } from "#web/view/address/picture-address.ts";
import type { PicturedCrowd } from "#web/view/crowd/moment-crowd.ts";
import { alternativeText } from "#web/view/figure/words/figure-caption.ts";
import { figureInputOf } from "#web/view/figure-of-address.ts";

/** The alternative text that the picture has in its ZIP, too; undefined where the address is none of a picture. */
export function pictureInWords(
  dataset: Dataset,
  address: URL,
  language: Language,
  crowd?: PicturedCrowd | null,
): string | undefined {
  const read = readPictureAddress(address, ownColumns(dataset.meta.attributes));
  return read.ok
    ? alternativeText(figureInputOf(dataset, read.value, language, address, crowd))
    : undefined;
}
