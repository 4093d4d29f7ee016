import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Icon } from "#web/controls/icon.tsx";
import type { SheetHeight } from "#web/state/view-slice.ts";
import { CoverageStrip } from "./coverage-strip.tsx";
import { DateField } from "./date-field.tsx";
import { Lanes } from "./lanes.tsx";
import { LiveDate } from "./live-date.tsx";
import { PhaseBand } from "./phase-band.tsx";
import { Readout } from "./readout.tsx";
import { TimeChoices } from "./time-choices.tsx";
import { TimePlot } from "./time-plot.tsx";
import { YearAxis } from "./year-axis.tsx";

const NEXT_HEIGHT: Readonly<Record<SheetHeight, SheetHeight>> = {
  low: "middle",
  middle: "high",
  high: "low",
};

/** The date in words, what is true of it, and the way through time. */
export function TimeBar() {
  const { dataset, events, hasSites, sheet, showsLanes, actions } = useApp();
  const { texts } = useTexts();
  return (
    <section class="time-bar" data-sheet={sheet.value} aria-label={texts.timeBar}>
      <div class="time-head">
        <PlayButtons />
        <div class="time-words">
          <DateField />
          <Readout />
        </div>
        <TimeChoices />
        <button
          class="sheet-handle"
          type="button"
          aria-label={sheet.value === "high" ? texts.collapseBar : texts.expandBar}
          onClick={() => actions.setSheet(NEXT_HEIGHT[sheet.value])}
        >
          <Icon name={sheet.value === "high" ? "down" : "up"} />
        </button>
      </div>
      {hasSites && showsLanes.value && <Lanes />}
      <TimePlot />
      {events.areHeld && dataset.sources.length > 0 && <CoverageStrip />}
      {dataset.phases.length > 0 && <PhaseBand />}
      <YearAxis />
      <AxisControls />
      <LiveDate />
    </section>
  );
}

function PlayButtons() {
  const { isPlaying, actions } = useApp();
  const { texts } = useTexts();
  return (
    <div class="play-buttons">
      <button type="button" aria-label={texts.stepBack} onClick={() => actions.stepBy(-1)}>
        <Icon name="back" />
      </button>
      <button
        class="play"
        type="button"
        aria-label={isPlaying.value ? texts.pause : texts.play}
        onClick={() => actions.setPlaying(!isPlaying.value)}
      >
        <Icon name={isPlaying.value ? "pause" : "play"} />
      </button>
      <button type="button" aria-label={texts.stepForward} onClick={() => actions.stepBy(1)}>
        <Icon name="forward" />
      </button>
    </div>
  );
}

/** Opens the lanes, and leads back from a zoomed axis. */
function AxisControls() {
  const { axis, hasSites, period, showsLanes, actions } = useApp();
  const { texts } = useTexts();
  const isZoomed = axis.value.first !== period.first || axis.value.last !== period.last;
  return (
    <div class="axis-controls">
      {hasSites && (
        <button
          type="button"
          aria-expanded={showsLanes.value}
          onClick={() => actions.setShowsLanes(!showsLanes.value)}
        >
          {texts.lanes}
        </button>
      )}
      {isZoomed && (
        <button type="button" onClick={() => actions.setAxis(period)}>
          {texts.wholePeriod}
        </button>
      )}
    </div>
  );
}
