// What GDAL's vector library reads, beside what the API's JSON says, value by value.
import type { Feature, Geometry, Position } from "geojson";
import { COLLECTIONS, type CollectionId, type PropertyType } from "#model/collection.ts";
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
function expected(value: unknown): unknown {
  if (Array.isArray(value)) return value.join("; ");
  return value === "" || value === undefined ? null : value;
}

/** A value that a driver read, as the type that the property has. */
function read(value: unknown, type: PropertyType): unknown {
  if (value === null || value === undefined || value === "") return type === "list" ? "" : null;
  if (type === "list") {
    const isJson = typeof value === "string" && value.startsWith("[");
    const list = isJson ? JSON.parse(value) : value;
    if (Array.isArray(list)) return list.join("; ");
    // GDAL 3.6 takes a list whose first values are empty for a text, and writes the others so: (2:one,two).
    const listed = /^\(\d+:(.*)\)$/.exec(list);
    return listed ? listed[1]?.split(",").join("; ") : list;
  }
  if (type === "day") return String(value).replace(/T00:00:00$/, "");
  if (type === "integer" || type === "number") return Number(value);
  if (type === "boolean") return value === true || value === 1 || value === "true" || value === "1";
  return value;
}

/** What the API says of a feature: id, every property, geometry. */
export function saidOf(id: CollectionId, feature: Feature<Geometry | null>) {
  const values = COLLECTIONS[id].properties.map(({ name }) => [
    name,
    expected(feature.properties?.[name]),
  ]);
  return { id: feature.id, ...Object.fromEntries(values), geometry: rounded(feature.geometry) };
}

/** The same of a feature that GDAL read. */
export function readOf(id: CollectionId, { properties, geometry }: OgrFeature) {
  const values = COLLECTIONS[id].properties.map(({ name, type }) => [
    name,
    read(properties[name], type),
  ]);
  return { id: properties.id, ...Object.fromEntries(values), geometry: rounded(geometry) };
}

/** Coordinates to a ten-millionth of a degree, of which no format may lose any. */
function rounded(geometry: Geometry | null): unknown {
  if (!geometry) return null;
  if (geometry.type === "GeometryCollection")
    return { type: geometry.type, geometries: geometry.geometries.map(rounded) };
  const round = (part: Position | Position[] | Position[][] | Position[][][]): unknown =>
    part.map((inner) =>
      typeof inner === "number" ? Math.round(inner * 1e7) / 1e7 : round(inner as Position[]),
    );
  return { type: geometry.type, coordinates: round(geometry.coordinates) };
}

/** In the order of their ids: an index of a file puts features in an order of its own. */
export function byId<Told extends { readonly id?: unknown }>(told: readonly Told[]): Told[] {
  const key = ({ id }: Told) => String(id);
  return [...told].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
