// Sites that stand too close to each other for their names have one label: a bracket along them, and how many they are.
import { firstPosition } from "#model/space/points.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import type { Pixel } from "#web/view/drawing/projection.ts";
import { element, pathData } from "#web/view/drawing/svg.ts";
import { type Box, boxAround, grow, type Occupancy } from "#web/view/figure/placement/occupancy.ts";
import { haloedText } from "#web/view/figure/type/haloed-text.ts";
import { LINE_HEIGHT } from "#web/view/figure/type/text.ts";
import { textWidth } from "#web/view/figure/type/text-width.ts";
import type { SceneSite } from "#web/view/scene/scene.ts";
import type { SiteGroup } from "../figure-input.ts";
import { SITE_RADIUS, siteLook } from "./site-glyph.ts";
import { faintUnless, type Grouping, type Part, type Sketch } from "./sketch.ts";

/** Marks whose middles are no farther from each other belong together, for as long as a group is no larger than this. */
const [NEAR, LARGEST] = [34, 100] as const;
const [SIZE, FACE] = [14.5, "semibold"] as const;
/** From the marks to the bracket, its depth, and from there to the words. */
const [OFF, DEPTH, GAP] = [5, 5, 6] as const;

/**
 * The groups in which every one of the places stands that have no name of their own: with each, whatever counted site is
 * near it or near one of its neighbours. One that has no neighbour is a group of its own, and so is that of the most
 * people. The same marks always make the same groups.
 */
export function groupsFor(sketch: Sketch, unnamed: readonly string[]): readonly SiteGroup[] {
  // What somebody named, or wants without a name, is in no group.
  const sites = sketch.scene.sites
    .filter(({ isCounted, place }) => isCounted && !sketch.edited?.has(place.id))
    .map(({ people, phase, place }) => ({
      id: place.id,
      people: people?.high ?? 0,
      at: pixelOf(sketch, phase),
    }));
  const most = Math.max(0, ...sites.map(({ people }) => people));
  const first = most === 0 ? undefined : sites.find(({ people }) => people === most)?.id;
  const grouped = new Set(first === undefined ? [] : [first]);
  return unnamed.flatMap((id) => {
    if (id === first) return [[id]];
    if (grouped.has(id)) return [];
    const within = (near: number) => {
      const group = sites.filter((site) => site.id === id);
      for (const { at } of group)
        for (const other of sites) {
          const isFree = !grouped.has(other.id) && !group.includes(other);
          const isNear = Math.hypot(other.at[0] - at[0], other.at[1] - at[1]) <= near;
          if (isFree && isNear && isSmall([...group, other])) group.push(other);
        }
      return group;
    };
    const nearest = within(NEAR);
    const group = nearest.length > 1 ? nearest : within(2 * NEAR);
    for (const one of group) grouped.add(one.id);
    return [[...new Set(group.map((one) => one.id))].sort()];
  });
}

const isSmall = (group: readonly { readonly at: Pixel }[]) =>
  ([0, 1] as const).every((axis) => {
    const along = group.map(({ at }) => at[axis]);
    return Math.max(...along) - Math.min(...along) <= LARGEST;
  });

const pixelOf = ({ projection }: Sketch, phase: SceneSite["phase"]): Pixel =>
  projection.toPixel(firstPosition(phase.geometry));

/** Of the groups those sites that are drawn, each in one of them. */
function drawnGroups(
  sketch: Sketch,
  groups: readonly SiteGroup[],
): readonly (readonly SceneSite[])[] {
  const left = new Map(
    sketch.scene.sites.filter(({ isCounted }) => isCounted).map((site) => [site.place.id, site]),
  );
  return groups.map((group) =>
    group.flatMap((id) => {
      const site = left.get(id);
      left.delete(id);
      return site ?? [];
    }),
  );
}

/** How the sites of a map are grouped. */
export function groupingOf(groups: readonly SiteGroup[]): (sketch: Sketch) => Grouping {
  return (sketch) => {
    const drawn = drawnGroups(sketch, groups);
    const idsOf = (isAlone: boolean) =>
      new Set(
        drawn.flatMap((sites) =>
          (sites.length === 1) === isAlone ? sites.map(({ place }) => place.id) : [],
        ),
      );
    return {
      grouped: idsOf(false),
      alone: idsOf(true),
      draw: (occupancy) => groupParts(sketch, drawn, occupancy),
    };
  };
}

