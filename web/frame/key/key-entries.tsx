// The entries of the key: of every kind of mark that is to be seen, its shape, what it is called in the line below the map,
// and what it means at length.
import { type ComponentChildren, Fragment } from "preact";
import { countsPeople } from "#model/dataset/dataset.ts";
import { isOneDay } from "#model/measure/separation-series.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { EventShape } from "#web/controls/event-shape.tsx";
import { Said, Term } from "#web/controls/said.tsx";
import { SideShape } from "#web/controls/side-mark.tsx";
import { formatPrecision } from "#web/i18n/format.ts";
import { CROWD_LIGHT, crowdColours } from "#web/view/crowd/crowd-colours.ts";
import type { DrawnKinds } from "#web/view/figure/legend/drawn-kinds.ts";
import { type DrawnFamily, drawnFamilies } from "#web/view/scene/category-family.ts";
import { sideInFull } from "#web/view/words/side-words.ts";
import { siteWord } from "#web/view/words/site-word.ts";
import {
  BAND,
  BARRIER,
  ChangeBadge,
  DISC,
  EMPTY,
  FORMER,
  InMiddle,
  LINE,
  MOVEMENT,
  OneMark,
  OUTLINE,
  PEOPLE,
  SiteRing,
} from "./key-shapes.tsx";

export type KeyEntry = {
  readonly id: string;
  readonly shape: ComponentChildren;
  readonly name: ComponentChildren;
  /** At length; the name where that says all. */
  readonly meaning: ComponentChildren;
};

/** In the order in which they are read: places, lines, what happened, what is not of the filter, what changed. */
export function useKeyEntries(): readonly KeyEntry[] {
  const { drawn } = useApp();
  const kinds = drawn.value;
  const [sites, lines, things, crowd] = [
    useSiteEntries(kinds),
    useLineEntries(kinds),
    useThingEntries(kinds),
    useCrowdEntries(),
  ];
  const { texts } = useTexts();
  const changeTexts = {
    opened: texts.legendOpened,
    closed: texts.legendClosed,
    grown: texts.legendGrown,
    shrunk: texts.legendShrunk,
  };
  return [
    ...sites,
    ...lines,
    ...things,
    ...crowd,
    ...(kinds?.changes ?? []).map((kind) =>
      entry(kind, <ChangeBadge kind={kind} />, changeTexts[kind]),
    ),
  ];
}

const entry = (
  id: string,
  shape: ComponentChildren,
  name: ComponentChildren,
  meaning: ComponentChildren = name,
): KeyEntry => ({ id, shape, name, meaning });

/** How sites are drawn. */
function useSiteEntries(kinds: DrawnKinds | null): KeyEntry[] {
  const { dataset, scene } = useApp();
  const { language, texts } = useTexts();
  if (!kinds) return [];
  const { meta } = dataset;
  const people = isOneDay(scene.value.days) ? texts.legendPeople : texts.legendPeopleOver;
  const [unknown, unknownInFull] = countsPeople(dataset)
    ? [texts.keyUnknown, texts.legendUnknown]
    : [siteWord(meta, texts), siteWord(meta, texts)];
  const all: readonly (KeyEntry | false)[] = [
    ...kinds.sides.map((side) =>
      entry(
        side,
        <InMiddle>
          <SideShape side={side} />
        </InMiddle>,
        texts.shortSide[side],
        sideInFull(meta, side, language, texts),
      ),
    ),
    kinds.people && entry("people", PEOPLE, texts.keyPeople, people),
    kinds.unknown && entry("unknown", <SiteRing />, unknown, unknownInFull),
    kinds.possible && entry("possible", <SiteRing class="k-dashed" />, texts.legendPossible),
    kinds.convention &&
      entry(
        "convention",
        <SiteRing class="k-dotted" />,
        texts.keyConvention,
        texts.legendConvention,
      ),
    kinds.empty && entry("empty", EMPTY, texts.keyEmpty, texts.legendEmpty),
    kinds.disc && entry("disc", DISC, texts.keyDisc, texts.legendDisc),
    kinds.former && entry("former", FORMER, texts.legendGhost),
  ];
  return all.filter((one) => one !== false);
}

