import { useComputed } from "@preact/signals";
import { Fragment } from "preact";
import { declaredSums } from "#model/collection/declared-sums.ts";
import { countsPeople } from "#model/dataset/dataset.ts";
import { sumOf } from "#model/measure/sum.ts";
import { textIn } from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { SideMark } from "#web/controls/side-mark.tsx";
import { formatNumber } from "#web/i18n/format.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { certainOf, happenedIn, tallyOf } from "#web/view/scene/happened.ts";
import { eventsInWords, matchesInWords, sumInWords } from "#web/view/words/readout-parts.ts";
import { readoutSentence } from "#web/view/words/readout-sentence.ts";
import { CrowdCount } from "./crowd-count.tsx";

/** `isStill`: as words alone, with nothing to press. */
type Props = { readonly isStill?: boolean };

/** What is known of the date: one sentence, which is the key of the sides too, and what it rests on below it. */
export function Readout({ isStill = false }: Props) {
  const { events, hasSites } = useApp();
  if (hasSites) return <SitesReadout isStill={isStill} />;
  return (
    <div class="readout">
      <p class="readout-main">{events.areHeld ? <EventTally /> : <CrowdCount />}</p>
      <p class="readout-more">
        <Sums />
        <Matches />
      </p>
    </div>
  );
}

function SitesReadout({ isStill }: Required<Props>) {
  const { certainty, dataset, events, language, separation, actions } = useApp();
  const { texts } = useTexts();
  const sentence = useComputed(() =>
    readoutSentence(
      separation.value,
      language.value,
      messagesOf(language.value, dataset.meta),
      countsPeople(dataset),
    ),
  );
  const known = useComputed(() => sentence.value.known);
  const people = useComputed(() => sentence.value.people);
  const peopleInFull = useComputed(() => sentence.value.peopleInFull);
  const sides = useComputed(() => sentence.value.sides.length);
  return (
    <div class="readout">
      <p class="readout-main" data-sides={sides}>
        <strong>{known}</strong>
        <SideCounts of={sentence} />
      </p>
      <p class="readout-more">
        {isStill ? (
          <Certainty of={sentence} />
        ) : (
          <button
            class="certainty-switch"
            type="button"
            aria-pressed={certainty.value === "certain"}
            title={texts.certainAloneWhy}
            onClick={() =>
              actions.setCertainty(certainty.value === "certain" ? "possible" : "certain")
            }
          >
            <Certainty of={sentence} />
          </button>
        )}
        <span title={peopleInFull}>{people}</span>
        <Sums />
        <Matches />
        {!events.areHeld && <CrowdCount />}
      </p>
    </div>
  );
}

type Sentence = { readonly of: { readonly value: ReturnType<typeof readoutSentence> } };

/** How many sites lie on each side, each with its mark: in long words, or short ones where there is little room. */
function SideCounts({ of }: Sentence) {
  const { language, texts } = useTexts();
  const { sides } = of.value;
  if (sides.length === 0) return null;
  return (
    <>
      {texts.labelled("", "")}
      {sides.map(({ count, side }, index) => (
        <Fragment key={side}>
          {index > 0 && <span class="side-comma">, </span>}
          <span class="side-count">
            <SideMark side={side} />
            {formatNumber(count, language)} <span class="long-words">{texts.side[side]}</span>
            <span class="short-words">{texts.shortSide[side]}</span>
          </span>
        </Fragment>
      ))}
    </>
  );
}

/** How many are certainly there, and how many possibly. */
function Certainty({ of }: Sentence) {
  const { certainty } = useApp();
  const { texts } = useTexts();
  const { certain, possible } = of.value;
  if (certainty.value === "certain") return <span>{texts.certainAlone}</span>;
  return <span>{[certain, possible].filter(Boolean).join(", ")}</span>;
}

/** The events of a dataset that has no sites. */
function EventTally() {
  const { dataset, language, scene, separation } = useApp();
  const tally = useComputed(() =>
    eventsInWords(
      tallyOf(happenedIn(scene.value)),
      separation.value,
      language.value,
      messagesOf(language.value, dataset.meta),
    ),
  );
  return <strong>{tally}</strong>;
}

/** The sums that the dataset wants to be told by. */
function Sums() {
  const { dataset, events, language, scene } = useApp();
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
  return sums.value.map((text) => <span key={text}>{text}</span>);
}

/** What a filter leaves of all this. */
function Matches() {
  const { dataset, language, matches } = useApp();
  const match = useComputed(() =>
    matchesInWords(matches.value, messagesOf(language.value, dataset.meta)),
  );
  return <span>{match}</span>;
}
