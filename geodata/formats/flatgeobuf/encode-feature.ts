import { Builder } from "flatbuffers";
import { ColumnType } from "flatgeobuf/lib/mjs/flat-geobuf/column-type.js";
import { Feature } from "flatgeobuf/lib/mjs/flat-geobuf/feature.js";
import { buildGeometry } from "flatgeobuf/lib/mjs/generic/geometry.js";
import { parseGC, parseGeometry } from "flatgeobuf/lib/mjs/geojson/geometry.js";
import type { Geometry } from "geojson";
import { ByteWriter } from "../byte-writer.ts";
import type { FileColumn } from "./encode-header.ts";

/**
 * A feature as the file has it, with the four bytes that tell its size. What has no value is left out, and so is the
 * geometry of a feature without one.
 */
export function encodeFeature(
  geometry: Geometry | null,
  values: Readonly<Record<string, unknown>>,
  columns: readonly FileColumn[],
): Uint8Array {
  const builder = new Builder(1024);
  const properties = Feature.createPropertiesVector(builder, encodeValues(values, columns));
  const shape = geometry && buildGeometry(builder, parsedGeometry(geometry));
  Feature.startFeature(builder);
  if (shape !== null) Feature.addGeometry(builder, shape);
  Feature.addProperties(builder, properties);
  builder.finishSizePrefixed(Feature.endFeature(builder));
  return builder.asUint8Array();
}

function parsedGeometry(geometry: Geometry) {
  return geometry.type === "GeometryCollection" ? parseGC(geometry) : parseGeometry(geometry);
}

/** Number of the column, then its value, for each that has one. */
function encodeValues(
  values: Readonly<Record<string, unknown>>,
  columns: readonly FileColumn[],
): Uint8Array {
  const writer = new ByteWriter();
  columns.forEach(({ name, columnType }, index) => {
    const value = values[name];
    if (value === null || value === undefined) return;
    writer.uint16(index);
    encodeValue(writer, value, columnType);
  });
  return writer.take();
}

function encodeValue(writer: ByteWriter, value: unknown, type: ColumnType): void {
  switch (type) {
    case ColumnType.Bool:
      writer.uint8(value === true ? 1 : 0);
      return;
    case ColumnType.Int:
      writer.int32(value as number);
      return;
    case ColumnType.Double:
      writer.float64(value as number);
      return;
    default:
      writer.sizedText(type === ColumnType.Json ? JSON.stringify(value) : String(value));
  }
}
