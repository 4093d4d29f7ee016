import { useSignal, useSignalEffect } from "@preact/signals";
import { type ComponentChildren, Fragment } from "preact";
import { countsPeople, hasSides, lineOutlines } from "#model/dataset/dataset.ts";
import { hasSiteOutline, isBarrier } from "#model/dataset/roles.ts";
import { isOneDay } from "#model/measure/separation-series.ts";
import { SIDES } from "#model/measure/site.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { EventShape } from "#web/controls/event-shape.tsx";
import { Said, Term } from "#web/controls/said.tsx";
import { SideShape } from "#web/controls/side-mark.tsx";
import { CROWD_LIGHT, crowdColours } from "#web/events/crowd-colours.ts";
import { formatPrecision } from "#web/i18n/format.ts";
import { MOVEMENT_DASH } from "#web/view/figure/map/thing-layers.ts";
import { drawnFamilies, familyOf } from "#web/view/scene/category-family.ts";
import { happenedIn } from "#web/view/scene/happened.ts";
import type { Scene } from "#web/view/scene/scene.ts";
import { sideInFull } from "#web/view/words/side-words.ts";
import { siteWord } from "#web/view/words/site-word.ts";

/** What the marks mean, drawn with the same rule as on the map. */
export function Legend() {
  const { compare, dataset, events, hasSites, isFiltered } = useApp();
  const { texts } = useTexts();
  const isOpen = useSignal(
    compare.peek() === null && window.matchMedia("(min-width: 75rem)").matches,
  );
  // Two maps leave no room for it; it opens again on demand.
  useSignalEffect(() => {
    if (compare.value !== null) isOpen.value = false;
  });
  return (
    <details
      class="legend"
      data-sides={hasSides(dataset.meta) || undefined}
      open={isOpen.value}
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
      }}
    >
      <summary>{texts.legendTitle}</summary>
      <ul>
        {hasSites && <SiteEntries />}
        <OutlineEntries />
        <ThingEntries />
        {!events.areHeld && <CrowdEntries />}
        {isFiltered.value && <FaintEntry />}
        {compare.value !== null && <ChangeEntries />}
      </ul>
    </details>
  );
}

/** How sites are drawn, as far as any are on the map now. */
function SiteEntries() {
  const { dataset, scene } = useApp();
  const { language, texts } = useTexts();
  const { ghosts, sites } = scene.value;
  return (
    <>
      {SIDES.filter((side) => sites.some((site) => site.side === side)).map((side) => (
        <Entry key={side} text={sideInFull(dataset.meta, side, language, texts)}>
          <g transform="translate(16 10)">
            <SideShape side={side} />
          </g>
        </Entry>
      ))}
      {sites.some(({ people }) => people !== null) && (
        <Entry text={isOneDay(scene.value.days) ? texts.legendPeople : texts.legendPeopleOver}>
          <circle class="k-high" cx="16" cy="10" r="8.5" />
          <circle class="k-low" cx="16" cy="10" r="5.5" />
        </Entry>
      )}
      {sites.some(({ people }) => people === null) && (
        <Entry text={countsPeople(dataset) ? texts.legendUnknown : siteWord(dataset.meta, texts)}>
          <circle class="k-site k-hollow" cx="16" cy="10" r="5" />
        </Entry>
      )}
      {sites.some(({ byConvention, presence }) => presence === "possible" && !byConvention) && (
        <Entry text={texts.legendPossible}>
          <circle class="k-site k-hollow k-dashed" cx="16" cy="10" r="5" />
        </Entry>
      )}
      {sites.some(({ byConvention }) => byConvention) && (
        <Entry text={texts.legendConvention}>
          <circle class="k-site k-hollow k-dotted" cx="16" cy="10" r="5" />
        </Entry>
      )}
      {sites.some(({ isEmpty }) => isEmpty) && (
        <Entry text={texts.legendEmpty}>
          <circle class="k-site k-hollow" cx="16" cy="10" r="5" />
          <path class="k-site k-hollow" d="M16 6.8v6.4" />
        </Entry>
      )}
      {sites.length > 0 && (
        <Entry text={texts.legendDisc}>
          <circle class="k-disc" cx="16" cy="10" r="9.5" />
        </Entry>
      )}
      {ghosts.length > 0 && (
        <Entry text={texts.legendGhost}>
          <g class="k-ghost">
            <circle cx="16" cy="10" r="3.4" />
            <path d="M11 15 21 5" />
          </g>
        </Entry>
      )}
    </>
  );
}

/** Lines and areas, each with the precision of those that are drawn now. */
function OutlineEntries() {
  const { dataset, scene } = useApp();
  const { language, texts } = useTexts();
  const line = lineOutlines(dataset.meta);
  const precisionOf = (outlines: Scene["outlines"]) =>
    formatPrecision(
      outlines.map(({ phase }) => phase.quality.precisionM),
      language,
    );
  const siteOutlines = scene.value.outlines.filter(({ place }) =>
    hasSiteOutline(dataset.meta, place),
  );
  const lines = scene.value.outlines.filter(({ phase }) => line.includes(phase.id));
  return (
    <>
      {siteOutlines.length > 0 && (
        <Entry text={texts.legendOutline(precisionOf(siteOutlines))}>
          <rect class="k-outline" x="5" y="4" width="22" height="12" />
        </Entry>
      )}
      {lines.length > 0 && (
        <Entry text={texts.legendSeparator(precisionOf(lines))}>
          <path class="k-separator-ink" d="M2 10h28" />
          <path class="k-separator-core" d="M2 10h28" />
        </Entry>
      )}
      {scene.value.outlines.some(({ place }) => isBarrier(dataset.meta, place)) && (
        <Entry text={texts.legendBarrier}>
          <path class="k-barrier" d="M2 10h28M6 6v8M13 6v8M20 6v8M27 6v8" />
        </Entry>
      )}
    </>
  );
}

