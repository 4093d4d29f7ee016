// GeoPackage 1.3 (OGC 12-128r17): one SQLite file with a feature table, its spatial index, data dictionary and metadata.
import type { BindableValue, Database } from "@sqlite.org/sqlite-wasm";
import type { Feature } from "geojson";
import type { PropertyType } from "#model/collection/property.ts";
import { CRS84, type Crs } from "#model/space/crs.ts";
import { textIn } from "#model/words/language.ts";
import { type Envelope, envelopeOf } from "../envelope.ts";
import {
  type FeatureSet,
  type FeatureWriter,
  FileTooLarge,
  type WrittenFeature,
} from "../feature-writer.ts";
import { CRS_DEFINITIONS } from "./geopackage-crs.ts";
import { geometryBlob } from "./geopackage-geometry.ts";
import { CORE_TABLES, INDEX_EXTENSION, indexTriggers } from "./geopackage-schema.ts";
import { PROGRAMS, type SqliteProgram } from "./sqlite-programs.ts";

const SQLITE_TYPES: Readonly<Record<PropertyType, string>> = {
  text: "TEXT",
  day: "DATE",
  instant: "DATETIME",
  integer: "INTEGER",
  number: "REAL",
  boolean: "BOOLEAN",
  list: "TEXT",
};

/** Pages of SQLite's files, in bytes. */
const PAGE_BYTES = 4096;

/**
 * `maxBytes`: of a file, which is whole in memory; throws FileTooLarge where it would be larger. `program`: where SQLite comes
 * from, if not from those that have written before.
 */
export const geopackageWriter = (
  maxBytes = 2 ** 31,
  program: SqliteProgram = PROGRAMS,
): FeatureWriter => ({
  geometryAs: "wkb",
  isXFirst: true,
  async *write(set) {
    const sqlite = await program.take();
    const db = new sqlite.oo1.DB(":memory:");
    try {
      db.exec(
        `PRAGMA page_size = ${PAGE_BYTES}; PRAGMA max_page_count = ${Math.floor(maxBytes / PAGE_BYTES)}`,
      );
      db.exec(CORE_TABLES);
      describeSystems(db, set.crs);
      createTable(db, set);
      db.exec("BEGIN");
      let bounds: Envelope | undefined;
      for await (const rows of set.pages) bounds = insert(db, set, rows, bounds);
      db.exec("COMMIT");
      describeContents(db, set, bounds);
      yield sqlite.capi.sqlite3_js_db_export(db);
    } catch (error) {
      const { resultCode } = error as { resultCode?: unknown };
      throw resultCode === sqlite.capi.SQLITE_FULL ? new FileTooLarge() : error;
    } finally {
      db.close();
    }
    program.giveBack?.(sqlite);
  },
});

/** The same features make the same bytes, whenever they are asked for. */
const NO_CLOCK = "1970-01-01T00:00:00.000Z";

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The three that every file has, and that of the features. */
function describeSystems(db: Database, own: Crs): void {
  const insert = (...bind: (string | number)[]) =>
    db.exec({
      sql: "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)",
      bind,
    });
  insert("Undefined cartesian SRS", -1, "NONE", -1, "undefined", "undefined");
  insert("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined");
  const systems = new Map([CRS84, own].map((crs) => [crs.srid, crs]));
  for (const { srid, title } of systems.values())
    insert(title, srid, "EPSG", srid, CRS_DEFINITIONS[srid] ?? "undefined", title);
}

function createTable(db: Database, { collection, properties }: FeatureSet): void {
  const columns = collection.properties
    .filter(({ name }) => properties.includes(name))
    .map(({ name, type }) => `${quoted(name)} ${SQLITE_TYPES[type]}`);
  const geometry = collection.geometry ? [`geom ${collection.geometry.toUpperCase()}`] : [];
  db.exec(
    `CREATE TABLE ${quoted(collection.id)} (${[
      "fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL",
      ...geometry,
      "id TEXT NOT NULL",
      ...columns,
    ].join(", ")})`,
  );
  if (!collection.geometry) return;
  db.exec(
    `CREATE VIRTUAL TABLE ${quoted(`rtree_${collection.id}_geom`)} USING rtree(id, minx, maxx, miny, maxy)`,
  );
}

