import type { ReadonlySignal } from "@preact/signals";
import { labelDay } from "#model/time/date-label.ts";
import type { Day } from "#model/time/day.ts";
import { binStepOf } from "#model/time/timeline.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said, ShortName } from "#web/controls/said.tsx";
import { SideMark } from "#web/controls/side-mark.tsx";
import { formatKilometres, formatPeople } from "#web/i18n/format.ts";
import { separationOf } from "#web/view/scene/measures.ts";
import { periodAt } from "#web/view/scene/periods.ts";
import type { LaidThread } from "#web/view/threads/thread-lanes.ts";
import { runOn } from "#web/view/threads/threads.ts";
import { readoutSentence } from "#web/view/words/readout-sentence.ts";
import { percent, shareAt } from "../axis/time-scale.ts";
import { type Bars, barInWords } from "./event-histogram.tsx";

export type Hover = { readonly day: Day; readonly thread: LaidThread | undefined };

type Props = { readonly hover: ReadonlySignal<Hover | null>; readonly bars: Bars };

/** What is true of the day under the pointer: a line and a few words, which move nothing. */
export function PlotNote({ hover, bars }: Props) {
  const { axis } = useApp();
  if (hover.value === null) return null;
  const { day, thread } = hover.value;
  return (
    <div class="plot-note" style={{ "--at": percent(shareAt(day, axis.value)) }}>
      <div class="hairline" />
      <NoteWords day={day} thread={thread} bars={bars} />
    </div>
  );
}

function NoteWords({ day, thread, bars }: Hover & Pick<Props, "bars">) {
  const { dataset, hasSites, period } = useApp();
  const { language, texts } = useTexts();
  const phase = dataset.phases[periodAt(dataset.phases, day)];
  const bar = hasSites
    ? undefined
    : bars.value.find(({ from, until }) => day >= from && day < until);
  return (
    <div class="note-words">
      {bar && <p>{barInWords(bar, binStepOf(period), language, texts)}</p>}
      {!bar && <b>{labelDay(day, language)}</b>}
      {!bar && phase && " · "}
      {phase && <Said of={phase.title} />}
      {hasSites && <SitesOf day={day} />}
      {thread && <ThreadName day={day} of={thread} />}
    </div>
  );
}

/** The sites of a day in the words of the readout. */
function SitesOf({ day }: Pick<Hover, "day">) {
  const { certainty, conventions, dataset } = useApp();
  const { language, texts } = useTexts();
  const measured = separationOf(dataset, {
    day,
    start: day,
    mode: "instant",
    certainty: certainty.value,
    conventions: conventions.value,
  });
  const { known, people, sides } = readoutSentence(measured, language, texts, true);
  const parts = [
    sides.map(({ count, side }) => texts.sideCount(count, side)).join(", "),
    measured.distance && texts.meanDistance(formatKilometres(measured.distance.mean, language)),
  ].filter(Boolean);
  return (
    <>
      <p>{parts.length > 0 ? texts.labelled(known, parts.join(" · ")) : known}</p>
      {people && <p>{people}</p>}
    </>
  );
}

function ThreadName({ day, of }: { readonly day: Day; readonly of: LaidThread }) {
  const { dataset } = useApp();
  const { language } = useTexts();
  const { siteId, side } = of.thread;
  const place = dataset.places.find(({ id }) => id === siteId);
  const people = runOn(of.thread, day)?.people;
  if (!place) return null;
  return (
    <p>
      <SideMark side={side} />
      <b>
        <ShortName of={place} />
      </b>
      {people && ` · ${formatPeople(people, language)}`}
    </p>
  );
}
