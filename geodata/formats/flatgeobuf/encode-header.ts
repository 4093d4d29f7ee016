import { Builder } from "flatbuffers";
import { Column } from "flatgeobuf/lib/mjs/flat-geobuf/column.js";
import { ColumnType } from "flatgeobuf/lib/mjs/flat-geobuf/column-type.js";
import { Crs } from "flatgeobuf/lib/mjs/flat-geobuf/crs.js";
import { GeometryType } from "flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js";
import { Header } from "flatgeobuf/lib/mjs/flat-geobuf/header.js";
import { ID_PROPERTY } from "#model/collection/collections.ts";
import type { Property, PropertyType } from "#model/collection/property.ts";
import { type Language, textIn } from "#model/words/language.ts";
import { type FeatureSet, provenanceOf } from "../feature-writer.ts";

/** A day is a date-time of its first ten characters: the format has no type for days, and readers know those of ISO 8601. */
const COLUMN_TYPES: Readonly<Record<PropertyType, ColumnType>> = {
  text: ColumnType.String,
  day: ColumnType.DateTime,
  instant: ColumnType.DateTime,
  integer: ColumnType.Int,
  number: ColumnType.Double,
  boolean: ColumnType.Bool,
  list: ColumnType.Json,
};

const GEOMETRY_TYPES = {
  Point: GeometryType.Point,
  LineString: GeometryType.LineString,
  Geometry: GeometryType.Unknown,
} as const;

export type FileColumn = Property & { readonly columnType: ColumnType };

/**
 * The columns of the file: the id, the properties that are wanted, and where the data come from. The head says that
 * too, but GDAL 3.6 and QGIS do not show what it says.
 */
export function columnsOf({ about, collection, properties }: FeatureSet): FileColumn[] {
  const text = (name: string): Property => ({ name, type: "text", means: "" });
  const wanted = collection.properties.filter(({ name }) => properties.includes(name));
  return [ID_PROPERTY, ...wanted, ...Object.keys(provenanceOf(about)).map(text)].map(
    (property) => ({
      ...property,
      columnType: COLUMN_TYPES[property.type],
    }),
  );
}

/** The head of the file, with the four bytes that tell its size. `indexNodeSize` is 0 where there is no index. */
export function encodeHeader(
  set: FeatureSet,
  {
    count,
    envelope,
    indexNodeSize,
  }: {
    readonly count: number;
    readonly envelope: readonly number[] | undefined;
    readonly indexNodeSize: number;
  },
): Uint8Array {
  const { about, collection, crs } = set;
  const builder = new Builder();
  const name = builder.createString(collection.id);
  const title = builder.createString(about.title);
  const description = builder.createString(`${about.description} ${about.citation}`);
  const metadata = builder.createString(JSON.stringify(provenanceOf(about)));
  const columns = Header.createColumnsVector(
    builder,
    columnsOf(set).map((column) => encodeColumn(builder, column, set.language)),
  );
  const box = envelope && Header.createEnvelopeVector(builder, [...envelope]);
  const system = encodeCrs(builder, crs.srid);
  Header.startHeader(builder);
  Header.addName(builder, name);
  if (box) Header.addEnvelope(builder, box);
  Header.addGeometryType(builder, GEOMETRY_TYPES[collection.geometry ?? "Geometry"]);
  Header.addColumns(builder, columns);
  Header.addFeaturesCount(builder, BigInt(count));
  Header.addIndexNodeSize(builder, indexNodeSize);
  Header.addCrs(builder, system);
  Header.addTitle(builder, title);
  Header.addDescription(builder, description);
  Header.addMetadata(builder, metadata);
  builder.finishSizePrefixed(Header.endHeader(builder));
  return builder.asUint8Array();
}

function encodeColumn(
  builder: Builder,
  { columnType, means, name, title }: FileColumn,
  language: Language,
): number {
  const nameAt = builder.createString(name);
  const descriptionAt = builder.createString(means);
  const titleAt = title === undefined ? undefined : builder.createString(textIn(title, language));
  Column.startColumn(builder);
  Column.addName(builder, nameAt);
  Column.addType(builder, columnType);
  if (titleAt !== undefined) Column.addTitle(builder, titleAt);
  Column.addDescription(builder, descriptionAt);
  return Column.endColumn(builder);
}

function encodeCrs(builder: Builder, srid: number): number {
  const org = builder.createString("EPSG");
  Crs.startCrs(builder);
  Crs.addOrg(builder, org);
  Crs.addCode(builder, srid);
  return Crs.endCrs(builder);
}
