import { hasSources } from "#model/dataset/dataset.ts";
import { labelWhen } from "#model/time/date-label.ts";
import { textIn } from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said, SaidParagraph, Term } from "#web/controls/said.tsx";
import { formatPrecision, formatZone } from "#web/i18n/format.ts";
import { AttributesPart } from "#web/panels/record/attributes-part.tsx";
import { CiteThis } from "#web/panels/record/cite-this.tsx";
import { PeoplePart } from "#web/panels/record/people-part.tsx";
import {
  Contradictions,
  Heading,
  Part,
  PlaceLink,
  RecordAddress,
  Sources,
} from "#web/panels/record/record-parts.tsx";
import { CertaintyOfEvent, EventEvidence } from "./event-evidence.tsx";

/** Everything known of an event. */
export function EventView({ id }: { readonly id: string }) {
  const { dataset, known } = useApp();
  const { language, texts, timeZone } = useTexts();
  const event = known.value.events.find((candidate) => candidate.id === id);
  if (!event) return null;
  const actors = event.actorIds.map((id) => ({
    id,
    label: dataset.actors.find((actor) => actor.id === id)?.label,
  }));
  return (
    <article class="record">
      <Heading kind={<Term of="eventCategories" id={event.category} />}>
        <Said of={event.title} />
      </Heading>
      <p class="record-date">{labelWhen(event, language, timeZone)}</p>
      {event.clock.startTime !== null && (
        <p class="quiet">{formatZone(timeZone, event.clock.startTime, language)}</p>
      )}
      {event.sensitivity === "graphic" && <p class="quiet">{texts.graphic}</p>}
      <SaidParagraph class="lead" of={event.summary} />
      {hasSources(dataset) && event.certainty !== "unstated" && <CertaintyOfEvent event={event} />}
      {(event.placeId || event.quality) && (
        <Part title={texts.where}>
          {event.placeId && (
            <p>
              <PlaceLink id={event.placeId} />
            </p>
          )}
          {event.quality && (
            <p class="quiet">
              {formatPrecision([event.quality.precisionM], language)},{" "}
              {texts.basis[event.quality.basis]}
            </p>
          )}
        </Part>
      )}
      <PeoplePart of={event} />
      {actors.length > 0 && (
        <Part title={texts.actorsLabel}>
          <p>
            {actors.map(({ id: actor, label }, at) => (
              <span key={actor}>
                {at > 0 && " · "}
                <Said of={label} or={actor} />
              </span>
            ))}
          </p>
        </Part>
      )}
      <AttributesPart of={event.attributes} columns={dataset.meta.attributes.events} />
      <EventEvidence event={event} />
      <Contradictions subjectId={id} />
      <Sources ids={event.sourceIds} />
      <CiteThis selection={{ kind: "event", id }} title={textIn(event.title, language)} />
      <RecordAddress selection={{ kind: "event", id }} collection="events" />
    </article>
  );
}