/** Lines and outlines, each with the precision of those that are drawn. */
function useLineEntries(kinds: DrawnKinds | null): KeyEntry[] {
  const { language, texts } = useTexts();
  if (!kinds) return [];
  const { barrier, lines, outlines } = kinds;
  const all: readonly (KeyEntry | false)[] = [
    outlines.length > 0 &&
      entry("outline", OUTLINE, texts.legendOutline(formatPrecision(outlines, language))),
    lines.length > 0 &&
      entry("line", LINE, texts.legendSeparator(formatPrecision(lines, language))),
    lines.some((metres) => metres > 0) && entry("band", BAND, texts.keyBand),
    barrier && entry("barrier", BARRIER, texts.legendBarrier),
  ];
  return all.filter((one) => one !== false);
}

/** Events that have a sign each, by their families, and movements. */
function useThingEntries(kinds: DrawnKinds | null): KeyEntry[] {
  const { dataset, scene } = useApp();
  const { texts } = useTexts();
  if (!kinds) return [];
  const { categories, faint, movement, possibleThing, recent } = kinds;
  const isDay = isOneDay(scene.value.days);
  const families = drawnFamilies(
    dataset.meta,
    categories.map((category) => ({ thing: { category } })),
  );
  const all: readonly (KeyEntry | false | null)[] = [
    ...families.map((family) =>
      entry(
        `family ${family.symbol} ${family.categories.join()}`,
        <InMiddle>
          <EventShape symbol={family.symbol} />
        </InMiddle>,
        <FamilyName of={family} />,
      ),
    ),
    possibleThing &&
      entry(
        "possible-thing",
        <OneMark of={possibleThing} isCertain={false} />,
        texts.legendPossibleThing(texts.possiblyThen(isDay)),
      ),
    recent &&
      entry(
        "recent",
        <g class="fainter">
          <OneMark of={recent} />
        </g>,
        texts.legendRecent,
      ),
    movement && entry("movement", MOVEMENT, texts.keyMovement, texts.legendMovement),
    faint &&
      entry(
        "faint",
        <g class="faint">
          <OneMark of={faint} />
        </g>,
        texts.keyFaint,
        texts.legendFaint,
      ),
  ];
  return all.filter((one) => one !== false && one !== null);
}

/** The name of a family, or where it has none, of its categories. */
function FamilyName({ of: { categories, label } }: { readonly of: DrawnFamily }) {
  if (label) return <Said of={label} />;
  return (
    <>
      {categories.map((one, index) => (
        <Fragment key={one}>
          {index > 0 && ", "}
          <Term of="eventCategories" id={one} />
        </Fragment>
      ))}
    </>
  );
}

/** Events too many to have a sign each. */
function useCrowdEntries(): KeyEntry[] {
  const { events, isFiltered } = useApp();
  const { texts } = useTexts();
  if (events.areHeld) return [];
  const { categories, marks } = events;
  const all: readonly (KeyEntry | false)[] = [
    ...categories.value
      .slice(0, CROWD_LIGHT.length)
      .map((category, place) =>
        entry(
          `crowd ${category}`,
          <circle class="k-crowd" style={crowdColours(place)} cx="16" cy="10" r="5" />,
          <Term of="eventCategories" id={category} />,
        ),
      ),
    entry(
      "crowd-possible",
      <circle class="k-crowd-ring" cx="16" cy="10" r="4.5" />,
      texts.legendCrowdPossible,
    ),
    entry(
      "crowd-disc",
      <circle class="k-crowd-soft" cx="16" cy="10" r="9.5" />,
      texts.legendCrowdDisc,
    ),
    marks.kind === "tiles" &&
      entry(
        "crowd-cell",
        <>
          <circle class="k-crowd-cell" cx="9" cy="10" r="3" />
          <circle class="k-crowd-cell" cx="22" cy="10" r="7" />
        </>,
        texts.keyCrowdCell,
        texts.legendCrowdCell,
      ),
    isFiltered.value &&
      entry(
        "crowd-faint",
        <circle class="k-crowd faint" style={crowdColours(0)} cx="16" cy="10" r="5" />,
        texts.keyFaint,
        texts.legendFaint,
      ),
  ];
  return all.filter((one) => one !== false);
}
