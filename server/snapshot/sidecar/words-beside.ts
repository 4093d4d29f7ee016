// What a desk reads beside a picture, in each of its dataset's languages: caption, alternative text, long description, credit.
import { licenceInWords } from "#model/dataset/licence-words.ts";
import { choosableLanguages, type Language, textIn } from "#model/words/language.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { withoutWords } from "#web/view/address/picture-address.ts";
import type { FigureInput } from "#web/view/figure/figure-input.ts";
import {
  alternativeText,
  captionText,
  longDescription,
} from "#web/view/figure/words/figure-caption.ts";
import { figureInputOf } from "#web/view/figure-of-address.ts";
import { shownGroundCredit } from "#web/view/words/ground-credit.ts";
import type { AskedPicture } from "../asked-picture.ts";

export type WordsBeside = {
  readonly language: Language;
  readonly caption: string;
  readonly alt: string;
  readonly description: string;
  /** Whose the data and the ground are, and a line for each licence. */
  readonly credit: string;
};

/** In the order of the dataset's languages. */
export function wordsBeside({
  address,
  crowd,
  dataset,
  language,
  question,
}: AskedPicture): readonly WordsBeside[] {
  return choosableLanguages(dataset.meta.languages).map((one) => {
    // What somebody wrote is in the language of the picture.
    const own = one === language ? question : withoutWords(question);
    const input = figureInputOf(dataset, own, one, address, crowd);
    return {
      language: one,
      caption: own.caption ?? captionText(input),
      alt: alternativeText(input),
      description: longDescription(input),
      credit: creditLines(input),
    };
  });
}

/** The same as files, each with its language in its name. */
export const filesOfWords = (words: readonly WordsBeside[]): Record<string, string> =>
  Object.fromEntries(
    words.flatMap(({ alt, caption, credit, description, language }) => [
      [`caption.${language}.txt`, `${caption}\n`],
      [`alt-text.${language}.txt`, `${alt}\n`],
      [`description.${language}.txt`, `${description}\n`],
      [`credit.${language}.txt`, `${credit}\n`],
    ]),
  );

function creditLines({ box, dataset: { meta }, language }: FigureInput): string {
  return [
    textIn(meta.attribution, language),
    shownGroundCredit(meta, box, messagesOf(language, meta), language) ?? [],
    meta.licences.map((licence) => `${licenceInWords(licence)} ${licence.path}`.trim()),
  ]
    .flat(2)
    .join("\n");
}