/** The groups with their brackets and words, where these cover least; the room is taken. */
function groupParts(
  sketch: Sketch,
  groups: readonly (readonly SceneSite[])[],
  occupancy: Occupancy,
): Part[] {
  const texts = messagesOf(sketch.language, sketch.dataset.meta);
  return groups.flatMap((sites) => {
    if (sites.length < 2) return [];
    const text = texts.figureGroup(sites.length);
    const around = boxOver(
      sites.map(({ phase }) => boxAround(pixelOf(sketch, phase), SITE_RADIUS)),
    );
    const [best] = SETTINGS.map(({ lower, side }) => ({
      side,
      box: labelBox(around, { lower, side }, text),
    }))
      .filter(({ box }) => occupancy.isInFrame(box))
      .map((one) => ({ ...one, covered: occupancy.coveredBy(one.box) }))
      .sort((a, b) => a.covered.words - b.covered.words || a.covered.things - b.covered.things);
    const { box, side } = best ?? {
      side: "right",
      box: labelBox(around, { lower: 0, side: "right" }, text),
    };
    occupancy.takeWords(grow(box, 1));
    occupancy.take(bracketBox(around, side));
    const ids = sites.map(({ place }) => place.id).join(" ");
    return { key: `group ${ids}`, svg: groupSvg(sketch, sites, { around, box, side, text }) };
  });
}

type Side = "right" | "left";
/** Where the words stand, tried in turn: on which side, and how much lower than the middle of the bracket. */
type Setting = { readonly side: Side; readonly lower: number };
const SETTINGS: readonly Setting[] = [0, -16, 16].flatMap((lower) => [
  { side: "right", lower },
  { side: "left", lower },
]);

function boxOver(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

function labelBox({ bottom, left, right, top }: Box, { lower, side }: Setting, text: string): Box {
  const width = textWidth(text, SIZE, FACE);
  const half = (SIZE * LINE_HEIGHT) / 2;
  const middle = (top + bottom) / 2 + lower;
  const from = side === "right" ? right + OFF + DEPTH + GAP : left - OFF - DEPTH - GAP - width;
  return { left: from, right: from + width, top: middle - half, bottom: middle + half };
}

function bracketBox({ bottom, left, right, top }: Box, side: Side): Box {
  const [from, to] =
    side === "right" ? [right + OFF, right + OFF + DEPTH] : [left - OFF - DEPTH, left - OFF];
  return { left: from, right: to, top, bottom };
}

function groupSvg(
  { dataset, palette }: Sketch,
  sites: readonly SceneSite[],
  { around, box, side, text }: { around: Box; box: Box; side: Side; text: string },
): string {
  const sides = new Set(sites.map((site) => site.side));
  const [first] = sites;
  // Of several sides it has the colour of none.
  const fill =
    sides.size === 1 ? siteLook(dataset.meta, first?.side ?? null, palette).text : palette.ink;
  const { left, right, top, bottom } = bracketBox(around, side);
  const [inner, outer] = side === "right" ? [left, right] : [right, left];
  const middle = (top + bottom) / 2;
  const tick = side === "right" ? outer + 3 : outer - 3;
  const words = (box.top + box.bottom) / 2;
  const d = pathData`M${inner} ${top}H${outer}V${bottom}H${inner}M${outer} ${middle}L${tick} ${words}`;
  const label = haloedText(
    [{ text }],
    { size: SIZE, face: FACE },
    { x: box.left, y: box.top + SIZE * 0.98, fill },
    { colour: palette.halo, width: 3.2 },
    false,
  );
  return faintUnless(
    sites.some(({ isMatch }) => isMatch),
    element("path", { d, fill: "none", stroke: palette.halo, "stroke-width": 4 }) +
      element("path", { d, fill: "none", stroke: fill, "stroke-width": 1.8 }) +
      label,
  );
}
