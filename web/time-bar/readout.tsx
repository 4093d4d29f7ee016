import { useComputed } from "@preact/signals";
import { Fragment } from "preact";
import { declaredSums } from "#model/collection/declared-sums.ts";
import { countsPeople } from "#model/dataset/dataset.ts";
import { SIDES } from "#model/measure/site.ts";
import { sumOf } from "#model/measure/sum.ts";
import { textIn } from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { SideMark } from "#web/controls/side-mark.tsx";
import { formatNumber, formatShare } from "#web/i18n/format.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { certainOf, happenedIn, tallyOf } from "#web/view/scene/happened.ts";
import {
  eventNumber,
  eventsInWords,
  matchesInWords,
  readoutParts,
  sumInWords,
} from "#web/view/words/readout-parts.ts";

/** The measures of the date in one line. */
export function Readout() {
  const { dataset, events, hasSites, matches, scene, separation, language } = useApp();
  const sums = useComputed(() => {
    // A crowd's values are not in the page.
    if (!events.areHeld) return [];
    const happened = happenedIn(scene.value);
    const shown = happened.map(({ thing }) => thing);
    const surely = certainOf(happened);
    const texts = messagesOf(language.value, dataset.meta);
    return declaredSums(dataset.meta).map((one) =>
      texts.labelled(
        textIn(one.label, language.value),
        sumInWords(
          sumOf(shown, one.property),
          sumOf(surely, one.property),
          one,
          language.value,
          texts,
        ),
      ),
    );
  });
  const parts = useComputed(() => {
    const texts = messagesOf(language.value, dataset.meta);
    if (hasSites)
      return readoutParts(separation.value, language.value, texts, countsPeople(dataset));
    const tally = tallyOf(happenedIn(scene.value));
    const sites = eventsInWords(tally, separation.value, language.value, texts);
    return { sites, sides: "", mean: "", people: "" };
  });
  const sites = useComputed(() => parts.value.sites);
  const mean = useComputed(() => parts.value.mean);
  const people = useComputed(() => parts.value.people);
  const match = useComputed(() =>
    matchesInWords(matches.value, messagesOf(language.value, dataset.meta)),
  );
  if (!events.areHeld && !hasSites) return <CrowdReadout />;
  return (
    <p class="readout">
      <strong>{sites}</strong>
      <span>{hasSites && <SideCounts />}</span>
      <span>{mean}</span>
      <span>{people}</span>
      {sums.value.map((text) => (
        <span key={text}>{text}</span>
      ))}
      <span>{match}</span>
      {!events.areHeld && <CrowdCount />}
    </p>
  );
}

/** How many sites lie on each side, each with its mark: this line is the key of the sides. */
function SideCounts() {
  const { separation } = useApp();
  const { texts } = useTexts();
  const { siteCounts } = separation.value;
  return SIDES.filter((side) => siteCounts[side] > 0).map((side, index) => (
    <Fragment key={side}>
      {index > 0 && ", "}
      <SideMark side={side} />
      {texts.sideCount(siteCounts[side], side)}
    </Fragment>
  ));
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
