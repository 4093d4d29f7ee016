import { countsPeople } from "#model/dataset/dataset.ts";
import { labelDay } from "#model/time/date-label.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { SideMark } from "#web/controls/side-mark.tsx";
import { type ComparedDate, useComparedDates } from "#web/controls/use-compared-dates.ts";
import { formatKilometres, formatNumber } from "#web/i18n/format.ts";
import { readoutSentence } from "#web/view/words/readout-sentence.ts";

/** Called with the element that a map is to fill, and with null when it goes. */
export type OnMapContainer = (element: HTMLElement | null) => void;

type Props = {
  readonly onMap: OnMapContainer;
  /** The map of the date that is compared with. */
  readonly onComparedMap: OnMapContainer;
};

/** One map, or two with their dates when two dates are compared; the earlier is first. */
export function Maps({ onMap, onComparedMap }: Props) {
  const { language, texts } = useTexts();
  const dates = useComparedDates();
  const shown = dates.find(({ isShown }) => isShown);
  const other = dates.find(({ isShown }) => !isShown);
  return (
    <div class={other ? "maps is-compared" : "maps"}>
      {other && (
        <div class={frameOf(other)}>
          <section
            class="map"
            aria-label={`${texts.mapLabel}: ${labelDay(other.day, language)}`}
            ref={onComparedMap}
          />
          <MapDate of={other} />
        </div>
      )}
      <div class={frameOf(shown)}>
        <section class="map" aria-label={texts.mapLabel} ref={onMap} />
        {shown && <MapDate of={shown} />}
      </div>
    </div>
  );
}

const frameOf = (date: ComparedDate | undefined) =>
  date?.letter === "B" ? "map-frame is-later" : "map-frame";

/** The letter and the date of a map, and what is known of it: how many sites, on which side, how far. */
function MapDate({ of: { day, letter, measured } }: { readonly of: ComparedDate }) {
  const { dataset, hasSites } = useApp();
  const { language, texts } = useTexts();
  const { known, sides } = readoutSentence(measured, language, texts, countsPeople(dataset));
  const mean = measured.distance && formatKilometres(measured.distance.mean, language);
  return (
    <div class="map-date">
      <span class="date-letter" aria-hidden="true">
        {letter}
      </span>
      <p>
        <strong>{labelDay(day, language)}</strong>
        {hasSites && (
          <span class="map-sites">
            {known}
            {sides.map(({ count, side }) => (
              <span key={side} class="side-count">
                <SideMark side={side} />
                {formatNumber(count, language)}
                <span class="spoken"> {texts.side[side]}</span>
              </span>
            ))}
            {mean && <span>{texts.meanDistance(mean)}</span>}
          </span>
        )}
      </p>
    </div>
  );
}
