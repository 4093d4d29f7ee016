import { batch } from "@preact/signals";
import type { SizeChange } from "#model/measure/changes.ts";
import type { OpenSite } from "#model/measure/open-sites.ts";
import { labelDay } from "#model/time/date-label.ts";
import type { Day } from "#model/time/day.ts";
import { strideFrom, stridesOf } from "#model/time/strides.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { DayField } from "#web/controls/day-field.tsx";
import { formatDistance, formatPeople } from "#web/i18n/format.ts";
import { MovementRow } from "#web/panels/record/movement-row.tsx";
import { Heading, Part, PlaceLink } from "#web/panels/record/record-parts.tsx";
import { inPeriod } from "#web/view/question/time.ts";
import type { ComparedChanges } from "#web/view/scene/compared-changes.ts";
import { EventTable } from "./event-table.tsx";

/** What changed between the date that is compared with and the present one: a list, and two maps side by side. */
export function ChangesView() {
  const { changes, compare, dataset, day, hasSites, period, actions } = useApp();
  const { language, texts } = useTexts();
  const other = compare.value;
  const start = () =>
    actions.setCompare(inPeriod(strideFrom(day.value, stridesOf(period).back, -1), period));
  const pair = dataset.meta.compare;
  const startWithPair = ({ from, to }: { readonly from: Day; readonly to: Day }) =>
    batch(() => {
      actions.setMode("instant");
      actions.moveTo(to);
      actions.setCompare(from);
    });
  const changed = changes.value;
  if (other === null || changed === null)
    return (
      <article class="record">
        <Heading kind={texts.changes}>{texts.compareTitle}</Heading>
        <p>{hasSites ? texts.compareHow : texts.compareEventsHow}</p>
        {pair && (
          <button class="primary" type="button" onClick={() => startWithPair(pair)}>
            {texts.comparePair(labelDay(pair.from, language), labelDay(pair.to, language))}
          </button>
        )}
        <button class={pair ? undefined : "primary"} type="button" onClick={start}>
          {texts.compareStart}
        </button>
      </article>
    );
  return (
    <article class="record">
      <Heading kind={texts.changes}>
        {labelDay(changed.from, language)} → {labelDay(changed.to, language)}
      </Heading>
      <DayField class="search" label={texts.compareDate} day={other} onDay={actions.setCompare} />
      {!hasSites && <EventTable />}
      {hasSites && <SiteChanges changed={changed} />}
      {dataset.movements.length > 0 && (
        <Part title={texts.changesMoved(changed.moved.length)}>
          <ul class="events">
            {changed.moved.map((movement) => (
              <li key={movement.id}>
                <MovementRow movement={movement} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <button class="primary" type="button" onClick={() => actions.setCompare(null)}>
        {texts.compareEnd}
      </button>
    </article>
  );
}

/** What became of the sites; whose numbers grew and shrank only where somebody counted. */
function SiteChanges({ changed }: { readonly changed: ComparedChanges }) {
  const { dataset } = useApp();
  const { texts } = useTexts();
  return (
    <>
      <SiteList title={texts.changesOpened(changed.opened.length)} sites={changed.opened} />
      <SiteList title={texts.changesClosed(changed.closed.length)} sites={changed.closed} />
      {dataset.counts.length > 0 && (
        <>
          <SizeList title={texts.changesGrown(changed.grown.length)} sizes={changed.grown} />
          <SizeList title={texts.changesShrunk(changed.shrunk.length)} sizes={changed.shrunk} />
        </>
      )}
    </>
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
              {[
                site.distanceM !== null && formatDistance(site.distanceM, language),
                site.side && texts.side[site.side],
                site.byConvention && texts.byConvention,
              ]
                .filter(Boolean)
                .join(", ")}
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
