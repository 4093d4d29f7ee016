import { useId } from "preact/hooks";
import { civil, type Day, parseDay, printDay } from "#model/time/day.ts";
import { parseTypedDate } from "#model/time/typed-date.ts";
import { useApp } from "./app-context.ts";

type DayFieldProps = {
  readonly class: string;
  readonly label: string;
  readonly day: Day;
  /** Called with days within the period only. */
  readonly onDay: (day: Day) => void;
};

/** A field for a day of the period: the browser's own, or one to type in where years before 1 are, which none knows. */
export function DayField({ class: kind, label, day, onDay }: DayFieldProps) {
  const { period } = useApp();
  const id = useId();
  const take = (next: Day | undefined) => {
    if (next !== undefined && next >= period.first && next <= period.last) onDay(next);
  };
  return (
    <label class={kind} for={id}>
      <span>{label}</span>
      {civil(period.first).year < 1 ? (
        <input
          id={id}
          type="text"
          value={printDay(day)}
          onChange={(event) => take(parseTypedDate(event.currentTarget.value)?.first)}
        />
      ) : (
        <input
          id={id}
          type="date"
          min={printDay(period.first)}
          max={printDay(period.last)}
          value={printDay(day)}
          onChange={(event) => take(parseDay(event.currentTarget.value))}
        />
      )}
    </label>
  );
}
