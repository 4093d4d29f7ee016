// Column kinds that Drizzle does not bring, and groups of columns that several tables share.

import { sql } from "drizzle-orm";
import {
  check,
  customType,
  doublePrecision,
  jsonb,
  type PgColumn,
  text,
} from "drizzle-orm/pg-core";
import type { Geometry } from "geojson";
import { ATTRIBUTES, type Attributes } from "#model/field/attributes.ts";
import { DISCLOSURES, type Disclosure, type PositionBasis } from "#model/space/position.ts";
import { LONGEST_WORD } from "#model/words/fold.ts";

/** Any PostGIS geometry in WGS 84, longitude first; written as GeoJSON, read through ST_AsGeoJSON in queries. */
export const geometry = customType<{ data: Geometry; driverData: string }>({
  dataType: () => "geometry(Geometry, 4326)",
  toDriver: (value) => sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(value)}), 4326)`,
});

/** Folded words, which hold letters and digits only, as the text of a tsvector. */
export function lexemes(words: readonly string[]): string {
  return words.map((word) => `'${word.slice(0, LONGEST_WORD)}'`).join(" ");
}

/** Text in the order of its code points: the same on every server, and the quickest to compare. */
export const codePointText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

const bytes = customType<{ data: string; driverData: string | Uint8Array }>({
  dataType: () => "bytea",
  toDriver: (digits) => `\\x${digits}`,
  fromDriver: (value) => Buffer.from(value as Uint8Array).toString("hex"),
});

/**
 * Of all that is written of the row, in hexadecimal digits: by it a publish sees what is as it was. Nobody is shown it: it
 * is of what is not published, too. The database forgets it when the row is written over.
 */
export const digestColumn = () => bytes("digest");

const dateRange = customType<{ data: string }>({ dataType: () => "daterange" });
/** Words, each once and as they are; a word is kept to its first letters, as PostgreSQL has room for no more. */
const tsVector = customType<{ data: readonly string[]; driverData: string }>({
  dataType: () => "tsvector",
  toDriver: (words) => lexemes(words),
});

/** The days on which the thing may have been there, for the GiST index. */
export const possibleSpanColumn = () =>
  dateRange("possible_span")
    .notNull()
    .generatedAlwaysAs(sql`daterange(start_earliest, end_latest, '[]')`);

/**
 * The days on which the thing may have been there as far as they are attested: `attestedSpan` of the model. A bound
 * that a convention fills falls back to the attested days; where there are none, to the other side's own bound, and
 * nothing is left where a convention fills that too.
 */
export const attestedSpanColumn = () =>
  dateRange("attested_span").generatedAlwaysAs(sql`CASE
    WHEN convention IS NULL THEN daterange(start_earliest, end_latest, '[]')
    WHEN convention = 'start' THEN CASE WHEN coalesce(start_latest, end_earliest, end_latest) IS NULL THEN 'empty'::daterange
      ELSE daterange(coalesce(least(start_latest, end_earliest), end_latest), end_latest, '[]') END
    WHEN convention = 'end' THEN CASE WHEN coalesce(start_latest, end_earliest, start_earliest) IS NULL THEN 'empty'::daterange
      ELSE daterange(start_earliest, coalesce(greatest(start_latest, end_earliest), start_earliest), '[]') END
    WHEN coalesce(start_latest, end_earliest) IS NULL THEN 'empty'::daterange
    ELSE daterange(least(start_latest, end_earliest), greatest(start_latest, end_earliest), '[]')
  END`);

type SpanTable = Readonly<
  Record<"startEarliest" | "startLatest" | "endEarliest" | "endLatest", PgColumn>
>;

/** Refuses days that cannot belong to one thing; the same rule as `isOrdered` of the model. */
export function spanCheck(name: string, table: SpanTable) {
  const { startEarliest, startLatest, endEarliest, endLatest } = table;
  const ordered = (a: PgColumn, b: PgColumn) => sql`(${a} IS NULL OR ${b} IS NULL OR ${a} <= ${b})`;
  return check(
    `${name}_days_are_ordered`,
    sql.join(
      [
        ordered(startEarliest, startLatest),
        ordered(endEarliest, endLatest),
        ordered(startEarliest, endLatest),
        ordered(startEarliest, endEarliest),
        ordered(startLatest, endLatest),
      ],
      sql` AND `,
    ),
  );
}

/** What the dataset adds to the record type, by the names of its attributes. */
export const attributesColumn = () => jsonb(ATTRIBUTES).$type<Attributes>();

/** How well the position is known, and how much of it the public may see. */
export const qualityColumns = () => ({
  precisionM: doublePrecision("precision_m"),
  positionBasis: text("position_basis").$type<PositionBasis>(),
  disclosure: text("disclosure").$type<Disclosure>().notNull().default("exact"),
});

/**
 * What the public may see of the position, derived by the database when the row is written: readers ask for nothing
 * else, and its index answers where and when at once.
 */
export const publicGeomColumn = () =>
  geometry("public_geom").generatedAlwaysAs(sql`public_geometry(geom, disclosure, precision_m)`);

type QualityTable = Readonly<
  Record<"geom" | "precisionM" | "positionBasis" | "disclosure", PgColumn>
>;

/** Refuses a position without a quality, an impossible precision, and levels that the model does not know. */
export function qualityChecks(name: string, table: QualityTable) {
  const { geom, precisionM, positionBasis, disclosure } = table;
  return [
    check(
      `${name}_position_has_quality`,
      sql`${geom} IS NULL OR (${precisionM} IS NOT NULL AND ${precisionM} >= 0 AND ${positionBasis} IS NOT NULL)`,
    ),
    check(`${name}_geometry_is_valid`, sql`ST_IsValid(${geom})`),
    oneOf(`${name}_disclosure`, disclosure, DISCLOSURES),
  ];
}

/** Words that are looked for, folded (`wordsOf` of the model) and each once. */
export const wordsColumn = (name = "words") => tsVector(name).notNull();

/** Refuses a value outside the list. */
export function oneOf(name: string, column: PgColumn, allowed: readonly string[]) {
  const list = allowed.map((value) => `'${value}'`).join(", ");
  return check(name, sql`${column} IN (${sql.raw(list)})`);
}
