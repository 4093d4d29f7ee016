import { useComputed } from "@preact/signals";
import { labelDay } from "#model/date-label.ts";
import { formatNumber } from "#web/i18n/format.ts";
import { type SheetHeight, SPEEDS, type Speed } from "#web/state/app-state.ts";
import { useApp, useTexts } from "./app-context.ts";
import { Charts } from "./charts.tsx";
import { DateSlider } from "./date-slider.tsx";
import { Icon } from "./icon.tsx";
import { PhaseBand } from "./phase-band.tsx";
import { Readout } from "./readout.tsx";
import { YearAxis } from "./year-axis.tsx";

const NEXT_HEIGHT: Readonly<Record<SheetHeight, SheetHeight>> = {
  low: "middle",
  middle: "high",
  high: "low",
};

/** The date in words, what is true of it, and the way through time. */
export function TimeBar() {
  const { day, language, sheet, actions } = useApp();
  const { texts } = useTexts();
  const date = useComputed(() => labelDay(day.value, language.value));
  return (
    <section class="time-bar" data-sheet={sheet.value} aria-label={texts.dateSlider}>
      <div class="time-head">
        <PlayButton />
        <div class="time-words">
          <p class="time-date">{date}</p>
          <Readout />
        </div>
        <div class="time-options">
          <CertaintyChoice />
          <SpeedChoice />
        </div>
        <button
          class="sheet-handle"
          type="button"
          aria-label={sheet.value === "high" ? texts.collapseBar : texts.expandBar}
          onClick={() => actions.setSheet(NEXT_HEIGHT[sheet.value])}
        >
          <Icon name={sheet.value === "high" ? "down" : "up"} />
        </button>
      </div>
      <div class="time-plot">
        <Charts />
        <DateSlider />
      </div>
      <PhaseBand />
      <YearAxis />
    </section>
  );
}

function PlayButton() {
  const { isPlaying, actions } = useApp();
  const { texts } = useTexts();
  return (
    <button
      class="play"
      type="button"
      aria-label={isPlaying.value ? texts.pause : texts.play}
      onClick={() => actions.setPlaying(!isPlaying.value)}
    >
      <Icon name={isPlaying.value ? "pause" : "play"} />
    </button>
  );
}

function CertaintyChoice() {
  const { certainty, actions } = useApp();
  const { texts } = useTexts();
  return (
    <label class="choice">
      <span>{texts.certaintyLabel}</span>
      <select
        value={certainty.value}
        onChange={(event) =>
          actions.setCertainty(event.currentTarget.value === "certain" ? "certain" : "possible")
        }
      >
        <option value="possible">{texts.certaintyPossible}</option>
        <option value="certain">{texts.certaintyCertain}</option>
      </select>
    </label>
  );
}

function SpeedChoice() {
  const { speed, actions } = useApp();
  const { language, texts } = useTexts();
  return (
    <label class="choice">
      <span>{texts.speed}</span>
      <select
        value={speed.value}
        onChange={(event) => actions.setSpeed(Number(event.currentTarget.value) as Speed)}
      >
        {SPEEDS.map((choice) => (
          <option key={choice} value={choice}>
            {formatNumber(choice, language)}×
          </option>
        ))}
      </select>
    </label>
  );
}
