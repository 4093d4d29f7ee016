// What a filter leaves of a crowd. Words and columns of the dataset's own are not in it: they are asked of the server, which
// sends what it finds once more.
import { degreesAt, WORLD } from "#model/collection/event-columns.ts";
import type { Filter } from "#model/question/filter.ts";
import { EVENT_CERTAINTIES } from "#model/record/event.ts";
import { isInside } from "#model/space/geometry.ts";
import type { BandedBlock } from "#web/view/crowd/event-blocks.ts";
import { mercatorBox } from "./crowd.ts";

/** Which categories and certainties pass, by their places in the columns. */
type Passing = {
  readonly categories: readonly boolean[];
  readonly certainties: readonly boolean[];
};

function passing(filter: Filter, categories: readonly string[]): Passing {
  const isWanted = (wanted: readonly string[]) => (value: string) =>
    wanted.length === 0 || wanted.includes(value);
  return {
    categories: categories.map(isWanted(filter.categories)),
    certainties: EVENT_CERTAINTIES.map(isWanted(filter.certainties)),
  };
}

/** 1 for each event that the filter leaves. Sides and kinds of source are not known of a crowd: none has them. */
export function leftOf(
  block: BandedBlock,
  filter: Filter,
  categories: readonly string[],
): Uint8Array {
  const left = new Uint8Array(block.x.length);
  if (filter.sides.length > 0 || filter.sourceKinds.length > 0) return left;
  const passes = passing(filter, categories);
  const isIn = areaTest(filter);
  for (let index = 0; index < left.length; index++) {
    const isLeft =
      passes.categories[block.category[index] ?? 0] &&
      passes.certainties[(block.quality[index] ?? 0) >> 6] &&
      isIn(block.x[index] ?? 0, block.y[index] ?? 0);
    if (isLeft) left[index] = 1;
  }
  return left;
}

/** Inside the area of the filter; most are told by its box. */
function areaTest({ area }: Filter): (x: number, y: number) => boolean {
  if (!area) return () => true;
  const ring = area.coordinates[0] ?? [];
  const [longitudes, latitudes] = [ring.map(([lon = 0]) => lon), ring.map(([, lat = 0]) => lat)];
  const box = mercatorBox({
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
  });
  // An area across the antimeridian goes on in the worlds beside this one.
  const isBetween = (x: number) => x >= box.west && x <= box.east;
  return (x, y) =>
    (isBetween(x) || isBetween(x + WORLD) || isBetween(x - WORLD)) &&
    y >= box.north &&
    y <= box.south &&
    isInside(degreesAt(x, y), area);
}
