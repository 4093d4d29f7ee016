// Where and when everything in the published package is, as Camtrap DP and others say it in a descriptor.
import { collectionsOf } from "#model/collection/collections.ts";
import { boxPolygon, unwrapBbox } from "#model/space/bbox.ts";
import { smallestBbox } from "#model/space/smallest-bbox.ts";
import { type Day, printDay } from "#model/time/day.ts";
import { type ServedDataset, servedMeta } from "../served/served-dataset.ts";
import { servedExtent } from "../served/served-extents.ts";

/**
 * `spatial`: the box around all features, a GeoJSON area (WGS 84, longitude first), and `temporal`: their first and last
 * day (ISO 8601). What has no bound is left out.
 */
export async function publishedCoverage(served: ServedDataset): Promise<object> {
  const collections = Object.values(collectionsOf(await servedMeta(served)));
  const extents = await Promise.all(collections.map((one) => servedExtent(served, one)));
  const box = smallestBbox(extents.flatMap(({ bbox }) => (bbox ? unwrapBbox(bbox) : [])));
  const spans = extents.flatMap(({ days }) => days ?? []);
  const start = boundOf(
    spans.map(({ first }) => first),
    (day, other) => day - other,
  );
  const end = boundOf(
    spans.map(({ last }) => last),
    (day, other) => other - day,
  );
  const temporal = {
    ...(start === null ? {} : { start: printDay(start) }),
    ...(end === null ? {} : { end: printDay(end) }),
  };
  return {
    ...(box ? { spatial: boxPolygon(box) } : {}),
    ...(Object.keys(temporal).length > 0 ? { temporal } : {}),
  };
}

/** The day that goes before all others; null where one is unbounded, or there is none. */
function boundOf(days: readonly (Day | null)[], order: (day: Day, other: Day) => number) {
  const known = days.filter((day) => day !== null);
  return known.length < days.length ? null : (known.sort(order)[0] ?? null);
}
