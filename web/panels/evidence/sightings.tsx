import { evidenceIn } from "#model/evidence/dataset-evidence.ts";
import { rangeOf } from "#model/measure/people.ts";
import type { Attestation } from "#model/record/attestation.ts";
import { labelDate } from "#model/time/date-label.ts";
import type { Day } from "#model/time/day.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said, SaidSomehow, Term } from "#web/controls/said.tsx";
import { formatPeople } from "#web/i18n/format.ts";
import { RecordLink, SourceLink } from "#web/panels/record/record-parts.tsx";

type Days = readonly [first: Day | null, last: Day | null];

/** Events that tell of a bound of a place: those of the days on which it may have been; nothing where there are none. */
export function ToldOfDays({ days, placeId }: { readonly days: Days; readonly placeId: string }) {
  const { dataset } = useApp();
  const { texts } = useTexts();
  const [first, last] = days;
  if (first === null || last === null) return null;
  const told = evidenceIn(dataset)
    .sightingsOf(placeId)
    .filter(
      ({ earliest, eventId, latest }) =>
        eventId !== null &&
        earliest !== null &&
        latest !== null &&
        earliest <= last &&
        latest >= first,
    );
  if (told.length === 0) return null;
  return (
    <>
      <p>{texts.toldBy}</p>
      <ul class="plain">
        {told.map((sighting) => (
          <li key={sighting.id}>
            <Telling of={sighting} /> <Accounts ids={sighting.sourceIds} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Every day on which the place was seen, or was seen to be gone; nothing where none is recorded. */
export function Sightings({ placeId }: { readonly placeId: string }) {
  const { dataset } = useApp();
  const { language, texts, timeZone } = useTexts();
  const seen = evidenceIn(dataset).sightingsOf(placeId);
  if (seen.length === 0) return null;
  return (
    <details class="sightings">
      <summary>{texts.sightings(seen.length)}</summary>
      <ul class="plain">
        {seen.map((sighting) => (
          <li key={sighting.id}>
            {texts.labelled(
              labelDate(sighting.edtf, sighting.earliest, sighting.latest, language, timeZone),
              texts.sighted[sighting.state],
            )}{" "}
            · <Telling of={sighting} />
            <span class="quiet">
              {" "}
              {sighting.sourceIds.length === 1 && sighting.sourceIds[0] ? (
                <SourceLink id={sighting.sourceIds[0]} />
              ) : (
                <Accounts ids={sighting.sourceIds} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What tells of it: an event, a count, or the note of the sighting itself. */
function Telling({ of: { countId, eventId, note } }: { readonly of: Attestation }) {
  const { dataset } = useApp();
  const { language } = useTexts();
  const event = dataset.events.find(({ id }) => id === eventId);
  if (eventId !== null)
    return (
      <RecordLink to={{ kind: "event", id: eventId }}>
        <Said of={event?.title} or={eventId} />
      </RecordLink>
    );
  const count = dataset.counts.find(({ id }) => id === countId);
  const range = count && rangeOf(count);
  return (
    <>
      {count && range && (
        <>
          {formatPeople(range, language)} <Term of="measures" id={count.measure} /> (
          <SaidSomehow of={count.countedBy} />)
        </>
      )}
      {note && <SaidSomehow of={note} />}
    </>
  );
}

/** How many sources there are, and how many of them repeat nobody. */
export function Accounts({ ids }: { readonly ids: readonly string[] }) {
  const { dataset } = useApp();
  const { texts } = useTexts();
  return (
    <span class="quiet">
      ({texts.sourcesTold(ids.length, evidenceIn(dataset).accountsOf(ids).length)})
    </span>
  );
}
