import type { Source } from "#model/record/source.ts";
import { labelDay } from "#model/time/date-label.ts";
import { useTexts } from "#web/controls/app-context.ts";

/** Says that an address was dead when it was last checked; nothing when it was alive, unclear or never checked. */
export function DeadLink({ source }: { readonly source: Source }) {
  const { language, texts } = useTexts();
  if (source.link?.status !== "dead") return null;
  return (
    <strong class="dead-link">{texts.deadLink(labelDay(source.link.checkedOn, language))}</strong>
  );
}
