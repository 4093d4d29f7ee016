import { rangeOf } from "#model/measure/people.ts";
import { labelDate, labelPublished } from "#model/time/date-label.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Term } from "#web/controls/said.tsx";
import { formatPeople } from "#web/i18n/format.ts";
import { EventList } from "#web/panels/event-lists/event-list.tsx";
import { CiteThis } from "#web/panels/record/cite-this.tsx";
import { DeadLink } from "#web/panels/record/dead-link.tsx";
import {
  Heading,
  OneText,
  Part,
  PlaceLink,
  RecordAddress,
  SourceLink,
} from "#web/panels/record/record-parts.tsx";
import { publishedBy } from "#web/view/words/published-by.ts";

/** A source, and every record that rests on it. */
export function SourceView({ id }: { readonly id: string }) {
  const { dataset } = useApp();
  const { language, texts, timeZone } = useTexts();
  const source = dataset.sources.find((candidate) => candidate.id === id);
  if (!source) return null;
  const restsOn = ({ sourceIds }: { readonly sourceIds: readonly string[] }) =>
    sourceIds.includes(id);
  const places = dataset.places.filter(restsOn);
  const events = dataset.events.filter(restsOn);
  const counts = dataset.counts.filter(restsOn);
  const repeatedBy = dataset.sources.filter(({ repeats }) => repeats.includes(id));
  return (
    <article class="record">
      <Heading kind={<Term of="sourceKinds" id={source.kind} />}>
        <span lang={source.lang}>{source.title}</span>
      </Heading>
      <p>
        {publishedBy(dataset.meta, source, texts)}
        {source.published && `, ${labelPublished(source.published, language)}`}
      </p>
      {source.url ? (
        <p>
          <a href={source.url} target="_blank" rel="noopener noreferrer">
            {source.url}
          </a>{" "}
          <DeadLink source={source} />
        </p>
      ) : (
        <p class="quiet">{texts.noAddress}</p>
      )}
      {source.note && (
        <p class="quiet">
          <OneText>{source.note}</OneText>
        </p>
      )}
      {source.repeats.length > 0 && (
        <p>
          {texts.repeatsIn}{" "}
          {source.repeats.map((other) => (
            <SourceLink key={other} id={other} />
          ))}
        </p>
      )}
      {repeatedBy.length > 0 && (
        <p>
          {texts.repeatedBy}{" "}
          {repeatedBy.map((other) => (
            <SourceLink key={other.id} id={other.id} />
          ))}
        </p>
      )}
      {events.length > 0 && (
        <Part title={texts.foundEvents(events.length)}>
          <EventList events={events} />
        </Part>
      )}
      {places.length > 0 && (
        <Part title={texts.foundPlaces(places.length)}>
          <ul class="plain">
            {places.map((place) => (
              <li key={place.id}>
                <PlaceLink id={place.id} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {counts.length > 0 && (
        <Part title={texts.foundCounts(counts.length)}>
          <ul class="events">
            {counts.map((count) => {
              const range = rangeOf(count);
              return (
                <li key={count.id}>
                  <PlaceLink id={count.placeId} />
                  <span class="quiet">
                    {range && formatPeople(range, language)}{" "}
                    <Term of="measures" id={count.measure} />,{" "}
                    {labelDate(count.edtf, count.earliest, count.latest, language, timeZone)}
                  </span>
                </li>
              );
            })}
          </ul>
        </Part>
      )}
      <CiteThis selection={{ kind: "source", id }} title={source.title} />
      <RecordAddress selection={{ kind: "source", id }} collection="sources" />
    </article>
  );
}
