// JSON-FG (OGC 21-045r1): GeoJSON that says what, when and in which CRS.

import type { Feature } from "geojson";
import { dimensionOf } from "#model/collection/collection.ts";
import { CRS84 } from "#model/space/crs.ts";
import type { FeatureSet, FeatureWriter } from "./feature-writer.ts";

export const JSON_FG_CLASSES = [
  "http://www.opengis.net/spec/json-fg-1/1.0/conf/core",
  "http://www.opengis.net/spec/json-fg-1/1.0/conf/types-schemas",
];

export const jsonFgWriter: FeatureWriter = {
  async *write(set) {
    const { about, collection, crs, links, numberMatched, numberReturned, pages } = set;
    const head = {
      type: "FeatureCollection",
      conformsTo: JSON_FG_CLASSES,
      featureType: collection.id,
      featureSchema: about.codebook,
      geometryDimension: dimensionOf(collection),
      coordRefSys: crs.uri,
      numberMatched,
      numberReturned,
      metadata: about,
      links,
    };
    yield `${JSON.stringify(head).slice(0, -1)},"features":[`;
    let isFirst = true;
    for await (const rows of pages)
      for (const { feature } of rows) {
        yield `${isFirst ? "\n" : ",\n"}${JSON.stringify(toJsonFg(JSON.parse(feature), set))}`;
        isFirst = false;
      }
    yield "\n]}\n";
  },
};

/** In CRS84 the position is the GeoJSON geometry, in any other CRS it is `place`, and there is no geometry. */
export function toJsonFg(
  feature: Feature,
  { collection, crs }: Pick<FeatureSet, "collection" | "crs">,
) {
  const { type, id, geometry, properties, ...rest } = feature;
  const isCrs84 = crs.uri === CRS84.uri;
  return {
    type,
    id,
    featureType: collection.id,
    time: collection.temporal ? timeOf(properties) : null,
    geometry: isCrs84 ? geometry : null,
    place: isCrs84 ? null : geometry,
    properties,
    ...rest,
  };
}

/**
 * One day is a date, one time of day a timestamp, all else an interval; an open end is `..`. The ends of an interval are
 * both days or both timestamps, which are in UTC. Nothing where a day is before the year 1.
 */
function timeOf(properties: Feature["properties"]) {
  const [start, end] = [properties?.start_time, properties?.end_time].map(timestamp);
  if (start && end) return start === end ? { timestamp: start } : { interval: [start, end] };
  const { start_year: startYear, end_year: endYear } = properties ?? {};
  if (isBeforeDates(startYear) || isBeforeDates(endYear)) return null;
  const [from, until] = [properties?.start_earliest ?? "..", properties?.end_latest ?? ".."];
  if (from === ".." && until === "..") return null;
  return from === until ? { date: from } : { interval: [from, until] };
}

const timestamp = (time: unknown) => typeof time === "string" && new Date(time).toISOString();

/** RFC 3339 has no such year. */
const isBeforeDates = (year: unknown) => typeof year === "number" && year < 1;
