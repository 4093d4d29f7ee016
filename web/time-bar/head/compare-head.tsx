import { labelDay } from "#model/time/date-label.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Icon } from "#web/controls/icon.tsx";
import { useComparedDates } from "#web/controls/use-compared-dates.ts";
import { formatKilometres } from "#web/i18n/format.ts";
import { happenedIn, tallyOf } from "#web/view/scene/happened.ts";
import { eventsInWords } from "#web/view/words/readout-parts.ts";
import { TypedDate } from "./typed-date.tsx";

/** The head of the bar while two dates are compared: both, to be typed too, and what changed from the one to the other. */
export function CompareHead() {
  const { panel, actions } = useApp();
  const { texts } = useTexts();
  return (
    <>
      <CompareDates />
      <Changed />
      <div class="compare-ways">
        <button
          type="button"
          aria-pressed={panel.value === "changes"}
          onClick={() => actions.setPanel(panel.peek() === "changes" ? null : "changes")}
        >
          {texts.changesAsList}
        </button>
        <button type="button" onClick={() => actions.setCompare(null)}>
          {texts.oneMap}
          <Icon name="close" />
        </button>
      </div>
    </>
  );
}

function CompareDates() {
  const { actions } = useApp();
  const { language, texts } = useTexts();
  return (
    <div class="compare-dates">
      {useComparedDates().map(({ day, isShown, letter }) => (
        <div key={letter} class="compare-date">
          <span class="date-letter" aria-hidden="true">
            {letter}
          </span>
          <TypedDate
            label={texts.labelled(texts.comparedDate(letter), texts.typeDate)}
            onTyped={({ first }) => {
              if (isShown) actions.moveTo(first);
              else actions.setCompare(first);
              return { first, last: first };
            }}
          >
            <span class="spoken">{texts.comparedDate(letter)} </span>
            {labelDay(day, language)}
          </TypedDate>
        </div>
      ))}
    </div>
  );
}

/** What became of the sites and of how far they are; without sites, how many events there are on either date. */
function Changed() {
  const { changes, events, hasSites } = useApp();
  const { language, texts } = useTexts();
  const [before, after] = useComparedDates();
  const changed = changes.value;
  if (!changed || !before || !after) return null;
  const distances = [before, after].map(({ measured }) => measured.distance?.mean);
  const [from, to] = distances.map((mean) => mean && formatKilometres(mean, language));
  const tallies = [before, after].map(({ measured, scene }) =>
    eventsInWords(tallyOf(happenedIn(scene)), measured, language, texts),
  );
  const became = [
    changed.closed.length > 0 && texts.changesClosed(changed.closed.length),
    changed.opened.length > 0 && texts.changesOpened(changed.opened.length),
    changed.grown.length > 0 && texts.changesGrown(changed.grown.length),
    changed.shrunk.length > 0 && texts.changesShrunk(changed.shrunk.length),
  ].filter(Boolean);
  const ofSites = became.length > 0 ? became.join(", ") : texts.nothingChanged;
  const ofEvents = events.areHeld ? tallies.join(" → ") : "";
  const said = hasSites ? ofSites : ofEvents;
  return (
    <div class="readout" aria-live="polite">
      <p class="readout-main">
        <strong>{texts.betweenCompared}</strong>
        {said && texts.labelled("", said)}
      </p>
      <p class="readout-more">
        {hasSites && from && to && (
          <span>{texts.labelled(texts.seriesDistance, texts.meanDistance(`${from} → ${to}`))}</span>
        )}
      </p>
    </div>
  );
}
