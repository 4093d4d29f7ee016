// KML 2.2 (OGC 07-147r2) with the span of each feature, for globes with a time slider.
import type { Feature, Geometry, Position } from "geojson";
import { ID_PROPERTY } from "#model/collection/collections.ts";
import { featureName } from "./feature-name.ts";
import type { FeatureSet, FeatureWriter } from "./feature-writer.ts";
import { escapeMarkup } from "./xml.ts";

const KML_TYPES = {
  text: "string",
  day: "string",
  instant: "string",
  integer: "int",
  number: "double",
  boolean: "bool",
  list: "string",
} as const;

export const kmlWriter: FeatureWriter = {
  async *write(set) {
    const { about, collection } = set;
    yield '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:atom="http://www.w3.org/2005/Atom"><Document>\n' +
      `<name>${escapeMarkup(about.title)}</name>\n` +
      `<atom:author><atom:name>${escapeMarkup(about.attribution)}</atom:name></atom:author>\n` +
      `<description>${escapeMarkup(describe(set))}</description>\n` +
      `<Schema id="${collection.id}" name="${collection.id}">${schemaFields(set)}</Schema>\n`;
    for await (const rows of set.pages)
      yield rows.map(({ feature }) => placemark(JSON.parse(feature), set)).join("");
    yield "</Document></kml>\n";
  },
};

function describe({ about }: FeatureSet): string {
  const licences = about.licences
    .map(({ title, url }) => (url ? `${title} <${url}>` : title))
    .join("; ");
  return `${about.description}\n${about.citation}\n${licences}\n${about.codebook}`;
}

function schemaFields({ collection, properties }: FeatureSet): string {
  const fields = collection.properties.filter(({ name }) => properties.includes(name));
  return [ID_PROPERTY, ...fields]
    .map(
      ({ means, name, type }) =>
        `<SimpleField name="${name}" type="${KML_TYPES[type]}"><displayName>${escapeMarkup(means)}</displayName></SimpleField>`,
    )
    .join("");
}

function placemark(
  feature: Feature,
  { collection, itemsUrl, language, properties }: FeatureSet,
): string {
  const own = feature.properties ?? {};
  // The id is said as a value too: to most readers the attribute is lost.
  const values = [
    ["id", feature.id],
    ...properties.map((key) => [key, own[key]] as const),
  ] as const;
  const data = values
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => `<SimpleData name="${key}">${escapeMarkup(textOf(value))}</SimpleData>`)
    .join("");
  return (
    `<Placemark id="${escapeMarkup(String(feature.id))}"><name>${escapeMarkup(featureName(feature, collection, language))}</name>` +
    `<atom:link href="${escapeMarkup(`${itemsUrl}/${feature.id}`)}"/>` +
    timeSpan(own) +
    `<ExtendedData><SchemaData schemaUrl="#${collection.id}">${data}</SchemaData></ExtendedData>` +
    `${feature.geometry ? shape(feature.geometry) : ""}</Placemark>\n`
  );
}

/** Truth is 1 or 0, which XML allows: GDAL's reader takes every word for 0. */
function textOf(value: unknown): string {
  if (typeof value === "boolean") return value ? "1" : "0";
  return Array.isArray(value) ? value.join("; ") : String(value);
}

/** From the first day on which it may have been there to the last; by the clock where that is known. */
function timeSpan(own: Record<string, unknown>): string {
  const [begin, end] = [own.start_time ?? own.start_earliest, own.end_time ?? own.end_latest];
  const tag = (name: string, day: unknown) =>
    day ? `<${name}>${escapeMarkup(String(day))}</${name}>` : "";
  return begin || end ? `<TimeSpan>${tag("begin", begin)}${tag("end", end)}</TimeSpan>` : "";
}

const coordinates = (positions: readonly Position[]) =>
  `<coordinates>${positions.map(([x, y]) => `${x},${y}`).join(" ")}</coordinates>`;

function shape(geometry: Geometry): string {
  switch (geometry.type) {
    case "Point":
      return `<Point>${coordinates([geometry.coordinates])}</Point>`;
    case "LineString":
      return `<LineString>${coordinates(geometry.coordinates)}</LineString>`;
    case "Polygon": {
      const [outer = [], ...inner] = geometry.coordinates;
      const ring = (tag: string, positions: readonly Position[]) =>
        `<${tag}><LinearRing>${coordinates(positions)}</LinearRing></${tag}>`;
      const holes = inner.map((positions) => ring("innerBoundaryIs", positions)).join("");
      return `<Polygon>${ring("outerBoundaryIs", outer)}${holes}</Polygon>`;
    }
    case "GeometryCollection":
      return `<MultiGeometry>${geometry.geometries.map(shape).join("")}</MultiGeometry>`;
    default: {
      const type = geometry.type.slice("Multi".length) as "Point" | "LineString" | "Polygon";
      const parts = geometry.coordinates.map((part) =>
        shape({ type, coordinates: part } as Geometry),
      );
      return `<MultiGeometry>${parts.join("")}</MultiGeometry>`;
    }
  }
}
