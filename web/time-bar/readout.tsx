import { useComputed } from "@preact/signals";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { formatNumber, formatShare } from "#web/i18n/format.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { matchesInWords, readoutParts } from "#web/view/words/readout-parts.ts";

/** The measures of the date in one line. */
export function Readout() {
  const { dataset, hasCrowd, hasSites, matches, separation, language } = useApp();
  const parts = useComputed(() =>
    readoutParts(separation.value, language.value, messagesOf(language.value, dataset.meta)),
  );
  const sites = useComputed(() => parts.value.sites);
  const sides = useComputed(() => parts.value.sides);
  const mean = useComputed(() => parts.value.mean);
  const people = useComputed(() => parts.value.people);
  const match = useComputed(() =>
    matchesInWords(matches.value, messagesOf(language.value, dataset.meta)),
  );
  if (hasCrowd && !hasSites) return <CrowdReadout />;
  return (
    <p class="readout">
      <strong>{sites}</strong>
      <span>{sides}</span>
      <span>{mean}</span>
      <span>{people}</span>
      <span>{match}</span>
      {hasCrowd && <CrowdCount />}
    </p>
  );
}

/** Of a dataset that has events and no sites. */
function CrowdReadout() {
  return (
    <p class="readout">
      <CrowdCount />
    </p>
  );
}

/** How many events are open, how many of them in view, and how far they have been loaded or counted. */
function CrowdCount() {
  const { crowdLoading, isTiled } = useApp();
  const { texts } = useTexts();
  if (crowdLoading.value.kind === "failed") return <span>{texts.crowdFailed}</span>;
  return isTiled ? <TalliedCount /> : <LoadedCount />;
}

function TalliedCount() {
  const { mapsWaiting, tally } = useApp();
  const { language, texts } = useTexts();
  const counts = tally.value;
  if (!counts) return <span class="quiet">{texts.crowdCounting}</span>;
  const { all, inFrame, matching } = counts;
  const parts = [
    texts.crowdOpen(all, formatNumber(all, language)),
    inFrame === null ? "" : texts.crowdInFrame(formatNumber(inFrame, language)),
    matching === null ? "" : texts.matchEvents(matching, all),
    mapsWaiting.value > 0 ? texts.crowdDrawing : "",
  ];
  return <span>{parts.filter(Boolean).join(" · ")}</span>;
}

function LoadedCount() {
  const { crowd, crowdHead, crowdLoading, crowdOpen, isCrowdFiltered } = useApp();
  const { language, texts } = useTexts();
  const loading = crowdLoading.value;
  const here = crowd.value.reduce((sum, { x }) => sum + x.length, 0);
  const placed = crowdHead.value?.placed ?? 0;
  const { all, inFrame, matching } = crowdOpen.value;
  const ofFilter = matching === null ? texts.crowdCounting : texts.matchEvents(matching, all);
  const parts = [
    texts.crowdOpen(all, formatNumber(all, language)),
    texts.crowdInFrame(formatNumber(inFrame, language)),
    isCrowdFiltered.value ? ofFilter : "",
    loading.kind === "coming"
      ? texts.crowdComing(formatShare(placed === 0 ? 0 : here / placed, language))
      : "",
  ];
  return <span>{parts.filter(Boolean).join(" · ")}</span>;
}
