// The legend of a figure: only what is to be seen on it, drawn by the marks themselves.

import { countsPeople } from "#model/dataset/dataset.ts";
import { hasSiteOutline } from "#model/dataset/roles.ts";
import { isOneDay } from "#model/measure/separation-series.ts";
import { SIDES } from "#model/measure/site.ts";
import type { Language } from "#model/words/language.ts";
import { formatPrecision } from "#web/i18n/format.ts";
import type { Messages } from "#web/i18n/messages.ts";
import { isWithin } from "#web/view/drawing/polyline.ts";
import type { Pixel } from "#web/view/drawing/projection.ts";
import { element, pathData } from "#web/view/drawing/svg.ts";
import { changeBadge, placedChanges } from "#web/view/figure/map/change-layer.ts";
import { arrowHead, type EventState, eventGlyph, ghostGlyph } from "#web/view/figure/map/glyphs.ts";
import {
  barrierParts,
  separatorParts,
  siteOutlineParts,
} from "#web/view/figure/map/outline-layers.ts";
import { anySiteLook, siteGlyph, siteLook } from "#web/view/figure/map/site-glyph.ts";
import { discParts, isSiteShown, peopleParts } from "#web/view/figure/map/site-layers.ts";
import { faintUnless, pixelsOf, type Sketch } from "#web/view/figure/map/sketch.ts";
import { MOVEMENT_DASH, placedEvents, placedMovements } from "#web/view/figure/map/thing-layers.ts";
import { familyOf } from "#web/view/scene/category-family.ts";
import { CHANGE_KINDS } from "#web/view/scene/compared-changes.ts";
import type { Scene } from "#web/view/scene/scene.ts";
import type { PointPhase } from "#web/view/scene/sites.ts";
import { siteWord } from "#web/view/words/site-word.ts";

export type LegendEntry = {
  readonly text: string;
  /** Metres that the text names, and the text with others: several maps have one entry for all of theirs. */
  readonly precision?: Precision | undefined;
  /** Its place in every legend. */
  readonly order: number;
  /** The mark around a point, 32 × 20 pixels at most. */
  readonly draw: (at: Pixel) => string;
};

type Precision = { readonly metres: readonly number[]; readonly say: (words: string) => string };

const FULL = { isCertain: true, isCounted: true };

const CHANGE_TEXTS = {
  opened: "legendOpened",
  closed: "legendClosed",
  grown: "legendGrown",
  shrunk: "legendShrunk",
} as const;

