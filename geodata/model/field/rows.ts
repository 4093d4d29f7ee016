// Records as rows: one value a column, geometry aside.
import type { Geometry } from "geojson";
import type { Language, Localized } from "../words/language.ts";
import { ATTRIBUTES } from "./attributes.ts";
import {
  type CitedField,
  type Column,
  type ColumnsOf,
  columnsOfMember,
  type Member,
  type Members,
  type PrivateField,
  type RecordOf,
  spokenColumns,
  type ValueOf,
} from "./member.ts";
import { blankOf, type Camel, camel } from "./names.ts";

/** The members that the tables of the database have columns for, and that are shown. */
export type Stored<Of extends Members> = {
  readonly [Name in keyof Of as Of[Name] extends CitedField | PrivateField
    ? never
    : Name]: Of[Name];
};

/** The columns of a record type as they are stored, by their names in TypeScript. */
export type StoredColumns<Of extends Members> = {
  readonly [Name in keyof ColumnsOf<Stored<Of>> & string as Camel<Name>]: ColumnsOf<
    Stored<Of>
  >[Name];
};

/** A row of a table of the database, or of a view of it, geometry aside. */
export type RowOf<Of extends Members> = {
  readonly [Name in keyof StoredColumns<Of>]: ValueOf<StoredColumns<Of>[Name]>;
};

const isStored = (member: Member) =>
  "type" in member || (member.kind !== "cited" && member.kind !== "private");

/** The stored columns of a record type, in order: what nobody is shown, and what is stored otherwise, aside. */
export function storedColumns(members: Members): readonly (readonly [name: string, Column])[] {
  return Object.entries(members).flatMap(([name, member]) =>
    isStored(member) ? columnsOfMember(name, member) : [],
  );
}

type Source = Readonly<Record<string, unknown>>;

/**
 * Makes rows of values that are under the names of columns, or under others that are told here. `room`: names of whatever
 * else a row is given, null at first: one that has to be made room for takes as long as all others together.
 */
export function rowMaker<Of extends Members, Other extends string = never>(
  members: Of,
  otherNames: Readonly<Record<string, string>> = {},
  room: readonly Other[] = [],
): (values: Source) => RowOf<Of> & Readonly<Record<Exclude<Other, keyof RowOf<Of>>, null>> {
  const columns = storedColumns(members).map(
    ([name]) => [camel(name), otherNames[name] ?? name] as const,
  );
  const blank = blankOf([...new Set([...columns.map(([key]) => key), ...room])]);
  return (values) => {
    const row: Record<string, unknown> = { ...blank };
    for (const [key, name] of columns) {
      const value = values[name];
      if (value !== null && value !== undefined) row[key] = value;
    }
    return row as ReturnType<ReturnType<typeof rowMaker<Of, Other>>>;
  };
}

type Reading = (source: Source, sourceIds: readonly string[]) => unknown;

/** How rows are read. */
type Reader = {
  /** Under which key a row has a column. */
  readonly keyOf?: (column: string) => string;
  /** Those of the dataset, in whose order its texts are; undefined: as the row has them. */
  readonly languages?: readonly Language[] | undefined;
};

/**
 * Makes records of rows. The geometry is under `geometry`, as GeoJSON or as its text, what a dataset adds under
 * `attributes`; the sources of a record whose row does not have them are told with it.
 */
export function recordMaker<Of extends Members>(
  members: Of,
  reader: Reader = {},
): (row: Source, sourceIds?: readonly string[]) => RecordOf<Of> {
  const readings = Object.entries(members).flatMap(([name, member]) => {
    const reading = readingOf(name, member, reader);
    return reading ? [[camel(name), reading] as const] : [];
  });
  const blank = blankOf(readings.map(([key]) => key));
  return (row, sourceIds = []) => {
    const record: Record<string, unknown> = { ...blank };
    for (const [key, read] of readings) record[key] = read(row, sourceIds);
    return record as RecordOf<Of>;
  };
}

function readingOf(
  name: string,
  member: Member,
  { keyOf = camel, languages }: Reader,
): Reading | undefined {
  if ("type" in member) {
    const key = keyOf(name);
    return (row) => row[key];
  }
  switch (member.kind) {
    case "localized": {
      const key = keyOf(name);
      return (row) => inOrder(row[key] as Localized | null, languages);
    }
    case "group": {
      const parts = Object.entries(member.parts).map(
        ([part, [column]]) => [part, keyOf(column)] as const,
      );
      return (row) => readGroup(row, parts, member.isOptional);
    }
    case "geometry":
      return ({ geometry }) => readGeometry(geometry);
    case "attributes":
      return (row) => row[ATTRIBUTES] ?? null;
    case "cited":
      return (_row, sourceIds) => sourceIds;
    case "private":
      return undefined;
  }
}

/** The text, its languages in the order of the dataset's. */
function inOrder(text: Localized | null, languages: readonly Language[] | undefined) {
  if (text === null || languages === undefined) return text;
  const texts: Record<Language, string> = {};
  for (const language of languages) {
    const own = text[language];
    if (own !== undefined) texts[language] = own;
  }
  return texts;
}

function readGroup(
  row: Source,
  parts: readonly (readonly [part: string, key: string])[],
  isOptional: boolean,
) {
  const whole: Record<string, unknown> = {};
  for (const [part, key] of parts) {
    const value = row[key];
    if (isOptional && value === null && part === parts[0]?.[0]) return null;
    whole[part] = value;
  }
  return whole;
}

const readGeometry = (geometry: unknown) =>
  typeof geometry === "string" ? (JSON.parse(geometry) as Geometry) : geometry;

type Written = (record: Source) => readonly (readonly [column: string, value: unknown])[];

/** Makes values under the names of columns of records: of all columns that are shown, geometry aside. */
export function columnWriter<Of extends Members>(
  members: Of,
  languages: readonly Language[],
): (record: RecordOf<Of>) => Source {
  const writers = Object.entries(members).map(([name, member]) =>
    writerOf(name, member, languages),
  );
  return (record) => Object.fromEntries(writers.flatMap((write) => write(record as Source)));
}

function writerOf(name: string, member: Member, languages: readonly Language[]): Written {
  const key = camel(name);
  if ("type" in member || member.kind === "cited") return (record) => [[name, record[key]]];
  switch (member.kind) {
    case "localized": {
      const columns = spokenColumns(name, member, languages);
      return (record) => {
        const texts = record[key] as Localized | null;
        return columns.map((own) => [own.name, texts?.[own.language ?? ""] ?? null]);
      };
    }
    case "group":
      return (record) => {
        const whole = record[key] as Source | null;
        return Object.entries(member.parts).map(([part, [column]]) => [
          column,
          whole?.[part] ?? null,
        ]);
      };
    case "geometry":
    case "attributes":
    case "private":
      return () => [];
  }
}
