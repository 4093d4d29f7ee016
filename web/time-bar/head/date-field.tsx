import { useComputed } from "@preact/signals";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { useDateWords } from "#web/controls/use-date-words.ts";
import { shownTime } from "#web/state/time-slice.ts";
import { dateInShort } from "#web/view/words/date-in-words.ts";
import { TypedDate } from "./typed-date.tsx";

/** `isNarrow`: as on a phone. */
type Props = { readonly isNarrow: boolean };

/** The date in words, or the days of a window; where two days are typed into a window, they are its ends. */
export function DateField({ isNarrow }: Props) {
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
      <DateWords isNarrow={isNarrow} />
    </TypedDate>
  );
}

/** As many letters have room beside the sentence of the sites, and on a phone. */
const MAX_LETTERS = { wide: 30, narrow: 22 } as const;

/** By itself, so that a step of the date renders nothing besides. A long stretch of days has short months. */
function DateWords({ isNarrow }: Props) {
  const app = useApp();
  const words = useDateWords();
  const short = useComputed(() => dateInShort(shownTime(app), app.period, app.language.value));
  if (words.length <= MAX_LETTERS[isNarrow ? "narrow" : "wide"]) return <>{words}</>;
  return <span class="short-date">{short}</span>;
}
