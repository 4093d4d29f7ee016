import type { Dataset } from "#model/dataset/dataset.ts";
import type { Language } from "#model/words/language.ts";
import type { PictureQuestion } from "#web/view/address/picture-address.ts";
import type { PicturedCrowd } from "#web/view/crowd/moment-crowd.ts";

/** A picture that is asked for, with what it is made of. */
export type AskedPicture = {
  readonly dataset: Dataset;
  /** The file of the ground that was laid under it. */
  readonly ground?: string | undefined;
  /** Events that are too many to be in the dataset. */
  readonly crowd?: PicturedCrowd | null | undefined;
  readonly question: PictureQuestion;
  readonly language: Language;
  readonly address: URL;
};
