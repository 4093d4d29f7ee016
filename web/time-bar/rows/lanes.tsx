import { sideLook } from "#model/measure/side-look.ts";
import { labelSpan } from "#model/time/date-label.ts";
import { addDays } from "#model/time/day.ts";
import { perhapsIn } from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { ShortName } from "#web/controls/said.tsx";
import { SideMark } from "#web/controls/side-mark.tsx";
import { formatDistance } from "#web/i18n/format.ts";
import { type Lane, laneLinks, lanesOf } from "#web/view/scene/lanes.ts";
import { edgeAt, percent, viewBox } from "../axis/time-scale.ts";

/** Height of a lane in CSS pixels; the links are drawn to it. */
const LANE = 26;

/**
 * The sites as lanes over the axis: certain days solid, possible ones fading out to the earliest and latest day,
 * coloured by the side of the separating line, joined where people moved from one to another.
 */
export function Lanes() {
  const { dataset, datedSites, left, period, axis } = useApp();
  const { texts } = useTexts();
  const lanes = lanesOf(datedSites.value, period);
  const links = laneLinks(lanes, dataset.movements);
  return (
    <div class="lanes">
      <ol aria-label={texts.lanes}>
        {lanes.map((lane) => (
          <LaneRow key={lane.site.id} lane={lane} />
        ))}
      </ol>
      <svg
        class="lane-links axis-drawing"
        viewBox={viewBox(axis.value, lanes.length * LANE)}
        preserveAspectRatio="none"
        style={{ blockSize: `${lanes.length * LANE}px` }}
        aria-hidden="true"
      >
        {links.map(({ movement, from, to, day }) => (
          <path
            key={movement.id}
            class={[
              movement.confidence === "inferred" && "is-inferred",
              !left.value.movements.has(movement.id) && "faint",
            ]
              .filter(Boolean)
              .join(" ")}
            d={`M${day + 0.5} ${(from + 0.5) * LANE}V${(to + 0.5) * LANE}`}
          />
        ))}
      </svg>
    </div>
  );
}

function LaneRow({ lane }: { readonly lane: Lane }) {
  const { dataset, axis, phases, left, selection, actions } = useApp();
  const { language, texts, timeZone } = useTexts();
  const { site, certain } = lane;
  const place = dataset.places.find(({ id }) => id === site.id);
  const phase = phases.value.find(({ placeId }) => placeId === site.id);
  const { colour, symbol } = sideLook(dataset.meta, site.side);
  const name = perhapsIn(place?.name, language) ?? site.id;
  const dates = phase
    ? labelSpan(phase.span, phase.startEdtf, phase.endEdtf, language, timeZone)
    : "";
  const label = [
    name,
    dates,
    phase?.convention && texts.byConvention,
    site.distanceM !== null && formatDistance(site.distanceM, language),
    site.side && texts.side[site.side],
  ]
    .filter(Boolean)
    .join(", ");
  return (
    <li
      class={`lane side-${colour}${left.value.places.has(site.id) ? "" : " faint"}`}
      data-symbol={symbol}
    >
      <button
        type="button"
        title={label}
        aria-label={label}
        aria-pressed={selection.value?.kind === "place" && selection.value.id === site.id}
        onClick={() => actions.select({ kind: "place", id: site.id })}
      >
        <span class="lane-name">
          <SideMark side={site.side} />
          {place ? <ShortName of={place} /> : site.id}
        </span>
      </button>
      <div class="lane-track" aria-hidden="true">
        <span class="lane-possible" style={bar(lane, axis.value)} />
        {certain && (
          <span
            class="lane-certain"
            style={{
              insetInlineStart: percent(edgeAt(certain.first, axis.value)),
              inlineSize: width(certain.first, addDays(certain.last, 1), axis.value),
            }}
          />
        )}
      </div>
    </li>
  );
}

type Axis = ReturnType<typeof useApp>["axis"]["value"];

function width(first: number, until: number, axis: Axis): string {
  return percent(edgeAt(until, axis) - edgeAt(first, axis));
}

/** The possible stretch, fading from its latest start to its earliest and from its earliest end to its latest. */
function bar({ possible, certain, isOpenStart, isOpenEnd }: Lane, axis: Axis) {
  const length = Math.max(possible.last + 1 - possible.first, 1);
  const share = (day: number) => `${(((day - possible.first) / length) * 100).toFixed(2)}%`;
  const solidFrom =
    isOpenStart && !certain ? "0%" : share(certain?.first ?? (possible.first + possible.last) / 2);
  const solidTo =
    isOpenEnd && !certain
      ? "100%"
      : share((certain?.last ?? (possible.first + possible.last) / 2) + 1);
  return {
    insetInlineStart: percent(edgeAt(possible.first, axis)),
    inlineSize: width(possible.first, possible.last + 1, axis),
    "--from": solidFrom,
    "--to": solidTo,
  };
}
