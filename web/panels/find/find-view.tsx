import { isSite } from "#model/dataset/roles.ts";
import type { Side } from "#model/measure/site.ts";
import type { Facet } from "#model/question/filter.ts";
import { labelSpan } from "#model/time/date-label.ts";
import type { Window } from "#model/time/span.ts";
import { excessOfWords, LIMITS_OF_WORDS } from "#model/words/asked-words.ts";
import type { VocabularyName } from "#model/words/vocabulary.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said, Term } from "#web/controls/said.tsx";
import { SideMark } from "#web/controls/side-mark.tsx";
import { formatNumber } from "#web/i18n/format.ts";
import { wordFor } from "#web/i18n/messages.ts";
import { EventList } from "#web/panels/event-lists/event-list.tsx";
import { EventRows } from "#web/panels/event-lists/event-rows.tsx";
import { PossiblyThen } from "#web/panels/record/possibly-then.tsx";
import { Heading, Part, RecordLink } from "#web/panels/record/record-parts.tsx";
import { apiQuestion, eventsAtAnyTime } from "#web/view/address/api-address.ts";
import { crowdColours } from "#web/view/crowd/crowd-colours.ts";
import { EmptyResult } from "./empty-result.tsx";
import { FindRange } from "./find-range.tsx";
import { type FindablePlace, useFindable } from "./findable.ts";
import { Narrowing } from "./narrowing.tsx";
import { OwnFacets } from "./own-facets.tsx";
import { sumCounts } from "./sum-counts.ts";

/** Most records listed under the filter; the rest is counted. */
const MAX_LISTED = 40;

/**
 * Words, and below them what is found, whatever its date; between the two a row of buttons by which it is narrowed: days,
 * an area of the map, facets with their counts.
 */
export function FindView() {
  const app = useApp();
  const { dataset, events, filter, isFiltered, actions } = app;
  const { language, texts } = useTexts();
  const { countFacet, during, events: foundEvents, places } = useFindable();
  const facets: readonly (readonly [Facet, string, Readonly<Record<string, string>>])[] = [
    ["kinds", texts.facetKinds, texts.placeKind],
    ["categories", texts.facetCategories, texts.category],
    ["certainties", texts.facetCertainties, texts.certaintyWord],
    ["sides", texts.facetSides, texts.shortSide],
    ["sourceKinds", texts.facetSources, texts.sourceKind],
  ];
  const [hasPlaces, hasEvents] = [dataset.places.length > 0, dataset.eventCount > 0];
  const title =
    hasPlaces && hasEvents ? texts.findTitle : texts.findTitleOf[hasPlaces ? "places" : "events"];
  const isAsked = isFiltered.value || during !== null;
  const { categories, certainties } = filter.value;
  const asksOfEvents = categories.length + certainties.length > 0;
  const foundOfPlaces = places.length > 0 && (
    <Part key="places" title={texts.foundPlaces(places.length)}>
      <ul class="events">
        {places.slice(0, MAX_LISTED).map(({ phase, place }) => (
          <li key={place.id}>
            <PlaceLine place={place} phase={phase} during={during} />
          </li>
        ))}
      </ul>
    </Part>
  );
  const foundOfEvents = events.areHeld
    ? foundEvents.length > 0 && (
        <Part key="events" title={texts.foundEvents(foundEvents.length)}>
          <EventList events={foundEvents.slice(0, MAX_LISTED)} during={during} />
        </Part>
      )
    : isAsked &&
      hasEvents && (
        <EventRows
          key="events"
          during={during}
          parameters={() => {
            const asked = { filter: filter.value, certainty: app.certainty.value };
            return during === null
              ? eventsAtAnyTime(asked)
              : new URLSearchParams(apiQuestion("events", { ...asked, window: during }).search);
          }}
          title={texts.crowdEvents}
        />
      );
  return (
    <article class="record">
      <Heading kind={texts.find}>{title}</Heading>
      <label class="search">
        <span>{texts.searchWords}</span>
        <input
          type="search"
          data-opens
          maxLength={LIMITS_OF_WORDS.characters}
          value={filter.value.q}
          onInput={({ currentTarget }) => {
            // What the API would refuse is not taken here either.
            if (excessOfWords(currentTarget.value) === undefined)
              actions.setQuery(currentTarget.value);
            else currentTarget.value = filter.value.q;
          }}
        />
      </label>
      <div class="narrowings">
        <FindRange />
        <Narrowing title={texts.where} chosen={filter.value.area ? 1 : 0}>
          <AreaButtons />
        </Narrowing>
        {facets
          .map(([facet, title, words]) => ({
            facet,
            title,
            words,
            counts: sumCounts(...countFacet(facet)),
          }))
          // Where nothing is stated there is nothing to choose.
          .filter(({ counts }) => counts.some(([value]) => value !== "unstated"))
          .map(({ counts, facet, title, words }) => (
            <Narrowing key={facet} title={title} chosen={filter.value[facet].length}>
              {counts.map(([value, count]) => (
                <label key={value}>
                  <input
                    type="checkbox"
                    checked={(filter.value[facet] as readonly string[]).includes(value)}
                    onChange={() => actions.toggleFacet(facet, value)}
                  />
                  <span>
                    {facet === "categories" && <Swatch category={value} />}
                    {facet === "sides" && <SideMark side={value as Side} />}
                    <FacetWord {...{ facet, value, words }} />
                  </span>
                  <span class="quiet">
                    {count === undefined ? "" : formatNumber(count, language)}
                  </span>
                </label>
              ))}
            </Narrowing>
          ))}
        <OwnFacets />
      </div>
      {isAsked && events.areHeld && places.length + foundEvents.length === 0 && <EmptyResult />}
      {asksOfEvents ? [foundOfEvents, foundOfPlaces] : [foundOfPlaces, foundOfEvents]}
    </article>
  );
}

