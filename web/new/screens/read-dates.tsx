import type { ShownRow } from "#import/mapped/map-source.ts";
import { labelDay } from "#model/time/date-label.ts";
import type { InterfaceLanguage } from "#model/words/language.ts";
import type { NewTexts } from "../words/new-texts.ts";
import type { MappingProps } from "./mapping-props.ts";

const SHOWN = 3;

/** The first dates as they were understood: as EDTF, and the days that follow from that. */
export function ReadDates({ language, mapped, texts }: MappingProps) {
  const shown = mapped && "shown" in mapped ? mapped.shown : [];
  const different = [...new Map(shown.map((row) => [row.date.edtf, row])).values()].slice(0, SHOWN);
  if (different.length === 0) return null;
  return (
    <div class="new-dates">
      <p class="quiet">{texts.datesRead}</p>
      <ul>
        {different.map((row) => (
          <li key={row.line}>
            <code>{row.date.edtf}</code> <span>{daysOf(row, language, texts)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** "1 March 2015", or from when to when; what is not known to the day is told as between two. */
function daysOf({ date }: ShownRow, language: InterfaceLanguage, texts: NewTexts): string {
  const { endEarliest, endLatest, startEarliest, startLatest } = date.days;
  const bound = (first: number | null, last: number | null) => {
    if (first === null && last === null) return "?";
    const [a, b] = [first ?? last, last ?? first].map((day) => labelDay(day as never, language));
    return a === b ? `${a}` : `${texts.between} ${a} ${texts.and} ${b}`;
  };
  const [start, end] = [bound(startEarliest, startLatest), bound(endEarliest, endLatest)];
  return start === end ? start : `${texts.from} ${start} ${texts.until} ${end}`;
}
