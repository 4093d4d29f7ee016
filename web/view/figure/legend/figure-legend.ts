// The legend of a figure: only what is to be seen on it, drawn by the marks themselves.

import { countsPeople, type DatasetMeta } from "#model/dataset/dataset.ts";
import { isOneDay } from "#model/measure/separation-series.ts";
import { SIDES } from "#model/measure/site.ts";
import { type Language, textIn } from "#model/words/language.ts";
import { formatPrecision } from "#web/i18n/format.ts";
import type { Messages } from "#web/i18n/messages.ts";
import type { Pixel } from "#web/view/drawing/projection.ts";
import { element, pathData } from "#web/view/drawing/svg.ts";
import { changeBadge } from "#web/view/figure/map/change-layer.ts";
import { arrowHead, type EventState, eventGlyph, ghostGlyph } from "#web/view/figure/map/glyphs.ts";
import {
  barrierParts,
  separatorParts,
  siteOutlineParts,
} from "#web/view/figure/map/outline-layers.ts";
import { anySiteLook, siteGlyph, siteLook } from "#web/view/figure/map/site-glyph.ts";
import { discParts, peopleParts, positionRing } from "#web/view/figure/map/site-layers.ts";
import { faintUnless, type Sketch } from "#web/view/figure/map/sketch.ts";
import { MOVEMENT_DASH } from "#web/view/figure/map/thing-layers.ts";
import { familiesOf, familyOf } from "#web/view/scene/category-family.ts";
import { CHANGE_KINDS } from "#web/view/scene/compared-changes.ts";
import { siteWord } from "#web/view/words/site-word.ts";
import { crowdRows } from "./crowd-rows.ts";
import { drawnKinds, type MarkOf } from "./drawn-kinds.ts";
import { bothPeople, type DrawnPeople, peopleIn } from "./drawn-people.ts";

export type LegendEntry = {
  readonly text: string;
  /** Metres that the text names, and the text with others: several maps have one entry for all of theirs. */
  readonly precision?: Precision | undefined;
  /** Numbers of people by which the marks are as large as they are: of the lowest and the highest that is drawn. */
  readonly people?: DrawnPeople | undefined;
  /** Of a family of events: its id. */
  readonly family?: string | undefined;
  /** Its place in every legend. */
  readonly order: number;
  /** The mark around a point, 32 × 20 pixels at most. */
  readonly draw: (at: Pixel) => string;
};

type Precision = { readonly metres: readonly number[]; readonly say: (words: string) => string };

/** Whether it is seen, what it says, how it is drawn. */
type Row = readonly [
  isSeen: boolean,
  said: string | Precision,
  draw: LegendEntry["draw"],
  more?: Pick<LegendEntry, "family" | "people">,
];

const FULL = { isCertain: true, isCounted: true };

const CHANGE_TEXTS = {
  opened: "legendOpened",
  closed: "legendClosed",
  grown: "legendGrown",
  shrunk: "legendShrunk",
} as const;

