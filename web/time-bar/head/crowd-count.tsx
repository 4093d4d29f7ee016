import { useApp, useTexts } from "#web/controls/app-context.ts";
import { formatNumber, formatShare } from "#web/i18n/format.ts";
import { eventNumber } from "#web/view/words/readout-parts.ts";

/** How many events are open, how many of them in view, and how far they have been loaded or counted. */
export function CrowdCount() {
  const { hasFailed, open } = useApp().events;
  const { language, texts } = useTexts();
  if (hasFailed.value) return <span>{texts.crowdFailed}</span>;
  if (!open.value) return <span class="quiet">{texts.crowdCounting}</span>;
  const { all, certain, inFrame, isDrawing, matching, share } = open.value;
  const ofFilter = () =>
    matching === "counting" ? texts.crowdCounting : texts.matchEvents(matching ?? 0, all);
  const parts = [
    eventNumber({ all, certain }, texts),
    inFrame === null ? "" : texts.crowdInFrame(formatNumber(inFrame, language)),
    matching === null ? "" : ofFilter(),
    isDrawing ? texts.crowdDrawing : "",
    share === null ? "" : texts.crowdComing(formatShare(share, language)),
  ];
  return <span>{parts.filter(Boolean).join(" · ")}</span>;
}