export function legendEntries(sketch: Sketch, texts: Messages): LegendEntry[] {
  const { palette, projection, scene } = sketch;
  const isInSight = ({ phase }: { readonly phase: PointPhase }) =>
    pixelsOf(sketch, phase.geometry).some((at) => isWithin(at, projection.view));
  const sites = scene.sites.filter(
    (site) => isInSight(site) && isSiteShown(site, projection.view.zoom),
  );
  const siteOutlines = siteOutlineParts(sketch);
  const outlines = scene.outlines.filter(
    (outline) =>
      hasSiteOutline(sketch.dataset.meta, outline.place) &&
      siteOutlines.some(({ key }) => key.startsWith(`outline ${outline.phase.id} `)),
  );
  const metresOf = (drawn: Scene["outlines"]) => drawn.map(({ phase }) => phase.quality.precisionM);
  const separator = separatorParts(sketch);
  const lines = scene.outlines.filter(({ phase }) =>
    separator.some(({ key }) => key.startsWith(`core ${phase.id} `)),
  );
  const { symbol } = familyOf(sketch.dataset.meta, scene.events[0]?.thing.category ?? "");
  const { meta } = sketch.dataset;
  const anySide = anySiteLook(meta, palette);
  const people = { fill: anySide.mark, stroke: anySide.mark };
  const circle = ([cx, cy]: Pixel, r: number, attributes: Record<string, string | number>) =>
    element("circle", { cx, cy, r, ...attributes });
  const line = ([x, y]: Pixel, attributes: Record<string, string | number>) =>
    element("path", { d: pathData`M${x - 14} ${y}h28`, fill: "none", ...attributes });
  const shownChanges = new Set(
    placedChanges(sketch)
      .filter(({ at }) => isWithin(at, projection.view))
      .map(({ kind }) => kind),
  );
  const [events, movements] = [placedEvents(sketch), placedMovements(sketch)];
  const isDay = isOneDay(scene.days);
  type Placed = (typeof events)[number] | (typeof movements)[number];
  const isPossible = ({ isCertain, isRecent }: Placed) => !isCertain && !isRecent;
  const event = (state: EventState) => (at: Pixel) => eventGlyph(at, symbol, state, palette);
  const movement = ([x, y]: Pixel, dashes?: string) =>
    element("path", {
      d: pathData`M${x - 13} ${y + 4}Q${x - 2} ${y - 7} ${x + 9} ${y - 2}`,
      fill: "none",
      stroke: palette.ink,
      "stroke-width": 1.8,
      "stroke-dasharray": dashes,
    }) + arrowHead([x + 11, y - 1], 0.45, 1, palette);
  const entries: readonly (readonly [boolean, string | Precision, LegendEntry["draw"]])[] = [
    ...SIDES.map(
      (side) =>
        [
          sites.some((site) => site.side === side),
          texts.side[side],
          (at: Pixel) => siteGlyph(at, FULL, siteLook(meta, side, palette), palette),
        ] as const,
    ),
    [
      peopleParts(sketch).length > 0,
      isDay ? texts.legendPeople : texts.legendPeopleOver,
      (at) =>
        circle(at, 8.5, { ...people, "fill-opacity": 0.1, "stroke-width": 1.2 }) +
        circle(at, 5.5, { fill: anySide.mark, "fill-opacity": 0.42 }),
    ],
    [
      sites.some((site) => site.people === null),
      countsPeople(sketch.dataset) ? texts.legendUnknown : siteWord(meta, texts),
      (at) => siteGlyph(at, { isCertain: true, isCounted: false }, anySide, palette),
    ],
    [
      sites.some((site) => site.presence === "possible" && !site.byConvention),
      texts.legendPossible,
      (at) => siteGlyph(at, { isCertain: false, isCounted: false }, anySide, palette),
    ],
    [
      sites.some((site) => site.byConvention),
      texts.legendConvention,
      (at) =>
        siteGlyph(at, { isCertain: false, isCounted: false, byConvention: true }, anySide, palette),
    ],
    [
      sites.some((site) => site.isEmpty),
      texts.legendEmpty,
      (at) => siteGlyph(at, { isCertain: true, isCounted: false, isEmpty: true }, anySide, palette),
    ],
    [
      discParts(sketch).length > 0,
      texts.legendDisc,
      (at) => circle(at, 9.5, { fill: palette.ink, "fill-opacity": 0.08 }),
    ],
    [
      outlines.length > 0,
      { metres: metresOf(outlines), say: texts.legendOutline },
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
    [scene.ghosts.some(isInSight), texts.legendGhost, (at) => ghostGlyph(at, palette)],
    [
      separator.length > 0,
      { metres: metresOf(lines), say: texts.legendSeparator },
      (at) =>
        line(at, { stroke: palette.separatorInk, "stroke-width": 6 }) +
        line(at, { stroke: palette.separatorCore, "stroke-width": 2 }),
    ],
    [
      barrierParts(sketch).length > 0,
      texts.legendBarrier,
      ([x, y]) =>
        element("path", {
          d: pathData`M${x - 14} ${y}h28M${x - 10} ${y - 4}v8M${x - 3} ${y - 4}v8M${x + 4} ${y - 4}v8M${x + 11} ${y - 4}v8`,
          fill: "none",
          stroke: palette.barrier,
          "stroke-width": 1.6,
        }),
    ],
    [
      events.some(({ isRecent }) => !isRecent),
      texts.legendEvent(isDay),
      event({ isCertain: true }),
    ],
    [movements.length > 0, texts.legendMovement, (at) => movement(at)],
    [
      [...events, ...movements].some(isPossible),
      texts.legendPossibleThing(texts.possiblyThen(isDay)),
      events.some(isPossible) ? event({ isCertain: false }) : (at) => movement(at, MOVEMENT_DASH),
    ],
    [
      [...events, ...movements].some(({ isRecent }) => isRecent),
      texts.legendRecent,
      events.some(({ isRecent }) => isRecent)
        ? event({ isCertain: true, isRecent: true })
        : (at) => element("g", { opacity: 0.35 }, movement(at)),
    ],
    [
      [...sites, ...events, ...movements].some(({ isMatch }) => !isMatch),
      texts.legendFaint,
      (at) =>
        faintUnless(
          false,
          sites.some(({ isMatch }) => !isMatch)
            ? siteGlyph(at, { isCertain: true, isCounted: false }, anySide, palette)
            : events.length > 0
              ? event({ isCertain: true })(at)
              : movement(at),
        ),
    ],
    ...CHANGE_KINDS.map(
      (kind) =>
        [
          shownChanges.has(kind),
          texts[CHANGE_TEXTS[kind]],
          (at: Pixel) => changeBadge(at, kind, palette),
        ] as const,
    ),
  ];
  return entries.flatMap(([isSeen, said, draw], order) =>
    isSeen ? entryOf(said, draw, order, sketch.language) : [],
  );
}

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
    const { draw, order, precision } = entry;
    const known = entries.get(order)?.precision;
    const both = precision &&
      known && { ...precision, metres: [...known.metres, ...precision.metres] };
    entries.set(order, both ? entryOf(both, draw, order, language) : entry);
  }
  return [...entries.values()].sort((a, b) => a.order - b.order);
}
