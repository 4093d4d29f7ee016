// The columns of a file as the tables have them: a text without a language is in the first of the package, some columns
// have a second name, and what may be left out has a value all the same.
import { type Columns, type SpokenColumn, spokenColumns } from "#model/field/member.ts";
import { FORMER_COLUMNS } from "#model/record/former-names.ts";
import { columnSuffix, type Language } from "#model/words/language.ts";
import { parseNumber, withDecimalPoint } from "#model/words/number.ts";
import type { TableName } from "../tables.ts";

/** Second names of columns, by table. */
const OTHER_NAMES: Readonly<Partial<Record<TableName, Readonly<Record<string, string>>>>> = {
  events: { date: "edtf", latitude: "lat", longitude: "lon" },
  places: {
    ...{ start: "start_edtf", end: "end_edtf", latitude: "lat", longitude: "lon" },
    ...FORMER_COLUMNS,
  },
};

/** The columns that a file of the table has in these languages. */
export const columnsInFile = (
  columns: Columns,
  languages: readonly Language[],
): readonly SpokenColumn[] =>
  Object.entries(columns).flatMap(([name, of]) => spokenColumns(name, of, languages));

/** The names of the columns as the table has them; a name that it does not know stays. */
export function namedColumns(
  table: TableName,
  header: readonly string[],
  columns: readonly SpokenColumn[],
  [first]: readonly Language[],
): string[] {
  const known = new Set(columns.map(({ name }) => name));
  const others = new Map(Object.entries(OTHER_NAMES[table] ?? {}));
  for (const { column, language, name } of columns)
    if (language !== undefined) {
      others.set(column + columnSuffix(language), name);
      if (language === first) others.set(column, name);
    }
  return header.map((column) => {
    if (known.has(column)) return column;
    const other = others.get(column) ?? others.get(column.toLowerCase().replaceAll("-", "_"));
    return other !== undefined && known.has(other) && !header.includes(other) ? other : column;
  });
}

/** What a file of the least kind calls the column: the name to tell whoever has to write it. */
export function everydayName(
  table: TableName,
  { column, language, name }: SpokenColumn,
  languages: readonly Language[],
): string {
  if (language !== undefined) return languages.length === 1 ? column : name;
  const [other] = Object.entries(OTHER_NAMES[table] ?? {}).find(([, one]) => one === name) ?? [];
  return other !== undefined && EVERYDAY.has(other) ? other : name;
}

const EVERYDAY: ReadonlySet<string> = new Set(["date", "start", "end"]);

type Row = Readonly<Record<string, string>>;

/** What a column has that the file leaves out, by table: of the cells of the row, as they are written. */
const DEFAULTS: Readonly<
  Partial<Record<TableName, Readonly<Record<string, (cells: Row) => string>>>>
> = {
  events: {
    category: () => "event",
    certainty: () => "unstated",
    sensitivity: () => "none",
    precision_m: precisionOf,
    position_basis: (cells) => (cells.lat && cells.lon ? "unstated" : ""),
  },
  places: {
    kind: () => "place",
    precision_m: precisionOf,
    position_basis: (cells) => (cells.lat && cells.lon ? "unstated" : ""),
  },
};

/** Texts that may be empty: nothing is told. */
const MAY_BE_EMPTY: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  events: ["summary"],
  places: ["description"],
};

export const defaultsOf = (table: TableName) => DEFAULTS[table] ?? {};

/** Whether the text of the column may be empty. */
export const mayBeEmpty = (table: TableName, { column }: SpokenColumn): boolean =>
  (MAY_BE_EMPTY[table] ?? []).includes(column);

/** Tables whose rows are given ids where they bring none. */
export const isNamed = (table: TableName) => table === "events" || table === "places";

/** Whether a file of the table may be without the column. */
export const mayBeLeftOut = (table: TableName, column: SpokenColumn): boolean =>
  !column.field.required ||
  (column.name === "id" && isNamed(table)) ||
  mayBeEmpty(table, column) ||
  column.name in defaultsOf(table);

const METRES_PER_DEGREE = 111_320;

/**
 * A position of which nothing else is said is no more exact than its decimals: half of the last one of the less exact
 * number, in metres, and no less than one.
 */
export function precisionOf({ lat = "", lon = "" }: Row): string {
  const numbers = `${lat};${lon}`.split(";").map((text) => withDecimalPoint(text).trim());
  if (numbers.some((text) => parseNumber(text) === undefined)) return "";
  const decimals = Math.min(...numbers.map((text) => text.split(".")[1]?.length ?? 0));
  return String(Math.max(1, Math.ceil((METRES_PER_DEGREE * 10 ** -decimals) / 2)));
}

/**
 * Makes ids of rows that have none: of the cell that names the row, if there is one, or else of the date and the title. The
 * same for the same row of another version.
 */
export function idMaker(languages: readonly Language[]): (cells: Row, from?: string) => string {
  const seen = new Map<string, number>();
  const titles = languages
    .map(columnSuffix)
    .flatMap((suffix) => [`title${suffix}`, `name${suffix}`]);
  return (cells, from = "") => {
    const title = titles.map((name) => cells[name]).find(Boolean);
    const words = idFor(title ?? "");
    const base =
      (from && idFor(from)) ||
      [slugOf(cells.edtf ?? cells.start_edtf ?? ""), words].filter(Boolean).join("-");
    const nth = (seen.get(base) ?? 0) + 1;
    seen.set(base, nth);
    return nth === 1 ? base : `${base}-${nth}`;
  };
}

const LONGEST_SLUG = 60;

export const slugOf = (text: string) =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, "");

/** An id for what somebody calls something: of its letters or, where none of them is one that ids have, of its digest. */
export const idFor = (text: string): string => slugOf(text) || digestOf(text);

/** Eight hexadecimal digits of a text (FNV-1a). */
export function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
