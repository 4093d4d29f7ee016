// The tables that every GeoPackage has (OGC 12-128r17, annex C), and the triggers that keep its spatial index true
// when another program edits the file (annex F.3).

/** "GPKG" as the application id, 1.3.0 as the version. */
export const CORE_TABLES = `
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE,
  max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents(table_name), column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys(srs_id),
  z TINYINT NOT NULL, m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_data_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT,
  constraint_name TEXT, PRIMARY KEY (table_name, column_name));
CREATE TABLE gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
  max NUMERIC, max_is_inclusive BOOLEAN, description TEXT, UNIQUE (constraint_name, constraint_type, value));
CREATE TABLE gpkg_metadata (
  id INTEGER NOT NULL PRIMARY KEY, md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL,
  mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE gpkg_metadata_reference (
  reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
  timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL
  REFERENCES gpkg_metadata(id), md_parent_id INTEGER REFERENCES gpkg_metadata(id));
INSERT INTO gpkg_extensions VALUES
  ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec130/#extension_schema', 'read-write'),
  ('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec130/#extension_schema', 'read-write'),
  ('gpkg_metadata', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec130/#extension_metadata', 'read-write'),
  ('gpkg_metadata_reference', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec130/#extension_metadata', 'read-write');
`;

export const INDEX_EXTENSION = "http://www.geopackage.org/spec130/#extension_rtree";

/** `table`: the name of a collection, which is a word. */
export function indexTriggers(table: string): string {
  const index = `rtree_${table}_geom`;
  const box = "ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)";
  const isFull = "NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom)";
  const isEmpty = "(NEW.geom IS NULL OR ST_IsEmpty(NEW.geom))";
  const put = `INSERT OR REPLACE INTO "${index}" VALUES (NEW.fid, ${box});`;
  return `
CREATE TRIGGER "${index}_insert" AFTER INSERT ON "${table}" WHEN (${isFull}) BEGIN ${put} END;
CREATE TRIGGER "${index}_update1" AFTER UPDATE OF geom ON "${table}" WHEN OLD.fid = NEW.fid AND (${isFull})
  BEGIN ${put} END;
CREATE TRIGGER "${index}_update2" AFTER UPDATE OF geom ON "${table}" WHEN OLD.fid = NEW.fid AND ${isEmpty}
  BEGIN DELETE FROM "${index}" WHERE id = OLD.fid; END;
CREATE TRIGGER "${index}_update3" AFTER UPDATE ON "${table}" WHEN OLD.fid != NEW.fid AND (${isFull})
  BEGIN DELETE FROM "${index}" WHERE id = OLD.fid; ${put} END;
CREATE TRIGGER "${index}_update4" AFTER UPDATE ON "${table}" WHEN OLD.fid != NEW.fid AND ${isEmpty}
  BEGIN DELETE FROM "${index}" WHERE id IN (OLD.fid, NEW.fid); END;
CREATE TRIGGER "${index}_delete" AFTER DELETE ON "${table}" WHEN OLD.geom NOT NULL
  BEGIN DELETE FROM "${index}" WHERE id = OLD.fid; END;
`;
}
