import type { Side } from "#model/measure/site.ts";
import { countFacet, type Facet } from "#model/question/filter.ts";
import { excessOfWords, LIMITS_OF_WORDS } from "#model/words/asked-words.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said, Term } from "#web/controls/said.tsx";
import { SideMark } from "#web/controls/side-mark.tsx";
import { crowdColours } from "#web/events/crowd-colours.ts";
import { formatNumber } from "#web/i18n/format.ts";
import { wordFor } from "#web/i18n/messages.ts";
import { EventList } from "#web/panels/event-lists/event-list.tsx";
import { EventRows } from "#web/panels/event-lists/event-rows.tsx";
import { Heading, Part, RecordLink } from "#web/panels/record/record-parts.tsx";
import { eventsAtAnyTime } from "#web/view/address/api-address.ts";
import { factsOf } from "#web/view/scene/facts.ts";
import { EmptyResult } from "./empty-result.tsx";
import { OwnFacets } from "./own-facets.tsx";
import { sumCounts } from "./sum-counts.ts";

/** Most records listed under the filter; the rest is counted. */
const MAX_LISTED = 40;

/** Words, facets with their counts, and an area drawn on the map: what is left is listed, whatever its date. */
export function FindView() {
  const app = useApp();
  const { dataset, events, filter, left, isFiltered, actions } = app;
  const { language, texts } = useTexts();
  const places = [...factsOf(dataset).places.values()];
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
  const found = dataset.places.filter((place) => left.value.places.has(place.id));
  return (
    <article class="record">
      <Heading kind={texts.find}>{title}</Heading>
      <label class="search">
        <span>{texts.searchWords}</span>
        <input
          type="search"
          data-key="search"
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
      <AreaButtons />
      {facets
        .map(([facet, title, words]) => ({
          facet,
          title,
          words,
          counts: sumCounts(countFacet(filter.value, places, facet), events.countFacet(facet)),
        }))
        // Where nothing is stated there is nothing to choose.
        .filter(({ counts }) => counts.some(([value]) => value !== "unstated"))
        .map(({ counts, facet, title, words }) => (
          <fieldset class="facet" key={facet}>
            <legend>{title}</legend>
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
                  {wordFor(words, value)}
                </span>
                <span class="quiet">
                  {count === undefined ? "" : formatNumber(count, language)}
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      <OwnFacets />
      {isFiltered.value && events.areHeld && found.length + left.value.events.length === 0 && (
        <EmptyResult />
      )}
      {isFiltered.value && (
        <>
          {!hasEvents ? null : events.areHeld ? (
            <Part title={texts.foundEvents(left.value.events.length)}>
              <EventList events={left.value.events.slice(0, MAX_LISTED)} />
            </Part>
          ) : (
            <EventRows
              parameters={() =>
                eventsAtAnyTime({ filter: filter.value, certainty: app.certainty.value })
              }
              title={texts.crowdEvents}
            />
          )}
          {hasPlaces && (
            <Part title={texts.foundPlaces(found.length)}>
              <ul class="events">
                {found.slice(0, MAX_LISTED).map((place) => (
                  <li key={place.id}>
                    <RecordLink to={{ kind: "place", id: place.id }}>
                      <Said of={place.name} />
                    </RecordLink>
                    <span class="quiet">
                      <Term of="placeKinds" id={place.kind} />
                    </span>
                  </li>
                ))}
              </ul>
            </Part>
          )}
        </>
      )}
    </article>
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
