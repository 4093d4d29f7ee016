// A feature as a text of GeoJSON, and its geometry as WKT or WKB, as the database writes them.
import { type SQL, sql } from "drizzle-orm";
import type { Collection } from "#model/collection/collection.ts";
import { CRS84, type Crs } from "#model/space/crs.ts";
import { ringsCounterClockwise } from "../ring-order.ts";
import { readingOf, writtenColumns } from "./property-casts.ts";
import { putTogether } from "./put-together.ts";

/** How the features that answer are wanted. */
export type FeatureShape = {
  /** Of the coordinates; CRS84 unless another is asked for. */
  readonly crs?: Crs;
  /** Names of the properties that are wanted, in the collection's order; undefined: all. */
  readonly properties?: readonly string[] | undefined;
  /** A second writing of the geometry beside the GeoJSON. */
  readonly geometryAs?: "wkt" | "wkb" | undefined;
};

/** The row as a GeoJSON feature (RFC 7946): outer rings counter-clockwise, and no more decimals than the precision bears. */
export function featureJson(shape: FeatureShape & { collection: Collection }): SQL<string> {
  const { collection, crs = CRS84, properties } = shape;
  const write = () => featureJsonOf(collection, crs, properties);
  return properties
    ? write()
    : putTogether(
        `feature of ${collection.role} with ${readingOf(collection.properties)} in ${crs.uri}, ${crs.isLatitudeFirst}`,
        write,
      );
}

function featureJsonOf(
  collection: Collection,
  crs: Crs,
  properties: readonly string[] | undefined,
): SQL<string> {
  const written = writtenColumns(
    collection.properties.filter(({ name }) => properties?.includes(name) ?? true),
  );
  const chosen =
    written.length > 0
      ? sql`(SELECT row_to_json(p) FROM (SELECT ${sql.join(written, sql`, `)}) p)`
      : sql`'{}'`;
  const shape = ringsCounterClockwise(geometryIn(collection, crs));
  const geometry = sql`ST_AsGeoJSON(${shape}, ${maxDecimals(crs)}, 0)`;
  // Put together as texts: a JSON inside a JSON would be read once more.
  return sql<string>`'{"type":"Feature","id":' || to_json(id) || ',"geometry":' || coalesce(${geometry}, 'null')
    || ',"properties":' || ${chosen} || '}'`;
}

/**
 * The geometry in a CRS, in the order of its axes. In degrees it is rounded to its precision already; in metres it is
 * rounded once more, as the same digits would otherwise come back as a long fraction.
 */
function geometryIn({ properties }: Collection, crs: Crs): SQL {
  if (crs.srid === CRS84.srid)
    return crs.isLatitudeFirst ? sql`ST_FlipCoordinates(geom)` : sql`geom`;
  const projected = sql`ST_Transform(geom, ${sql.raw(String(crs.srid))})`;
  const hasPrecision = properties.some(({ name }) => name === "precision_m");
  const decimals = hasPrecision ? sql`metre_decimals(precision_m)` : maxDecimals(crs);
  return sql`rounded_geometry(${projected}, ${decimals})`;
}

const maxDecimals = ({ decimals }: Crs) => sql.raw(String(decimals));

export function writtenGeometry({
  collection,
  crs = CRS84,
  geometryAs,
}: FeatureShape & { collection: Collection }): SQL<string | null> {
  const shape = geometryIn(collection, crs);
  switch (geometryAs) {
    case "wkt":
      return sql<string | null>`ST_AsText(${shape}, ${maxDecimals(crs)})`;
    case "wkb":
      return sql<string | null>`encode(ST_AsBinary(${ringsCounterClockwise(shape)}, 'NDR'), 'hex')`;
    case undefined:
      return sql<string | null>`NULL::text`;
  }
}
