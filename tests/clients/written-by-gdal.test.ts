// Tables of somebody's own as GDAL writes them: in each of its formats the same events are read, by the same guesses.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect } from "vitest";
import { packageCells } from "#formats/package-cells.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { imported, mapTable } from "#tests/support/packages/table.ts";
import { judgeTest, run } from "#tests/support/programs/foreign-client.ts";

/** Written out, so that what is read is compared with what stands here. */
const EVENTS = [
  ["name", "date", "lat", "lon", "kind"],
  ["Fire at the mill", "2015-03-04", "50.95", "1.85", "fire"],
  ["Émeute, « rue » <du> Pont & quai", "2015-03-14", "-33.5", "151.25", "riot"],
  ["市場の集会", "2016-02-29", "35.7", "139.7", "meeting"],
  ['A "quoted" name', "1999-12-31", "0.5", "-0.25", "fire"],
] as const;
const [, ...ROWS] = EVENTS;

/** The drivers, how their files end, and what they are told besides. */
const FORMATS = {
  "CSV with semicolons": ["CSV", "csv", "-lco", "SEPARATOR=SEMICOLON"],
  "CSV with tabs and a byte order mark": [
    "CSV",
    "csv",
    "-lco",
    "SEPARATOR=TAB",
    "-lco",
    "WRITE_BOM=YES",
  ],
  "CSV with WKT": ["CSV", "csv", "-lco", "GEOMETRY=AS_WKT"],
  XLSX: ["XLSX", "xlsx"],
  GeoJSON: ["GeoJSON", "geojson"],
  "GeoJSON, a feature a line": ["GeoJSONSeq", "geojsonl"],
  "GeoJSON, with record separators": ["GeoJSONSeq", "geojsons", "-lco", "RS=YES"],
  KML: ["LIBKML", "kml"],
  GPX: ["GPX", "gpx", "-sql", 'SELECT name, CAST(date AS timestamp) AS time FROM "events"'],
} as const;

/** What GDAL makes of the events in a format. */
async function written(format: keyof typeof FORMATS): Promise<{ file: string; bytes: Uint8Array }> {
  const folder = temporaryFolder("written");
  const source = path.join(folder, "events.csv");
  writeFileSync(source, packageCells(EVENTS));
  const [driver, ending, ...options] = FORMATS[format];
  const file = path.join(folder, `written.${ending}`);
  await run(
    "ogr2ogr",
    ...["-f", driver, file, source, ...options],
    ...["-oo", "AUTODETECT_TYPE=YES", "-oo", "KEEP_GEOM_COLUMNS=YES"],
    ...["-oo", "X_POSSIBLE_NAMES=lon", "-oo", "Y_POSSIBLE_NAMES=lat", "-a_srs", "EPSG:4326"],
  );
  return { file: path.basename(file), bytes: readFileSync(file) };
}

describe("a table that GDAL has written", () => {
  judgeTest("gdal").for(Object.keys(FORMATS) as (keyof typeof FORMATS)[])(
    "is read as what it is: %s",
    async (format) => {
      const { bytes, file } = await written(format);
      const { mapped } = await mapTable(file, bytes);
      expect(mapped.groups.filter(({ weight }) => weight === "rejected")).toEqual([]);
      const { events, problems } = await imported(mapped.files);
      expect(problems).toEqual([]);
      const read = events.map(({ values: { edtf, lat, lon, title } }) => [
        title.en,
        edtf,
        `${lat}`,
        `${lon}`,
      ]);
      expect(read).toEqual(ROWS.map(([title, date, lat, lon]) => [title, date, lat, lon]));
    },
  );

  judgeTest("gdal")("of another kind is refused in words: ODS", async () => {
    const folder = temporaryFolder("written");
    const source = path.join(folder, "events.csv");
    writeFileSync(source, packageCells(EVENTS));
    const file = path.join(folder, "written.ods");
    await run("ogr2ogr", "-f", "ODS", file, source);
    await expect(mapTable("written.ods", readFileSync(file))).rejects.toMatchObject({
      problem: { file: "written.ods", allowed: expect.stringMatching(/xlsx|Excel/i) },
    });
  });
});