type Line = FindablePlace & { readonly during: Window | null };

/** A place in the list: its name as a link, what it is, on which side, when, and whether it only may have been there. */
function PlaceLine({ during, phase, place }: Line) {
  const { dataset, sites } = useApp();
  const { language, texts, timeZone } = useTexts();
  const side = sites.find(({ id }) => id === place.id)?.side;
  return (
    <>
      <RecordLink to={{ kind: "place", id: place.id }}>
        {side && <SideMark side={side} />}
        <Said of={place.name} />
      </RecordLink>
      <span class="quiet">
        <Term of="placeKinds" id={place.kind} />
        {side && ` · ${texts.shortSide[side]}`}
        {phase && isSite(dataset.meta, place) && (
          <>
            {" · "}
            {labelSpan(phase.span, phase.startEdtf, phase.endEdtf, language, timeZone)}
            <PossiblyThen of={phase} during={during} />
          </>
        )}
      </span>
    </>
  );
}

/** The colour of a category on the map of a crowd. */
function Swatch({ category }: { readonly category: string }) {
  const { events } = useApp();
  const place = events.categories.value.indexOf(category);
  return place < 0 ? null : <i class="swatch" style={crowdColours(place)} />;
}

/** Draws an area on the map by pointer, or takes what the map shows: the keyboard's way to the same. */
function AreaButtons() {
  const { filter, isDrawingArea, actions } = useApp();
  const { texts } = useTexts();
  return (
    <div class="area-buttons">
      <button
        type="button"
        aria-pressed={isDrawingArea.value}
        onClick={() => actions.setDrawingArea(!isDrawingArea.value)}
      >
        {texts.drawArea}
      </button>
      <button type="button" onClick={() => actions.command({ kind: "area-of-view" })}>
        {texts.areaOfView}
      </button>
      {filter.value.area && (
        <button type="button" onClick={() => actions.setArea(null)}>
          {texts.dropArea}
        </button>
      )}
      {isDrawingArea.value && <p class="quiet">{texts.drawAreaHow}</p>}
    </div>
  );
}

/** The facets whose values are terms of the dataset, which may have them in another language than the page. */
const TERMS: Readonly<Partial<Record<Facet, VocabularyName>>> = {
  kinds: "placeKinds",
  categories: "eventCategories",
  sourceKinds: "sourceKinds",
};

type FacetValue = {
  readonly facet: Facet;
  readonly value: string;
  readonly words: Readonly<Record<string, string>>;
};

function FacetWord({ facet, value, words }: FacetValue) {
  const of = TERMS[facet];
  return of ? <Term of={of} id={value} /> : wordFor(words, value);
}
