import { changesBetween, type SizeChange } from "#model/changes.ts";
import { labelDay } from "#model/date-label.ts";
import { addMonths, type Day, parseDay, printDay } from "#model/day.ts";
import type { OpenSite } from "#model/separation.ts";
import { formatDistance, formatPeople } from "#web/i18n/format.ts";
import { useApp, useTexts } from "./app-context.ts";
import { Heading, Part, PlaceLink, RecordLink } from "./record-parts.tsx";

const MONTHS_BACK = 6;

/** What changed between the date that is compared with and the present one: a list, and two maps side by side. */
export function ChangesView() {
  const { dataset, sitesLeft, movementsLeft, compare, day, period, certainty, actions } = useApp();
  const { language, texts } = useTexts();
  const other = compare.value;
  const set = (text: string) => {
    const parsed = parseDay(text);
    if (parsed !== undefined) actions.setCompare(parsed);
  };
  const start = () =>
    actions.setCompare(Math.max(addMonths(day.value, -MONTHS_BACK), period.first) as Day);
  if (other === null)
    return (
      <article class="record">
        <Heading kind={texts.changes}>{texts.compareTitle}</Heading>
        <p>{texts.compareHow}</p>
        <button class="primary" type="button" onClick={start}>
          {texts.compareStart}
        </button>
      </article>
    );
  const [from, to] = other <= day.value ? [other, day.value] : [day.value, other];
  const changes = changesBetween(
    sitesLeft.value,
    dataset.counts,
    movementsLeft.value,
    from,
    to,
    certainty.value,
  );
  return (
    <article class="record">
      <Heading kind={texts.changes}>
        {labelDay(from, language)} → {labelDay(to, language)}
      </Heading>
      <label class="search">
        <span>{texts.compareDate}</span>
        <input
          type="date"
          min={printDay(period.first)}
          max={printDay(period.last)}
          value={printDay(other)}
          onChange={(event) => set(event.currentTarget.value)}
        />
      </label>
      <SiteList title={texts.changesOpened(changes.opened.length)} sites={changes.opened} />
      <SiteList title={texts.changesClosed(changes.closed.length)} sites={changes.closed} />
      <SizeList title={texts.changesGrown(changes.grown.length)} sizes={changes.grown} />
      <SizeList title={texts.changesShrunk(changes.shrunk.length)} sizes={changes.shrunk} />
      <Part title={texts.changesMoved(changes.moved.length)}>
        <ul class="events">
          {changes.moved.map((movement) => (
            <li key={movement.id}>
              <RecordLink to={{ kind: "movement", id: movement.id }}>
                {movement.note[language]}
              </RecordLink>
            </li>
          ))}
        </ul>
      </Part>
      <button class="primary" type="button" onClick={() => actions.setCompare(null)}>
        {texts.compareEnd}
      </button>
    </article>
  );
}

function SiteList({
  title,
  sites,
}: {
  readonly title: string;
  readonly sites: readonly OpenSite[];
}) {
  const { language, texts } = useTexts();
  return (
    <Part title={title}>
      <ul class="events">
        {sites.map((site) => (
          <li key={site.id}>
            <PlaceLink id={site.id} />
            <span class="quiet">
              {formatDistance(site.distanceM, language)}, {texts.side[site.side]}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function SizeList({
  title,
  sizes,
}: {
  readonly title: string;
  readonly sizes: readonly SizeChange[];
}) {
  const { language } = useTexts();
  return (
    <Part title={title}>
      <ul class="events">
        {sizes.map(({ siteId, before, after }) => (
          <li key={siteId}>
            <PlaceLink id={siteId} />
            <span class="quiet">
              {formatPeople(before, language)} → {formatPeople(after, language)}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