/** Adds the rows with their boxes in the index; answers the box around all so far. */
function insert(
  db: Database,
  { collection, crs, properties }: FeatureSet,
  rows: readonly WrittenFeature[],
  before: Envelope | undefined,
): Envelope | undefined {
  const isSpatial = collection.geometry !== null;
  const names = [...(isSpatial ? ["geom"] : []), "id", ...properties];
  const types = new Map(collection.properties.map(({ name, type }) => [name, type]));
  const adding = writing(
    db,
    `INSERT INTO ${quoted(collection.id)} (${names.map(quoted).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
  );
  const indexing = isSpatial
    ? writing(
        db,
        `INSERT INTO ${quoted(`rtree_${collection.id}_geom`)} VALUES (last_insert_rowid(), ?, ?, ?, ?)`,
      )
    : undefined;
  let bounds = before;
  try {
    for (const { feature, geometry } of rows) {
      const { id, properties: own, geometry: shape }: Feature = JSON.parse(feature);
      const box = shape ? envelopeOf(shape) : undefined;
      const blob = geometry === null ? null : geometryBlob(geometry, crs.srid, box);
      adding.write([
        ...(isSpatial ? [blob] : []),
        String(id),
        ...properties.map((name) => cell(own?.[name], types.get(name))),
      ]);
      if (!box) continue;
      indexing?.write([box.minX, box.maxX, box.minY, box.maxY]);
      bounds = {
        minX: Math.min(bounds?.minX ?? box.minX, box.minX),
        maxX: Math.max(bounds?.maxX ?? box.maxX, box.maxX),
        minY: Math.min(bounds?.minY ?? box.minY, box.minY),
        maxY: Math.max(bounds?.maxY ?? box.maxY, box.maxY),
      };
    }
  } finally {
    adding.end();
    indexing?.end();
  }
  return bounds;
}

type Writing = { readonly write: (row: BindableValue[]) => void; readonly end: () => void };

/** A statement that writes row after row: to read it takes SQLite longer than to write a row. */
function writing(db: Database, statement: string): Writing {
  const prepared = db.prepare(statement);
  return {
    write: (row) => {
      prepared.bind(row);
      prepared.stepReset();
    },
    end: () => {
      prepared.finalize();
    },
  };
}

/** A list is JSON, as its column says; an instant is in UTC, which is all that the format has (OGC 12-128r17, table 1). */
function cell(value: unknown, type: PropertyType | undefined): string | number | null {
  if (type === "instant" && typeof value === "string") return new Date(value).toISOString();
  if (Array.isArray(value)) return JSON.stringify(value);
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "string" || typeof value === "number" ? value : null;
}

function describeContents(db: Database, set: FeatureSet, bounds: Envelope | undefined): void {
  const { about, collection, crs } = set;
  const run = (sql: string, bind: (string | number | null)[]) => db.exec({ sql, bind });
  run(
    "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, min_x, min_y, max_x, max_y, srs_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [
      collection.id,
      collection.geometry ? "features" : "attributes",
      collection.id,
      `${about.description} ${about.citation}`,
      NO_CLOCK,
      bounds?.minX ?? null,
      bounds?.minY ?? null,
      bounds?.maxX ?? null,
      bounds?.maxY ?? null,
      collection.geometry ? crs.srid : 0,
    ],
  );
  if (collection.geometry) {
    run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)", [
      collection.id,
      collection.geometry.toUpperCase(),
      crs.srid,
    ]);
    run("INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', ?, 'write-only')", [
      collection.id,
      INDEX_EXTENSION,
    ]);
    db.exec(indexTriggers(collection.id));
  }
  describeColumns(db, set);
  run("INSERT INTO gpkg_metadata VALUES (1, 'dataset', ?, 'application/json', ?)", [
    about.codebook,
    JSON.stringify(about),
  ]);
  run(
    "INSERT INTO gpkg_metadata_reference (reference_scope, table_name, timestamp, md_file_id) VALUES ('table', ?, ?, 1)",
    [collection.id, NO_CLOCK],
  );
}

/** What each column means, and the values that it may have. */
function describeColumns(db: Database, { collection, language, properties }: FeatureSet): void {
  const described = writing(
    db,
    "INSERT INTO gpkg_data_columns (table_name, column_name, title, description, mime_type, constraint_name) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const chosen = writing(
    db,
    "INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value) VALUES (?, 'enum', ?)",
  );
  try {
    for (const { choices, means, name, title, type } of collection.properties) {
      if (!properties.includes(name)) continue;
      const constraint = choices ? `${collection.id}_${name}` : null;
      for (const value of choices ?? []) chosen.write([constraint, value]);
      described.write([
        ...[collection.id, name],
        title === undefined ? null : textIn(title, language),
        means,
        type === "list" ? "application/json" : null,
        constraint,
      ]);
    }
  } finally {
    described.end();
    chosen.end();
  }
}
