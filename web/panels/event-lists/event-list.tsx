import type { Event } from "#model/record/event.ts";
import { labelWhen } from "#model/time/date-label.ts";
import { useTexts } from "#web/controls/app-context.ts";
import { Said, Term } from "#web/controls/said.tsx";
import { RecordLink } from "#web/panels/record/record-parts.tsx";

/** Events as links, each with its date as exact as it is known. */
export function EventList({
  events,
  faint,
}: {
  readonly events: readonly Event[];
  /** Ids of those that a filter does not leave. */
  readonly faint?: ReadonlySet<string>;
}) {
  const { texts } = useTexts();
  if (events.length === 0) return <p class="quiet">{texts.nothingKnown}</p>;
  return (
    <ul class="events">
      {events.map((event) => (
        <EventLine key={event.id} event={event} isFaint={faint?.has(event.id) ?? false} />
      ))}
    </ul>
  );
}

function EventLine({ event, isFaint }: { readonly event: Event; readonly isFaint: boolean }) {
  const { language, timeZone } = useTexts();
  return (
    <li class={isFaint ? "faint" : undefined}>
      <RecordLink to={{ kind: "event", id: event.id }}>
        <Said of={event.title} />
      </RecordLink>
      <span class="quiet">
        {labelWhen(event, language, timeZone)} · <Term of="eventCategories" id={event.category} />
      </span>
    </li>
  );
}
