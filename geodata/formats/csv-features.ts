// CSV (RFC 4180) in UTF-8: points as two columns, all other geometries as WKT, and the CRS as a column where it is not
// that of longitude and latitude. For Excel, which takes UTF-8 for the alphabet of its country, a mark can stand before.
import type { Feature } from "geojson";
import { CRS84 } from "#model/space/crs.ts";
import { csvLines } from "./csv.ts";
import { type FeatureSet, type FeatureWriter, provenanceOf } from "./feature-writer.ts";

const BYTE_ORDER_MARK = "\ufeff";

export const csvWriter: FeatureWriter = {
  geometryAs: "wkt",
  isXFirst: true,
  async *write(set) {
    const provenance = { ...crsColumn(set), ...provenanceOf(set.about) };
    const places = geometryColumns(set);
    const header = ["id", ...set.properties, ...places, ...Object.keys(provenance)];
    yield `${set.withByteOrderMark ? BYTE_ORDER_MARK : ""}${csvLines([header])}`;
    for await (const rows of set.pages) {
      if (rows.length === 0) continue;
      yield csvLines(
        rows.map(({ feature, geometry }) => {
          const { id, properties, geometry: shape }: Feature = JSON.parse(feature);
          const point = shape?.type === "Point" ? shape.coordinates : undefined;
          const position = places.includes("wkt")
            ? [geometry]
            : places.map((_, axis) => point?.[axis]);
          return [
            id,
            ...set.properties.map((name) => cell(properties?.[name])),
            ...position,
            ...Object.values(provenance),
          ];
        }),
      );
    }
  },
};

function geometryColumns({ collection, crs }: FeatureSet): string[] {
  if (collection.geometry === null) return [];
  if (collection.geometry !== "Point") return ["wkt"];
  return crs.srid === CRS84.srid ? ["lon", "lat"] : ["x", "y"];
}

function crsColumn({ collection, crs }: FeatureSet): Readonly<Record<string, string>> {
  return collection.geometry === null || crs.srid === CRS84.srid ? {} : { crs: `EPSG:${crs.srid}` };
}

/** Lists are separated by semicolons; what has no value is empty. */
function cell(value: unknown): string | number | null {
  if (Array.isArray(value)) return value.join("; ");
  if (typeof value === "boolean") return value ? "true" : "false";
  return typeof value === "string" || typeof value === "number" ? value : null;
}
