import { useApp, useTexts } from "#web/controls/app-context.ts";
import { useDateWords } from "#web/controls/use-date-words.ts";
import { TypedDate } from "./typed-date.tsx";

/** The date in words, or the days of a window; where two days are typed into a window, they are its ends. */
export function DateField() {
  const { mode, actions } = useApp();
  const { texts } = useTexts();
  return (
    <TypedDate
      label={texts.typeDate}
      onTyped={(typed) => {
        const isRange = mode.value === "window" && typed.first < typed.last;
        if (isRange) actions.setRange(typed);
        else actions.moveTo(typed.first);
        return isRange ? typed : { first: typed.first, last: typed.first };
      }}
    >
      <DateWords />
    </TypedDate>
  );
}

/** By itself, so that a step of the date renders nothing besides. */
function DateWords() {
  return <>{useDateWords()}</>;
}
