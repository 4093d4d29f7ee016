import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { countsPeople } from "#model/dataset/dataset.ts";
import { isOneDay } from "#model/measure/separation-series.ts";
import { labelSpan, labelWhen } from "#model/time/date-label.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said, Term } from "#web/controls/said.tsx";
import { formatDistance, formatNumber, formatPeople, formatPrecision } from "#web/i18n/format.ts";
import type { CrowdSpot, Tip } from "#web/state/map-slice.ts";
import type { SceneSite } from "#web/view/scene/scene.ts";

/** From the point that is told about, and from the edges of the window, in CSS pixels. */
const OFF = 16;
const EDGE = 8;

/** What a mark is, beside it, as long as it is pointed to. Its record says the same, and more. */
export function MarkTip() {
  const { tip } = useApp();
  const shown = tip.value;
  return (
    <>
      <p class="spoken" aria-live="polite">
        {shown?.isByKeys && <TipText key={nameOf(shown)} of={shown.of} />}
      </p>
      {shown?.of.kind === "crowd" && (
        <i class="tip-ring" style={{ left: `${shown.x}px`, top: `${shown.y}px` }} />
      )}
      {shown && <TipBox key={nameOf(shown)} tip={shown} />}
    </>
  );
}

const nameOf = ({ of: { id, kind } }: Tip) => `${kind}:${id}`;

function TipBox({ tip: { of, x, y } }: { readonly tip: Tip }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const { height, width } = element.getBoundingClientRect();
    const { clientHeight, clientWidth } = document.documentElement;
    // To the right and below where there is room, else on the other side; whole in the window in any case.
    const right = x + OFF + width + EDGE <= clientWidth ? x + OFF : x - OFF - width;
    const below = y + OFF + height + EDGE <= clientHeight ? y + OFF : y - OFF - height;
    const within = (at: number, size: number, most: number) =>
      Math.max(EDGE, Math.min(at, most - size - EDGE));
    element.style.left = `${within(right, width, clientWidth)}px`;
    element.style.top = `${within(below, height, clientHeight)}px`;
  }, [x, y]);
  return (
    <div class="mark-tip" role="tooltip" ref={box}>
      <TipText of={of} />
    </div>
  );
}

function TipText({ of }: { readonly of: Tip["of"] }) {
  const { id } = of;
  switch (of.kind) {
    case "crowd":
      return <CrowdTip of={of} />;
    case "place":
      return <PlaceTip id={id} />;
    case "event":
      return <EventTip id={id} />;
    case "movement":
      return <MovementTip id={id} />;
    default:
      return null;
  }
}

function Lines({
  title,
  lines,
}: {
  readonly title: ComponentChildren;
  readonly lines: readonly ComponentChildren[];
}) {
  return (
    <>
      <strong>{title}</strong>
      {lines.filter(Boolean).map((line, index) => (
        <span key={index}>{line}</span>
      ))}
    </>
  );
}

function PlaceTip({ id }: { readonly id: string }) {
  const { dataset, scene } = useApp();
  const { language, texts, timeZone } = useTexts();
  const place = dataset.places.find((one) => one.id === id);
  if (!place) return null;
  const { ghosts, landmarks, outlines, sites } = scene.value;
  const isOf = (one: { readonly place: { readonly id: string } }) => one.place.id === id;
  const site = sites.find(isOf);
  const ghost = ghosts.find(isOf);
  const other = outlines.find(isOf) ?? landmarks.find(isOf);
  const lines = site
    ? [<SiteLine key="site" of={site} />, <PeopleLine key="people" of={site} />]
    : ghost
      ? [
          texts.tipFormer,
          labelSpan(
            ghost.phase.span,
            ghost.phase.startEdtf,
            ghost.phase.endEdtf,
            language,
            timeZone,
          ),
        ]
      : [
          <Term key="kind" of="placeKinds" id={place.kind} />,
          other && formatPrecision([other.phase.quality.precisionM], language),
        ];
  return <Lines title={<Said of={place.name} />} lines={lines} />;
}

/** Where it lies, how exactly that is known, and whether it was there. */
function SiteLine({ of: site }: { readonly of: SceneSite }) {
  const { language, texts } = useTexts();
  const { byConvention, distanceM, phase, place, presence, side } = site;
  const precision = formatPrecision([phase.quality.precisionM], language);
  const distance = distanceM === null ? "" : `${formatDistance(distanceM, language)} `;
  const presenceText = presence === "certain" ? texts.tipCertain : texts.tipPossible;
  return (
    <>
      {side ? texts.side[side] : <Term of="placeKinds" id={place.kind} />}
      {`, ${distance}${precision} · ${presenceText}`}
      {byConvention && ` (${texts.byConvention})`}
    </>
  );
}

function PeopleLine({ of: { isEmpty, people } }: { readonly of: SceneSite }) {
  const { dataset } = useApp();
  const { language, texts } = useTexts();
  if (isEmpty) return texts.keyEmpty;
  if (people) return texts.tipPeople(formatPeople(people, language));
  return countsPeople(dataset) ? texts.keyUnknown : null;
}

function EventTip({ id }: { readonly id: string }) {
  const { known, scene } = useApp();
  const { language, texts, timeZone } = useTexts();
  const event = known.value.events.find((one) => one.id === id);
  if (!event) return null;
  const drawn = scene.value.events.find(({ thing }) => thing.id === id);
  const isPossible = drawn?.presence === "possible" && !drawn.isRecent;
  return (
    <Lines
      title={<Said of={event.title} />}
      lines={[
        <>
          <Term of="eventCategories" id={event.category} />
          {` · ${labelWhen(event, language, timeZone)}`}
        </>,
        isPossible && texts.possiblyThen(isOneDay(scene.value.days)),
        texts.certaintyWord[event.certainty],
      ]}
    />
  );
}

/** What is known of events of a crowd before they are opened: how many, of what kind, when. */
function CrowdTip({ of: { category, count, span } }: { readonly of: CrowdSpot }) {
  const { language, texts, timeZone } = useTexts();
  const word = category && <Term of="eventCategories" id={category} />;
  const counted = texts.crowdHere(count, formatNumber(count, language));
  const when = span && labelSpan(span, null, null, language, timeZone);
  return count === 1 && word ? (
    <Lines title={word} lines={[when]} />
  ) : (
    <Lines title={counted} lines={[word, when]} />
  );
}

function MovementTip({ id }: { readonly id: string }) {
  const { dataset } = useApp();
  const { language, texts, timeZone } = useTexts();
  const movement = dataset.movements.find((one) => one.id === id);
  if (!movement) return null;
  const nameOf = (placeId: string) => (
    <Said of={dataset.places.find((place) => place.id === placeId)?.name} or={placeId} />
  );
  return (
    <Lines
      title={
        <>
          {nameOf(movement.fromId)} → {nameOf(movement.toId)}
        </>
      }
      lines={[`${texts.keyMovement} · ${labelWhen(movement, language, timeZone)}`]}
    />
  );
}
