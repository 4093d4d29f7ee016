// Whose a picture is, in a line.
import { licenceInWords } from "#model/dataset/licence-words.ts";
import { textIn } from "#model/words/language.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { shownGroundCredit } from "#web/view/words/ground-credit.ts";
import type { FigureInput } from "../figure-input.ts";

/** Of the data with their licences, and of the ground that is seen. */
export function creditOf({ box, dataset: { meta }, language }: FigureInput): string {
  return [
    `${textIn(meta.attribution, language)} ${meta.licences.map(licenceInWords).join(", ")}`,
    shownGroundCredit(meta, box, messagesOf(language, meta), language),
  ]
    .filter(Boolean)
    .join(" ");
}
