import { Builder } from "flatbuffers";
import { ColumnType } from "flatgeobuf/lib/mjs/flat-geobuf/column-type.js";
import { Feature } from "flatgeobuf/lib/mjs/flat-geobuf/feature.js";
import { buildGeometry } from "flatgeobuf/lib/mjs/generic/geometry.js";
import { parseGC, parseGeometry } from "flatgeobuf/lib/mjs/geojson/geometry.js";
import type { Geometry } from "geojson";
import type { FileColumn } from "./encode-header.ts";

const COLUMN_NUMBER_BYTES = 2;
const LENGTH_BYTES = 4;

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
  const parts: Buffer[] = [];
  columns.forEach(({ name, columnType }, index) => {
    const value = values[name];
    if (value === null || value === undefined) return;
    const head = Buffer.alloc(COLUMN_NUMBER_BYTES);
    head.writeUInt16LE(index);
    parts.push(head, encodeValue(value, columnType));
  });
  return Buffer.concat(parts);
}

function encodeValue(value: unknown, type: ColumnType): Buffer {
  switch (type) {
    case ColumnType.Bool:
      return Buffer.from([value === true ? 1 : 0]);
    case ColumnType.Int: {
      const bytes = Buffer.alloc(4);
      bytes.writeInt32LE(value as number);
      return bytes;
    }
    case ColumnType.Double: {
      const bytes = Buffer.alloc(8);
      bytes.writeDoubleLE(value as number);
      return bytes;
    }
    default: {
      const text = Buffer.from(type === ColumnType.Json ? JSON.stringify(value) : String(value));
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32LE(text.length);
      return Buffer.concat([length, text]);
    }
  }
}