/** `scale`: how much smaller than it is the map is drawn. */
export function legendEntries(sketch: Sketch, texts: Messages, scale = 1): LegendEntry[] {
  const { language, palette, scene } = sketch;
  const { meta } = sketch.dataset;
  const drawn = drawnKinds(sketch, {
    barriers: barrierParts(sketch),
    discs: discParts(sketch),
    outlines: siteOutlineParts(sketch),
    people: peopleParts(sketch),
    separator: separatorParts(sketch),
  });
  const categoryOf = (mark: MarkOf | null) => (isEvent(mark) ? mark.category : "");
  const drawnFamily = new Set(drawn.categories.map((category) => familyOf(meta, category).id));
  const anySide = anySiteLook(meta, palette);
  const people = { fill: anySide.mark, stroke: anySide.mark };
  const circle = ([cx, cy]: Pixel, r: number, attributes: Record<string, string | number>) =>
    element("circle", { cx, cy, r, ...attributes });
  const line = ([x, y]: Pixel, attributes: Record<string, string | number>) =>
    element("path", { d: pathData`M${x - 14} ${y}h28`, fill: "none", ...attributes });
  const isDay = isOneDay(scene.days);
  const event = (of: MarkOf | null, state: EventState) => (at: Pixel) =>
    eventGlyph(at, familyOf(meta, categoryOf(of)).symbol, state, palette);
  const movement = ([x, y]: Pixel, dashes?: string) =>
    element("path", {
      d: pathData`M${x - 13} ${y + 4}Q${x - 2} ${y - 7} ${x + 9} ${y - 2}`,
      fill: "none",
      stroke: palette.ink,
      "stroke-width": 1.8,
      "stroke-dasharray": dashes,
    }) + arrowHead([x + 11, y - 1], 0.45, 1, palette);
  const entries: readonly Row[] = [
    ...SIDES.map(
      (side) =>
        [
          drawn.sides.includes(side),
          texts.side[side],
          (at: Pixel) => siteGlyph(at, FULL, siteLook(meta, side, palette), palette),
        ] as const,
    ),
    [
      drawn.people,
      isDay ? texts.legendPeople : texts.legendPeopleOver,
      (at) =>
        circle(at, 8.5, { ...people, "fill-opacity": 0.1, "stroke-width": 1.4 }) +
        circle(at, 5.5, { fill: anySide.mark, "fill-opacity": 0.55 }),
      { people: peopleIn(sketch, scale) },
    ],
    [
      drawn.unknown,
      countsPeople(sketch.dataset) ? texts.legendUnknown : siteWord(meta, texts),
      (at) => siteGlyph(at, { isCertain: true, isCounted: false }, anySide, palette),
    ],
    [
      drawn.possible,
      texts.legendPossible,
      (at) => siteGlyph(at, { isCertain: false, isCounted: false }, anySide, palette),
    ],
    [
      drawn.convention,
      texts.legendConvention,
      (at) =>
        siteGlyph(at, { isCertain: false, isCounted: false, byConvention: true }, anySide, palette),
    ],
    [
      drawn.empty,
      texts.legendEmpty,
      (at) => siteGlyph(at, { isCertain: true, isCounted: false, isEmpty: true }, anySide, palette),
    ],
    [drawn.disc, texts.legendDisc, (at) => positionRing(at, 9, palette)],
    [
      drawn.outlines.length > 0,
      { metres: drawn.outlines, say: texts.legendOutline },
      ([x, y]) =>
        element("rect", {
          x: x - 11,
          y: y - 6,
          width: 22,
          height: 12,
          ...people,
          "fill-opacity": 0.12,
          "stroke-dasharray": "4 2",
        }),
    ],
    [drawn.former, texts.legendGhost, (at) => ghostGlyph(at, palette)],
    [
      drawn.lines.length > 0,
      { metres: drawn.lines, say: texts.legendSeparator },
      (at) =>
        line(at, { stroke: palette.separatorInk, "stroke-width": 16, "stroke-opacity": 0.1 }) +
        line(at, { stroke: palette.separatorInk, "stroke-width": 6 }) +
        line(at, { stroke: palette.separatorCore, "stroke-width": 2 }),
    ],
    [
      drawn.barrier,
      texts.legendBarrier,
      ([x, y]) =>
        element("path", {
          d: pathData`M${x - 14} ${y}h28M${x - 10} ${y - 4}v8M${x - 3} ${y - 4}v8M${x + 4} ${y - 4}v8M${x + 11} ${y - 4}v8`,
          fill: "none",
          stroke: palette.barrier,
          "stroke-width": 1.6,
        }),
    ],
    ...familiesOf(meta).map(
      (family) =>
        [
          drawnFamily.has(family.id),
          familyName(meta, family.id, drawn.categories, language),
          (at: Pixel) => eventGlyph(at, family.symbol, { isCertain: true }, palette),
          { family: family.id },
        ] as const,
    ),
    ...crowdRows(sketch, texts),
    [drawn.movement, texts.legendMovement, (at) => movement(at)],
    [
      drawn.possibleThing !== null,
      texts.legendPossibleThing(texts.possiblyThen(isDay)),
      isEvent(drawn.possibleThing)
        ? event(drawn.possibleThing, { isCertain: false })
        : (at) => movement(at, MOVEMENT_DASH),
    ],
    [
      drawn.recent !== null,
      texts.legendRecent,
      isEvent(drawn.recent)
        ? event(drawn.recent, { isCertain: true, isRecent: true })
        : (at) => element("g", { opacity: 0.35 }, movement(at)),
    ],
    [
      drawn.faint !== null,
      sketch.hasHighlights ? texts.legendContext : texts.legendFaint,
      (at) =>
        faintUnless(
          false,
          drawn.faint === "site"
            ? siteGlyph(at, { isCertain: true, isCounted: false }, anySide, palette)
            : isEvent(drawn.faint)
              ? event(drawn.faint, { isCertain: true })(at)
              : movement(at),
        ),
    ],
    ...CHANGE_KINDS.map(
      (kind) =>
        [
          drawn.changes.includes(kind),
          texts[CHANGE_TEXTS[kind]],
          (at: Pixel) => changeBadge(at, kind, palette),
        ] as const,
    ),
  ];
  return entries.flatMap(([isSeen, said, draw, more], order) =>
    isSeen ? { ...entryOf(said, draw, order, language), ...more } : [],
  );
}

/** What a family is called; one that has no name by the categories that are drawn of it. */
function familyName(
  meta: DatasetMeta,
  id: string,
  categories: readonly string[],
  language: Language,
): string {
  const { eventCategories, eventFamilies } = meta.vocabularies;
  const label = eventFamilies.find((family) => family.id === id)?.label;
  if (label) return textIn(label, language);
  return eventCategories
    .filter((term) => categories.includes(term.id) && familyOf(meta, term.id).id === id)
    .map((term) => textIn(term.label, language))
    .join(", ");
}

const isEvent = (mark: MarkOf | null): mark is Exclude<MarkOf, string> =>
  typeof mark === "object" && mark !== null;

function entryOf(
  said: string | Precision,
  draw: LegendEntry["draw"],
  order: number,
  language: Language,
): LegendEntry {
  if (typeof said === "string") return { text: said, draw, order };
  return { text: said.say(formatPrecision(said.metres, language)), precision: said, draw, order };
}

/** The entries of several maps as one legend. */
export function oneLegend(
  ofMaps: readonly (readonly LegendEntry[])[],
  language: Language,
): LegendEntry[] {
  const entries = new Map<number, LegendEntry>();
  for (const entry of ofMaps.flat()) {
    const { draw, order, people, precision } = entry;
    const known = entries.get(order);
    const both = precision &&
      known?.precision && {
        ...precision,
        metres: [...known.precision.metres, ...precision.metres],
      };
    const one = both ? entryOf(both, draw, order, language) : entry;
    entries.set(order, { ...one, people: bothPeople(known?.people, people) });
  }
  return [...entries.values()].sort((a, b) => a.order - b.order);
}
