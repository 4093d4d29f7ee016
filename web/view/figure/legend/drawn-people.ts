// Of how many people there are marks on a map: what the key of sizes is made from.
import { isPeopleDrawn } from "#web/view/figure/map/site-layers.ts";
import type { Sketch } from "#web/view/figure/map/sketch.ts";

export type DrawnPeople = {
  readonly lowest: number;
  readonly highest: number;
  /** How much smaller than it is the map is drawn. */
  readonly scale: number;
};

/** The lowest and the highest number of people for which a mark is in sight. */
export function peopleIn(sketch: Sketch, scale: number): DrawnPeople | undefined {
  const drawn = sketch.scene.sites.flatMap((site) =>
    isPeopleDrawn(sketch, site) && site.people ? [site.people.low, site.people.high] : [],
  );
  const some = drawn.filter((people) => people > 0);
  return some.length > 0
    ? { lowest: Math.min(...some), highest: Math.max(...some), scale }
    : undefined;
}

/** Of both maps. */
export function bothPeople(a: DrawnPeople | undefined, b: DrawnPeople | undefined) {
  if (!a || !b) return a ?? b;
  const lowest = Math.min(a.lowest, b.lowest);
  return { ...b, lowest, highest: Math.max(a.highest, b.highest) };
}
