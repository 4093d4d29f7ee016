import { useComputed, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { labelDay, labelDayRange } from "#model/time/date-label.ts";
import type { Day } from "#model/time/day.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { letterOf } from "#web/view/question/date-letter.ts";
import { edgeAt } from "../axis/time-scale.ts";
import { spokenWords } from "./spoken-words.ts";
import { Thumb } from "./thumb.tsx";

/** The date on the plot, the two ends of a window, or the two dates that are compared, and the days between. */
export function DateThumbs() {
  const { compare, mode } = useApp();
  return (
    <>
      <Stretch />
      {compare.value === null ? (
        <DateOrWindow isWindow={mode.value === "window"} />
      ) : (
        <ComparedDates other={compare.value} />
      )}
    </>
  );
}

function DateOrWindow({ isWindow }: { readonly isWindow: boolean }) {
  const app = useApp();
  const { period, day, start, mode, language, actions } = app;
  const { texts } = useTexts();
  const spoken = useComputed(() => {
    const date =
      mode.value === "window"
        ? labelDayRange(start.value, day.value, language.value)
        : labelDay(day.value, language.value);
    return spokenWords(app, date);
  });
  const spokenStart = useComputed(() => labelDay(start.value, language.value));
  return (
    <>
      {isWindow && (
        <Thumb
          name="start"
          label={texts.windowStart}
          value={start}
          spoken={spokenStart}
          range={{ first: period.first, last: day.value }}
          onMove={actions.moveStart}
        />
      )}
      <Thumb
        name={isWindow ? "end" : "day"}
        label={isWindow ? texts.windowEnd : texts.dateSlider}
        value={day}
        spoken={spoken}
        range={{ first: isWindow ? start.value : period.first, last: period.last }}
        onMove={isWindow ? actions.moveEnd : actions.moveTo}
      />
    </>
  );
}

/** Two thumbs on one axis. Each reaches every day: they may cross, and the earlier is always A. */
function ComparedDates({ other }: { readonly other: Day }) {
  const app = useApp();
  const { compare, day, language, period, actions } = app;
  const { texts } = useTexts();
  const compared = useComputed(() => compare.value ?? other);
  const letters = {
    day: letterOf(day.value, other, true),
    compared: letterOf(other, day.value, false),
  };
  const spoken = useComputed(() => spokenWords(app, labelDay(day.value, language.value)));
  const spokenOther = useComputed(() => labelDay(compared.value, language.value));
  return (
    <>
      <Thumb
        name="compared"
        label={texts.comparedDate(letters.compared)}
        letter={letters.compared}
        value={compared}
        spoken={spokenOther}
        range={period}
        onMove={actions.setCompare}
      />
      <Thumb
        name="day"
        label={texts.comparedDate(letters.day)}
        letter={letters.day}
        value={day}
        spoken={spoken}
        range={period}
        onMove={actions.moveTo}
      />
    </>
  );
}

/** The days that are shown, when they are more than one, or those between two that are compared. */
function Stretch() {
  const { axis, compare, mode, start, day, period } = useApp();
  const stretch = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    const other = compare.value;
    const from = other ?? (mode.value === "cumulative" ? period.first : start.value);
    const [first, last] = [Math.min(from, day.value), Math.max(from, day.value)];
    const [left, right] = [first, last + 1].map((end) =>
      Math.min(Math.max(edgeAt(end, axis.value), 0), 1),
    );
    const style = stretch.current?.style;
    style?.setProperty("display", mode.value === "instant" && other === null ? "none" : "block");
    style?.setProperty("inset-inline-start", `${(left ?? 0) * 100}%`);
    style?.setProperty("inline-size", `${Math.max((right ?? 0) - (left ?? 0), 0) * 100}%`);
  });
  return <div class="stretch" ref={stretch} />;
}
