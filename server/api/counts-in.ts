import { CHANGE_KINDS } from "#model/change/change-kind.ts";
import type { ChangeCounts } from "#model/change/record-change.ts";
import type { Messages } from "#web/i18n/messages.ts";

/** How many records changed in which way, in words; nothing where none did. */
export const countsIn = (
  counts: ChangeCounts,
  texts: Pick<Messages, "changeKinds" | "labelled">,
): string =>
  CHANGE_KINDS.flatMap((kind) =>
    counts[kind] ? [texts.labelled(texts.changeKinds[kind], `${counts[kind]}`)] : [],
  ).join(" · ");
