import { labelDay } from "#model/time/date-label.ts";
import { printDatetime } from "#model/time/datetime.ts";
import { addDays } from "#model/time/day.ts";
import { possiblyIn } from "#model/time/span.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said, SaidParagraph } from "#web/controls/said.tsx";
import { EventList } from "#web/panels/event-lists/event-list.tsx";
import { EventRows } from "#web/panels/event-lists/event-rows.tsx";
import { Heading, Part, RecordAddress, Sources } from "#web/panels/record/record-parts.tsx";

/** A named period: its text, and the events that fall in it. */
export function PhaseView({ id }: { readonly id: string }) {
  const { dataset, events } = useApp();
  const { language, texts } = useTexts();
  const phase = dataset.phases.find((candidate) => candidate.id === id);
  if (!phase) return null;
  const { from, until } = phase.window;
  const days = [from, until && addDays(until, -1)].map((day) =>
    day === null ? "" : labelDay(day, language),
  );
  return (
    <article class="record">
      <Heading kind={texts.phasesLabel}>
        <Said of={phase.title} />
      </Heading>
      <p class="record-date">{days.join(" – ")}</p>
      <SaidParagraph class="lead" of={phase.summary} />
      {events.areHeld ? (
        <Part title={texts.chartEvents}>
          <EventList
            during={phase.window}
            events={dataset.events.filter((event) => possiblyIn(event.span, phase.window))}
          />
        </Part>
      ) : (
        <EventRows
          during={phase.window}
          parameters={() => new URLSearchParams({ datetime: printDatetime(phase.window) })}
          title={texts.crowdEvents}
        />
      )}
      <Sources ids={phase.sourceIds} />
      <RecordAddress selection={{ kind: "phase", id }} collection="phases" />
    </article>
  );
}
