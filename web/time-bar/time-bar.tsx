import { useRef } from "preact/hooks";
import { hasSides } from "#model/dataset/dataset.ts";
import { SIDES } from "#model/measure/site.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Icon } from "#web/controls/icon.tsx";
import { YearAxis } from "./axis/year-axis.tsx";
import { CompareHead } from "./head/compare-head.tsx";
import { DateField } from "./head/date-field.tsx";
import { ModeChoice } from "./head/mode-choice.tsx";
import { MoreChoices } from "./head/more-choices.tsx";
import { PeriodLine } from "./head/period-line.tsx";
import { PlayButtons } from "./head/play-buttons.tsx";
import { Readout } from "./head/readout.tsx";
import { SpeedMenu } from "./head/speed-menu.tsx";
import { EventHistogram, useBars } from "./plot/event-histogram.tsx";
import { LiveDate } from "./plot/live-date.tsx";
import { TimePlot } from "./plot/time-plot.tsx";
import { CoverageStrip } from "./rows/coverage-strip.tsx";
import { DistanceRow } from "./rows/distance-row.tsx";
import { Lanes } from "./rows/lanes.tsx";
import { PeriodRow } from "./rows/period-row.tsx";
import { nextStop, useBarLayout } from "./sheet/bar-layout.ts";
import { SheetGrip } from "./sheet/sheet-grip.tsx";
import { useSheetDrag } from "./sheet/use-sheet-drag.ts";

/** In a frame of another page it is as low as it can be, and the page around is scrolled by it. */
type Props = { readonly isEmbedded?: boolean };

/** The date in words, what is true of it, and the way through time; opened, the rows on the same axis. */
export function TimeBar({ isEmbedded = false }: Props) {
  const { compare, dataset, events, hasSites, sheet, showsLanes } = useApp();
  const { texts } = useTexts();
  const layout = useBarLayout();
  const bar = useRef<HTMLElement>(null);
  const drag = useSheetDrag(bar);
  const bars = useBars();
  const isSheet = layout === "sheet" && !isEmbedded;
  const isOpen =
    !isEmbedded && (layout === "wide" ? sheet.value !== "low" : isSheet && sheet.value === "high");
  const hasLanes = isOpen && hasSites && showsLanes.value;
  return (
    <section
      class="time-bar"
      data-layout={layout}
      data-sheet={isSheet ? sheet.value : undefined}
      data-compared={compare.value !== null || undefined}
      data-open={isOpen ? (hasLanes ? "lanes" : "rows") : undefined}
      aria-label={texts.timeBar}
      ref={bar}
    >
      <div class="time-head" {...(isSheet ? drag : {})}>
        {isSheet && <SheetGrip />}
        {compare.value !== null ? (
          <CompareHead />
        ) : (
          <>
            <PlayButtons />
            <SpeedMenu />
            <div class="time-words">
              <DateField isNarrow={layout !== "wide"} />
              <PeriodLine />
            </div>
            <Readout />
            <ModeChoice />
          </>
        )}
        <AxisControls offersLanes={isOpen && hasSites} />
        <MoreChoices hasModes={layout === "strip" && compare.value === null} />
        {(layout === "wide" || isSheet) && !isEmbedded && <OpenButton isSheet={isSheet} />}
      </div>
      {hasLanes && <Lanes />}
      <TimePlot bars={bars}>
        {isOpen && hasSites && <SideLabels />}
        {isOpen && hasSites && !hasLanes && dataset.meta.separation && <DistanceRow />}
        {isOpen && hasSites && !hasLanes && <EventHistogram bars={bars} />}
      </TimePlot>
      {isOpen && !hasLanes && events.areHeld && dataset.sources.length > 0 && <CoverageStrip />}
      {isOpen && dataset.phases.length > 0 && <PeriodRow />}
      <YearAxis />
      <LiveDate />
    </section>
  );
}

/** More of the bar, or less. */
function OpenButton({ isSheet }: { readonly isSheet: boolean }) {
  const { sheet, actions } = useApp();
  const { texts } = useTexts();
  const isFull = isSheet ? sheet.value === "high" : sheet.value !== "low";
  const open = () => {
    if (isFull) actions.setSheet("low");
    else actions.setSheet(isSheet ? nextStop(sheet.value, 1) : "middle");
  };
  return (
    <button
      class="open-button"
      type="button"
      data-key="time-bar"
      aria-expanded={sheet.value !== "low"}
      aria-label={isFull ? texts.collapseBar : texts.expandBar}
      onClick={open}
    >
      <Icon name={isFull ? "down" : "up"} />
    </button>
  );
}

/** The sides of the axis, each beside its threads. */
function SideLabels() {
  const { dataset } = useApp();
  const { texts } = useTexts();
  if (!hasSides(dataset.meta)) return null;
  return (
    <div class="side-labels" aria-hidden="true">
      {SIDES.map((side) => (
        <span key={side} class={`side-label is-${side}`}>
          {texts.side[side]}
        </span>
      ))}
    </div>
  );
}

/** Opens the lanes, and leads back from a zoomed axis. */
function AxisControls({ offersLanes }: { readonly offersLanes: boolean }) {
  const { axis, period, showsLanes, actions } = useApp();
  const { texts } = useTexts();
  const isZoomed = axis.value.first !== period.first || axis.value.last !== period.last;
  if (!isZoomed && !offersLanes) return null;
  return (
    <div class="axis-controls">
      {offersLanes && (
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
