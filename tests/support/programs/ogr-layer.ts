// What GDAL's vector library reads, beside what the API's JSON says, value by value.

import type { Feature, Geometry, Position } from "geojson";
import type { PropertyType } from "#model/collection/property.ts";
import { COLLECTIONS, type CollectionId } from "#tests/support/packages/calais-collections.ts";
import { runPython } from "./foreign-client.ts";

type Values = Readonly<Record<string, unknown>>;

export type OgrFeature = { readonly properties: Values; readonly geometry: Geometry | null };

export type OgrLayer = {
  readonly driver: string;
  readonly name: string;
  /** Features, as the driver counts them without reading all. */
  readonly count: number;
  /** Authority and code, or null. */
  readonly crs: string | null;
  readonly types: Readonly<Record<string, string>>;
  /** What GDAL complained of while it read. */
  readonly warnings: readonly string[];
  readonly features: readonly OgrFeature[];
};

/** Opens a source and reads every feature of one of its layers; the arguments are those of `ogr-features.py`. */
export async function readLayer(source: string, ...args: readonly string[]): Promise<OgrLayer> {
  const [layer, ...features] = await runPython<unknown>("ogr-features.py", source, ...args);
  return { ...(layer as Omit<OgrLayer, "features">), features: features as OgrFeature[] };
}

/** A value of the API as it is compared: what has no value is null, a list one text. */
function expected(value: unknown, separator: string): unknown {
  if (Array.isArray(value)) return value.join(separator);
  return value === "" || value === undefined ? null : value;
}

/** A value that a driver read, as the type that the property has. */
function read(value: unknown, type: PropertyType, separator: string): unknown {
  if (value === null || value === undefined || value === "") return null;
  if (type === "list") {
    const isJson = typeof value === "string" && value.startsWith("[");
    const list = isJson ? JSON.parse(value) : value;
    return Array.isArray(list) ? list.join(separator) : list;
  }
  if (type === "day") return String(value).replace(/T00:00:00$/, "");
  if (type === "integer" || type === "number") return Number(value);
  if (type === "boolean") return value === true || value === 1 || value === "true" || value === "1";
  return value;
}

/** Between the values of a list in formats that have none. */
const SEPARATOR = "; ";

/** What the API says of a feature: id, every property, geometry. */
export function saidOf(
  id: CollectionId,
  feature: Feature<Geometry | null>,
  separator: string = SEPARATOR,
) {
  const values = COLLECTIONS[id].properties.map(({ name }) => [
    name,
    expected(feature.properties?.[name], separator),
  ]);
  return { id: feature.id, ...Object.fromEntries(values), geometry: rounded(feature.geometry) };
}

/** The same of a feature that GDAL read. */
export function readOf(
  id: CollectionId,
  { properties, geometry }: OgrFeature,
  separator: string = SEPARATOR,
) {
  const values = COLLECTIONS[id].properties.map(({ name, type }) => [
    name,
    read(properties[name], type, separator),
  ]);
  return { id: properties.id, ...Object.fromEntries(values), geometry: rounded(geometry) };
}

/** Coordinates to a ten-millionth of a degree, of which no format may lose any; rings as `turned` has them. */
function rounded(geometry: Geometry | null): unknown {
  if (!geometry) return null;
  const round = (position: Position) => position.map((value) => Math.round(value * 1e7) / 1e7);
  const line = (positions: readonly Position[]) => positions.map(round);
  const area = (rings: readonly Position[][]) => rings.map((ring) => turned(line(ring)));
  switch (geometry.type) {
    case "GeometryCollection":
      return { type: geometry.type, geometries: geometry.geometries.map(rounded) };
    case "Point":
      return { type: geometry.type, coordinates: round(geometry.coordinates) };
    case "MultiPoint":
    case "LineString":
      return { type: geometry.type, coordinates: line(geometry.coordinates) };
    case "MultiLineString":
      return { type: geometry.type, coordinates: geometry.coordinates.map(line) };
    case "Polygon":
      return { type: geometry.type, coordinates: area(geometry.coordinates) };
    case "MultiPolygon":
      return { type: geometry.type, coordinates: geometry.coordinates.map(area) };
  }
}

/** A ring from its least position on, in the direction of the lesser neighbour: formats differ in both. */
function turned(ring: readonly Position[]): Position[] {
  const open = ring.slice(0, -1);
  const texts = open.map(String);
  const start = texts.indexOf([...texts].sort()[0] ?? "");
  const forwards = [...open.slice(start), ...open.slice(0, start)];
  const [first = [], ...rest] = forwards;
  const backwards = [first, ...rest.reverse()];
  const second = (some: readonly Position[]) => String(some[1]);
  const chosen = second(forwards) <= second(backwards) ? forwards : backwards;
  return [...chosen, first];
}

/** In the order of their ids: an index of a file puts features in an order of its own. */
export function byId<Told extends { readonly id?: unknown }>(told: readonly Told[]): Told[] {
  const key = ({ id }: Told) => String(id);
  return [...told].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
