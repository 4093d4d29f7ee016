import { seasonOfTwoYears } from "#model/time/edtf/season-of-two-years.ts";
import { daysOf } from "./days-of.ts";
import type { MappingProps } from "./mapping-props.ts";

const SHOWN = 3;

/** The first dates as they were understood, and a season across two years: as EDTF, and the days that follow from that. */
export function ReadDates({ language, mapped, texts }: MappingProps) {
  const shown = mapped && "shown" in mapped ? mapped.shown : [];
  const all = [...new Map(shown.map((row) => [row.date.edtf, row])).values()];
  const asked = all.find(({ date }) => seasonOfTwoYears(date.edtf));
  const different = all.filter((row, index) => index < SHOWN || row === asked);
  if (different.length === 0) return null;
  return (
    <div class="new-dates">
      <p class="quiet">{texts.datesRead}</p>
      <ul>
        {different.map((row) => (
          <li key={row.line}>
            <code>{row.date.edtf}</code> <span>{daysOf(row.date, language, texts)}</span>
          </li>
        ))}
      </ul>
      {asked && <p class="quiet">{texts.seasonOfTwoYears}</p>}
    </div>
  );
}
