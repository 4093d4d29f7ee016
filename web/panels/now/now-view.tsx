import { useComputed, useSignal } from "@preact/signals";
import { countsPeople, hasSides } from "#model/dataset/dataset.ts";
import { isBarrier } from "#model/dataset/roles.ts";
import { isOneDay } from "#model/measure/separation-series.ts";
import { SIDES } from "#model/measure/site.ts";
import type { Window } from "#model/time/span.ts";
import { textIn } from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said } from "#web/controls/said.tsx";
import { SideMark } from "#web/controls/side-mark.tsx";
import { useDateWords } from "#web/controls/use-date-words.ts";
import { formatDistance, formatNumber, formatPeople } from "#web/i18n/format.ts";
import { CrowdList } from "#web/panels/event-lists/crowd-list.tsx";
import { EventList } from "#web/panels/event-lists/event-list.tsx";
import { EmptyResult } from "#web/panels/find/empty-result.tsx";
import { MovementRow } from "#web/panels/record/movement-row.tsx";
import { Heading, Part, RecordLink } from "#web/panels/record/record-parts.tsx";
import { happenedIn } from "#web/view/scene/happened.ts";
import type { Scene, SceneSite } from "#web/view/scene/scene.ts";

/** What is on the map now, as a table and lists: the same records, without the map. */
export function NowView() {
  const { dataset, events: source, hasSites, scene } = useApp();
  const { texts } = useTexts();
  const date = useDateWords();
  const { days, daysBefore, sites, events, movements, outlines } = scene.value;
  const barriers = outlines.filter(({ place }) => isBarrier(dataset.meta, place));
  const now = happenedIn(scene.value);
  const recent = events.filter(({ isRecent }) => isRecent);
  return (
    <article class="record">
      <Heading kind={texts.openNow}>{date}</Heading>
      {source.areHeld && !hasAnyMatch(scene.value) && <EmptyResult />}
      {hasSites && (
        <Part title={texts.nowSites(countsPeople(dataset))}>
          <SiteTable sites={sites} />
        </Part>
      )}
      {source.areHeld ? (
        <Part title={isOneDay(scene.value.days) ? texts.nowEvents : texts.nowEventsOver}>
          <SceneEvents events={now} during={days} />
        </Part>
      ) : (
        <CrowdList />
      )}
      {recent.length > 0 && (
        <Part title={texts.nowRecentEvents}>
          <SceneEvents events={recent} during={daysBefore} />
        </Part>
      )}
      {movements.length > 0 && (
        <Part title={texts.nowMovements}>
          <ul class="events">
            {movements.map(({ thing, isMatch, isRecent }) => (
              <li key={thing.id} class={isMatch ? undefined : "faint"}>
                <MovementRow movement={thing} during={isRecent ? daysBefore : days} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {barriers.length > 0 && (
        <Part title={texts.nowBarriers}>
          <ul class="events">
            {barriers.map(({ place, phase }) => (
              <li key={phase.id}>
                <RecordLink to={{ kind: "place", id: place.id }}>
                  <Said of={place.name} />
                </RecordLink>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </article>
  );
}

/** The events with those that the filter does not leave faint among them. */
function SceneEvents({
  during,
  events,
}: {
  readonly during: Window | null;
  readonly events: Scene["events"];
}) {
  return (
    <EventList
      during={during}
      events={events.map(({ thing }) => thing)}
      faint={new Set(events.flatMap(({ isMatch, thing }) => (isMatch ? [] : thing.id)))}
    />
  );
}

function hasAnyMatch({ events, sites }: Scene): boolean {
  return (
    sites.some(({ isMatch }) => isMatch) ||
    events.some(({ isMatch, isRecent }) => isMatch && !isRecent)
  );
}

const nearestFirst = (a: SceneSite, b: SceneSite): number =>
  (a.distanceM ?? Number.POSITIVE_INFINITY) - (b.distanceM ?? Number.POSITIVE_INFINITY) || 0;

/** In the order of the line, what has no side last. */
const placeOfSide = ({ side }: SceneSite): number =>
  side === null ? SIDES.length : SIDES.indexOf(side);

const COLUMNS = ["name", "distance", "side", "people"] as const;
type Column = (typeof COLUMNS)[number];

/** The open sites, sortable by each column; a row that is hovered or focused leads to its record. */
function SiteTable({ sites }: { readonly sites: readonly SceneSite[] }) {
  const { dataset, scene, selection, actions } = useApp();
  const { language, texts } = useTexts();
  const titles = isOneDay(scene.value.days)
    ? texts.column
    : { ...texts.column, people: texts.columnPeopleOver };
  const isTold: Partial<Record<Column, boolean>> = {
    distance: dataset.meta.separation !== null,
    side: hasSides(dataset.meta),
    people: countsPeople(dataset),
  };
  const columns = COLUMNS.filter((name) => isTold[name] ?? true);
  const order = useSignal<{ column: Column; isDescending: boolean }>({
    column: isTold.side ? "side" : isTold.distance ? "distance" : "name",
    isDescending: false,
  });
  const collator = useComputed(() => new Intl.Collator(language));
  if (sites.length === 0) return <p class="quiet">{texts.nothingKnown}</p>;
  const { column, isDescending } = order.value;
  const compare = (a: SceneSite, b: SceneSite): number => {
    switch (column) {
      case "name":
        return collator.value.compare(
          textIn(a.place.name, language),
          textIn(b.place.name, language),
        );
      case "distance":
        return nearestFirst(a, b);
      case "side":
        return placeOfSide(a) - placeOfSide(b) || nearestFirst(a, b);
      case "people":
        return (a.people?.high ?? -1) - (b.people?.high ?? -1);
    }
  };
  const sorted = [...sites].sort((a, b) => (isDescending ? -compare(a, b) : compare(a, b)));
  const sortBy = (next: Column) => {
    order.value = {
      column: next,
      isDescending: column === next ? !isDescending : next === "people",
    };
  };
  return (
    <div class="sites-room">
      <table class="sites">
        <thead>
          <tr>
            {columns.map((name) => (
              <th
                key={name}
                scope="col"
                aria-sort={column === name ? (isDescending ? "descending" : "ascending") : "none"}
              >
                <button type="button" onClick={() => sortBy(name)}>
                  {titles[name]}
                  <span aria-hidden="true">
                    {column === name ? (isDescending ? " ↓" : " ↑") : ""}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.flatMap((site, index) => [
            column === "side" && site.side !== sorted[index - 1]?.side && (
              <tr key={`side ${site.side}`} class="side-head">
                <th scope="rowgroup" colSpan={columns.length}>
                  <SideMark side={site.side} />
                  {texts.labelled(
                    site.side === null ? texts.offMap : texts.side[site.side],
                    formatNumber(sorted.filter(({ side }) => side === site.side).length, language),
                  )}
                </th>
              </tr>
            ),
            <tr
              key={site.phase.id}
              class={site.isMatch ? site.presence : `${site.presence} faint`}
              aria-current={selection.value?.id === site.place.id ? "true" : undefined}
              onMouseEnter={() => actions.point({ kind: "place", id: site.place.id })}
              onMouseLeave={() => actions.point(null)}
            >
              <th scope="row">
                <RecordLink to={{ kind: "place", id: site.place.id }}>
                  <Said of={site.place.name} />
                </RecordLink>
                <span class="quiet">
                  {[
                    site.presence === "possible" ? texts.possiblyThere : "",
                    site.byConvention ? texts.byConvention : "",
                    site.isEmpty ? texts.emptyNotCounted : "",
                    site.place.partOf !== null && !site.isCounted && !site.isEmpty
                      ? texts.partOfAnother
                      : "",
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </th>
              {columns.includes("distance") && (
                <td>
                  {site.distanceM === null
                    ? texts.offMap
                    : formatDistance(site.distanceM, language)}
                </td>
              )}
              {columns.includes("side") && (
                <td>
                  {site.side !== null && (
                    <>
                      <SideMark side={site.side} />
                      {texts.shortSide[site.side]}
                    </>
                  )}
                </td>
              )}
              {columns.includes("people") && (
                <td>{site.people ? formatPeople(site.people, language) : texts.unknown}</td>
              )}
            </tr>,
          ])}
        </tbody>
      </table>
    </div>
  );
}
