// Whose the ground is that was laid under a map, and of when.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { type Bbox, boxesMeet } from "#model/space/bbox.ts";
import { labelPublished } from "#model/time/date-label.ts";
import type { Language } from "#model/words/language.ts";
import type { Messages } from "#web/i18n/message-types.ts";

/** One sentence; undefined where no ground was laid. */
export function groundCreditOf(
  { ground }: Pick<DatasetMeta, "ground">,
  texts: Pick<Messages, "groundCredit">,
  language: Language,
): string | undefined {
  return (
    ground &&
    texts.groundCredit(labelPublished(ground.date, language), ground.credit, ground.licence)
  );
}

/** The same of a map that shows the box: undefined, too, where nothing of the ground is in it. */
export const shownGroundCredit = (
  meta: Pick<DatasetMeta, "ground">,
  box: Bbox,
  texts: Pick<Messages, "groundCredit">,
  language: Language,
): string | undefined =>
  meta.ground && boxesMeet(meta.ground.bounds, box)
    ? groundCreditOf(meta, texts, language)
    : undefined;
