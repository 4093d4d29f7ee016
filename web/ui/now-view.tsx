import { labelDay } from "#model/date-label.ts";
import { formatDistance, formatPeople } from "#web/i18n/format.ts";
import type { SceneSite } from "#web/state/scene.ts";
import { useApp, useTexts } from "./app-context.ts";
import { EventList } from "./event-list.tsx";
import { Heading, Part, RecordLink } from "./record-parts.tsx";

/** What is on the map at the date, as lists: the same records, without the map. */
export function NowView() {
  const { scene, day } = useApp();
  const { language, texts } = useTexts();
  const { sites, events, movements, outlines } = scene.value;
  const inArea = sites
    .filter((site) => site.distanceM !== null)
    .sort((a, b) => (a.distanceM ?? 0) - (b.distanceM ?? 0));
  const outside = sites.filter((site) => site.distanceM === null);
  const barriers = outlines.filter(({ place }) => place.kind === "barrier");
  return (
    <article class="record">
      <Heading kind={texts.openNow}>{texts.nowTitle(labelDay(day.value, language))}</Heading>
      <Part title={texts.nowSites}>
        <SiteList sites={inArea} />
      </Part>
      <Part title={texts.nowEvents}>
        <EventList events={events.filter(({ isRecent }) => !isRecent).map(({ thing }) => thing)} />
      </Part>
      <Part title={texts.nowRecentEvents}>
        <EventList events={events.filter(({ isRecent }) => isRecent).map(({ thing }) => thing)} />
      </Part>
      {movements.length > 0 && (
        <Part title={texts.nowMovements}>
          <ul class="events">
            {movements.map(({ thing }) => (
              <li key={thing.id}>
                <RecordLink to={{ kind: "movement", id: thing.id }}>
                  {thing.note[language]}
                </RecordLink>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {barriers.length > 0 && (
        <Part title={texts.nowBarriers}>
          <ul class="events">
            {barriers.map(({ place }) => (
              <li key={place.id}>
                <RecordLink to={{ kind: "place", id: place.id }}>{place.name[language]}</RecordLink>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {outside.length > 0 && (
        <Part title={texts.nowSitesOutside}>
          <SiteList sites={outside} />
        </Part>
      )}
    </article>
  );
}

function SiteList({ sites }: { readonly sites: readonly SceneSite[] }) {
  const { language, texts } = useTexts();
  if (sites.length === 0) return <p class="quiet">{texts.nothingKnown}</p>;
  return (
    <ul class="events">
      {sites.map((site) => (
        <li key={site.phase.id}>
          <RecordLink to={{ kind: "place", id: site.place.id }}>
            {site.place.name[language]}
          </RecordLink>
          <span class="quiet">
            {[
              site.distanceM === null
                ? ""
                : texts.toTownHall(formatDistance(site.distanceM, language)),
              site.side === null ? "" : texts.side[site.side],
              site.people ? formatPeople(site.people, language) : texts.peopleUnknown,
              site.presence === "possible" ? texts.presence.possible : "",
              site.place.partOf !== null && !site.isCounted ? texts.partOfAnother : "",
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
