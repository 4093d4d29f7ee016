// Which kinds of marks are to be seen on a map: what its key explains, and nothing else. One rule for the page and for pictures.
import { hasSiteOutline } from "#model/dataset/roles.ts";
import { SIDES, type Side } from "#model/measure/site.ts";
import { isWithin } from "#web/view/drawing/polyline.ts";
import { placedChanges } from "#web/view/figure/map/change-layer.ts";
import { isSiteShown } from "#web/view/figure/map/site-layers.ts";
import { type Part, pixelsOf, type Sketch } from "#web/view/figure/map/sketch.ts";
import { placedEvents, placedMovements } from "#web/view/figure/map/thing-layers.ts";
import { worldsBelow } from "#web/view/figure/map/worlds.ts";
import { CHANGE_KINDS, type ChangeKind } from "#web/view/scene/compared-changes.ts";
import type { PointPhase } from "#web/view/scene/sites.ts";

/** What one of the marks of a kind is, where their kind alone does not say how it is drawn. */
export type MarkOf = { readonly category: string } | "site" | "movement";

/** Plain values, so that two of them can be compared as text. */
export type DrawnKinds = {
  readonly sides: readonly Side[];
  readonly people: boolean;
  readonly unknown: boolean;
  readonly possible: boolean;
  readonly convention: boolean;
  readonly empty: boolean;
  readonly disc: boolean;
  readonly former: boolean;
  /** Metres of the outlines of sites, and of the lines that separate. */
  readonly outlines: readonly number[];
  readonly lines: readonly number[];
  readonly barrier: boolean;
  /** Of all events that are drawn, in the order in which they are. */
  readonly categories: readonly string[];
  /** One of them is of the days that are shown, not of those before. */
  readonly happened: boolean;
  readonly movement: boolean;
  readonly possibleThing: MarkOf | null;
  readonly recent: MarkOf | null;
  readonly faint: MarkOf | null;
  readonly changes: readonly ChangeKind[];
};

/** Layers that tell by themselves whether anything of them is in sight. */
export type DrawnParts = Readonly<
  Record<"barriers" | "discs" | "outlines" | "people" | "separator", readonly Part[]>
>;

export function drawnKinds(sketch: Sketch, parts: DrawnParts): DrawnKinds {
  const { dataset, scene } = sketch;
  const { view } = sketch.projection;
  const worlds = worldsBelow(sketch).map((world) => world.sketch);
  const isInSight = ({ phase }: { readonly phase: PointPhase }) =>
    worlds.some((world) => pixelsOf(world, phase.geometry).some((at) => isWithin(at, view)));
  const sites = scene.sites.filter((site) => isSiteShown(site, view.zoom) && isInSight(site));
  const events = worlds.flatMap(placedEvents);
  const movements = worlds.flatMap(placedMovements);
  /** The first of the things for which something holds, as a mark that stands for them. */
  const one = (holds: (thing: Thing) => boolean): MarkOf | null => {
    const event = events.find(holds);
    return event ? { category: event.event.category } : movements.some(holds) ? "movement" : null;
  };
  type Thing = (typeof events)[number] | (typeof movements)[number];
  const metresOf = (layer: readonly Part[], what: string) =>
    scene.outlines
      .filter(({ phase }) => layer.some(({ key }) => key.startsWith(`${what} ${phase.id} `)))
      .map(({ phase, place }) => ({ place, metres: phase.quality.precisionM }));
  const changes = new Set(
    worlds
      .flatMap(placedChanges)
      .filter(({ at }) => isWithin(at, view))
      .map(({ kind }) => kind),
  );
  return {
    sides: SIDES.filter((side) => sites.some((site) => site.side === side)),
    people: parts.people.length > 0,
    unknown: sites.some(({ people }) => people === null),
    possible: sites.some(({ byConvention, presence }) => presence === "possible" && !byConvention),
    convention: sites.some(({ byConvention }) => byConvention),
    empty: sites.some(({ isEmpty }) => isEmpty),
    disc: parts.discs.length > 0,
    former: scene.ghosts.some(isInSight),
    outlines: metresOf(parts.outlines, "outline")
      .filter(({ place }) => hasSiteOutline(dataset.meta, place))
      .map(({ metres }) => metres),
    lines: metresOf(parts.separator, "core").map(({ metres }) => metres),
    barrier: parts.barriers.length > 0,
    categories: [...new Set(events.map(({ event }) => event.category))],
    happened: events.some(({ isRecent }) => !isRecent),
    movement: movements.length > 0,
    possibleThing: one(({ isCertain, isRecent }) => !isCertain && !isRecent),
    recent: one(({ isRecent }) => isRecent),
    faint: sites.some(({ isMatch }) => !isMatch) ? "site" : one(({ isMatch }) => !isMatch),
    changes: CHANGE_KINDS.filter((kind) => changes.has(kind)),
  };
}

/** What is to be seen on one of two maps, or on both. */
export function onEither(a: DrawnKinds, b: DrawnKinds): DrawnKinds {
  const both = <Value>(one: readonly Value[], other: readonly Value[]) => [
    ...new Set([...one, ...other]),
  ];
  return {
    sides: SIDES.filter((side) => a.sides.includes(side) || b.sides.includes(side)),
    people: a.people || b.people,
    unknown: a.unknown || b.unknown,
    possible: a.possible || b.possible,
    convention: a.convention || b.convention,
    empty: a.empty || b.empty,
    disc: a.disc || b.disc,
    former: a.former || b.former,
    outlines: both(a.outlines, b.outlines),
    lines: both(a.lines, b.lines),
    barrier: a.barrier || b.barrier,
    categories: both(a.categories, b.categories),
    happened: a.happened || b.happened,
    movement: a.movement || b.movement,
    possibleThing: a.possibleThing ?? b.possibleThing,
    recent: a.recent ?? b.recent,
    faint: a.faint ?? b.faint,
    changes: CHANGE_KINDS.filter((kind) => a.changes.includes(kind) || b.changes.includes(kind)),
  };
}