/** Events that have a sign each, by their families, and movements: those that are drawn now. */
function ThingEntries() {
  const { dataset, scene } = useApp();
  const { texts } = useTexts();
  const { events, movements } = scene.value;
  const possible = [...happenedIn(scene.value), ...movements].find(
    ({ presence }) => presence === "possible",
  );
  return (
    <>
      {drawnFamilies(dataset.meta, events).map(({ categories, label, symbol }) => (
        <Entry
          key={symbol + categories.join()}
          text={
            label ? (
              <Said of={label} />
            ) : (
              categories.map((one, index) => (
                <Fragment key={one}>
                  {index > 0 && ", "}
                  <Term of="eventCategories" id={one} />
                </Fragment>
              ))
            )
          }
        >
          <g transform="translate(16 10)">
            <EventShape symbol={symbol} />
          </g>
        </Entry>
      ))}
      {possible && (
        <Entry text={texts.legendPossibleThing(texts.possiblyThen(isOneDay(scene.value.days)))}>
          {"category" in possible.thing ? (
            <g transform="translate(16 10)">
              <EventShape
                symbol={familyOf(dataset.meta, possible.thing.category).symbol}
                isCertain={false}
              />
            </g>
          ) : (
            <path class="k-movement" d="M3 14Q14 3 28 8" stroke-dasharray={MOVEMENT_DASH} />
          )}
        </Entry>
      )}
      {[...events, ...movements].some(({ isRecent }) => isRecent) && (
        <Entry text={texts.legendRecent}>
          <g class="fainter" transform="translate(16 10)">
            <circle class="k-event" r="9" />
          </g>
        </Entry>
      )}
      {movements.length > 0 && (
        <Entry text={texts.legendMovement}>
          <path class="k-movement" d="M3 14Q14 3 26 8" />
          <path class="k-movement-head" d="m30 10-7 1 2-5z" />
        </Entry>
      )}
    </>
  );
}

/** Events too many to have a sign each. */
function CrowdEntries() {
  const { categories, marks } = useApp().events;
  const { texts } = useTexts();
  return (
    <>
      {categories.value.slice(0, CROWD_LIGHT.length).map((category, place) => (
        <Entry key={category} text={<Term of="eventCategories" id={category} />}>
          <circle class="k-crowd" style={crowdColours(place)} cx="16" cy="10" r="5" />
        </Entry>
      ))}
      <Entry text={texts.legendCrowdPossible}>
        <circle class="k-crowd-ring" cx="16" cy="10" r="4.5" />
      </Entry>
      <Entry text={texts.legendCrowdDisc}>
        <circle class="k-crowd-soft" cx="16" cy="10" r="9.5" />
      </Entry>
      {marks.kind === "tiles" && (
        <Entry text={texts.legendCrowdCell}>
          <circle class="k-crowd-cell" cx="9" cy="10" r="3" />
          <circle class="k-crowd-cell" cx="22" cy="10" r="7" />
        </Entry>
      )}
    </>
  );
}

/** What the filter does not leave, by a mark of the kind that is drawn faintly. */
function FaintEntry() {
  const { dataset, events, scene } = useApp();
  const { texts } = useTexts();
  const drawn = scene.value;
  const [family] = drawnFamilies(
    dataset.meta,
    drawn.events.filter(({ isMatch }) => !isMatch),
  );
  const isOfSites = drawn.sites.some(({ isMatch }) => !isMatch);
  const isOfMovements = drawn.movements.some(({ isMatch }) => !isMatch);
  if (!isOfSites && !family && !isOfMovements && events.areHeld) return null;
  return (
    <Entry text={texts.legendFaint}>
      {isOfSites ? (
        <circle class="k-site k-hollow faint" cx="16" cy="10" r="5" />
      ) : family ? (
        <g class="faint" transform="translate(16 10)">
          <EventShape symbol={family.symbol} />
        </g>
      ) : isOfMovements ? (
        <path class="k-movement faint" d="M3 14Q14 3 26 8" />
      ) : (
        <circle class="k-crowd faint" style={crowdColours(0)} cx="16" cy="10" r="5" />
      )}
    </Entry>
  );
}

/** The badges that two dates side by side have besides. */
function ChangeEntries() {
  const { texts } = useTexts();
  const entries = [
    [texts.legendOpened, "M12.6 10h6.8M16 6.6v6.8"],
    [texts.legendClosed, "m13.4 7.4 5.2 5.2m0-5.2-5.2 5.2"],
    [texts.legendGrown, "m12.8 11.8 3.2-3.8 3.2 3.8"],
    [texts.legendShrunk, "m12.8 8.2 3.2 3.8 3.2-3.8"],
  ] as const;
  return (
    <>
      {entries.map(([text, path]) => (
        <Entry key={text} text={text}>
          <circle class="k-badge" cx="16" cy="10" r="7" />
          <path class="k-badge-sign" d={path} />
        </Entry>
      ))}
    </>
  );
}

function Entry({
  text,
  children,
}: {
  readonly text: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <li>
      <svg viewBox="0 0 32 20" aria-hidden="true">
        {children}
      </svg>
      <span>{text}</span>
    </li>
  );
}
