import type { Event } from "#model/record/event.ts";
import { labelWhen } from "#model/time/date-label.ts";
import type { Window } from "#model/time/span.ts";
import { useTexts } from "#web/controls/app-context.ts";
import { Said, Term } from "#web/controls/said.tsx";
import { PossiblyThen } from "#web/panels/record/possibly-then.tsx";
import { RecordLink } from "#web/panels/record/record-parts.tsx";

/** Events as links, each with its date as exact as it is known. */
export function EventList({
  during,
  events,
  faint,
}: {
  /** The days that the list is of: of what only may have happened in them it says so. */
  readonly during?: Window | null;
  readonly events: readonly Event[];
  /** Ids of those that a filter does not leave. */
  readonly faint?: ReadonlySet<string>;
}) {
  const { texts } = useTexts();
  if (events.length === 0) return <p class="quiet">{texts.nothingKnown}</p>;
  return (
    <ul class="events">
      {events.map((event) => (
        <li key={event.id} class={faint?.has(event.id) ? "faint" : undefined}>
          <EventLine event={event} during={during ?? null} />
        </li>
      ))}
    </ul>
  );
}

type Line = { readonly event: Event; readonly during: Window | null };

/** An event in a list: its title as a link, when it was, what it was, and whether it only may have been in these days. */
export function EventLine({ event, during }: Line) {
  const { language, timeZone } = useTexts();
  return (
    <>
      <RecordLink to={{ kind: "event", id: event.id }}>
        <Said of={event.title} />
      </RecordLink>
      <span class="quiet">
        {labelWhen(event, language, timeZone)} · <Term of="eventCategories" id={event.category} />
        <PossiblyThen of={event} during={during} />
      </span>
    </>
  );
}
