// FlatGeobuf for what PostGIS does not write: collections of lines and areas together, and answers without a feature.

import { magicbytes } from "flatgeobuf/lib/mjs/constants.js";
import { ColumnType } from "flatgeobuf/lib/mjs/flat-geobuf/column-type.js";
import { GeometryType } from "flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js";
import { buildFeature } from "flatgeobuf/lib/mjs/generic/feature.js";
import { buildHeader } from "flatgeobuf/lib/mjs/generic/featurecollection.js";
import { parseGC, parseGeometry } from "flatgeobuf/lib/mjs/geojson/geometry.js";
import type { Feature, Geometry } from "geojson";
import type { PropertyType } from "#model/collection.ts";
import { type FeatureSet, type FeatureWriter, provenanceOf } from "./feature-writer.ts";

const COLUMN_TYPES: Readonly<Record<PropertyType, ColumnType>> = {
  text: ColumnType.String,
  day: ColumnType.String,
  integer: ColumnType.Int,
  number: ColumnType.Double,
  boolean: ColumnType.Bool,
  list: ColumnType.String,
};

const GEOMETRY_TYPES = {
  Point: GeometryType.Point,
  LineString: GeometryType.LineString,
  Geometry: GeometryType.Unknown,
} as const;

const NOWHERE: Geometry = { type: "GeometryCollection", geometries: [] };

export const flatgeobufWriter: FeatureWriter = {
  async *write(set) {
    const provenance = provenanceOf(set.about);
    const features: Feature[] = [];
    // The head tells how many features follow, so that all are read before it is written.
    for await (const rows of set.pages)
      for (const { feature } of rows) features.push(JSON.parse(feature));
    const header = headerOf(set, Object.keys(provenance), features.length);
    yield magicbytes;
    yield buildHeader(header, set.crs.srid);
    for (const { id, geometry, properties } of features)
      yield buildFeature(
        shapeOf(geometry ?? NOWHERE),
        { id, ...flat(properties ?? {}), ...provenance },
        header,
      );
  },
};

function headerOf({ collection, properties }: FeatureSet, constants: string[], count: number) {
  const column = (name: string, type: ColumnType) => ({
    name,
    type,
    title: null,
    description: null,
    width: -1,
    precision: -1,
    scale: -1,
    nullable: true,
    unique: false,
    primary_key: false,
  });
  return {
    geometryType: GEOMETRY_TYPES[collection.geometry ?? "Geometry"],
    columns: [
      column("id", ColumnType.String),
      ...collection.properties
        .filter(({ name }) => properties.includes(name))
        .map(({ name, type }) => column(name, COLUMN_TYPES[type])),
      ...constants.map((name) => column(name, ColumnType.String)),
    ],
    envelope: null,
    featuresCount: count,
    indexNodeSize: 0,
    crs: null,
    title: null,
    description: null,
    metadata: null,
  };
}

function shapeOf(geometry: Geometry) {
  return geometry.type === "GeometryCollection" ? parseGC(geometry) : parseGeometry(geometry);
}

/** Lists as texts, as the database writes them. */
function flat(properties: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join("; ") : value,
    ]),
  );
}
