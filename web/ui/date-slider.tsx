import { useComputed, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { labelDay } from "#model/date-label.ts";
import { addDays, addMonths, type Day } from "#model/day.ts";
import { formatKilometres } from "#web/i18n/format.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { useApp, useTexts } from "./app-context.ts";

/** A native slider over the charts: one step is a day, Page Up and Down a month, with Shift a week. */
export function DateSlider() {
  const { dataset, day, separation, language, isPlaying, actions } = useApp();
  const { texts } = useTexts();
  const cursor = useRef<HTMLDivElement>(null);
  const { firstDay, lastDay } = dataset.meta;
  const spoken = useComputed(() => {
    const words = messagesOf(language.value);
    const { siteCounts, distance } = separation.value;
    return words.sliderValue(
      labelDay(day.value, language.value),
      siteCounts.total === 0 ? words.noSites : words.sitesOpen(siteCounts.total),
      distance && formatKilometres(distance.mean, language.value),
    );
  });
  useSignalEffect(() => {
    const share = (day.value - firstDay) / (lastDay - firstDay);
    cursor.current?.style.setProperty("inset-inline-start", `${share * 100}%`);
  });
  const move = (next: Day) => {
    actions.setPlaying(false);
    actions.moveTo(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyTarget(event, day.peek());
    if (next === undefined) return;
    event.preventDefault();
    move(next);
  };
  return (
    <>
      <div class="cursor" ref={cursor} />
      <input
        class="date-slider"
        type="range"
        min={firstDay}
        max={lastDay}
        step={1}
        value={day}
        aria-label={texts.dateSlider}
        aria-valuetext={spoken}
        onKeyDown={onKeyDown}
        onInput={(event) => move(Number(event.currentTarget.value) as Day)}
        data-playing={isPlaying}
      />
    </>
  );
}

const WEEK = 7;

/** Where a key leads that the native slider does not move as wanted; undefined for every other key. */
function keyTarget(event: KeyboardEvent, day: Day): Day | undefined {
  switch (event.key) {
    case "PageUp":
      return addMonths(day, 1);
    case "PageDown":
      return addMonths(day, -1);
    case "ArrowRight":
    case "ArrowUp":
      return event.shiftKey ? addDays(day, WEEK) : undefined;
    case "ArrowLeft":
    case "ArrowDown":
      return event.shiftKey ? addDays(day, -WEEK) : undefined;
    default:
      return undefined;
  }
}
