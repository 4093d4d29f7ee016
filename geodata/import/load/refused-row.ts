// What the database refuses, said of the file, the row and the columns of the package that it comes from.
import type { Db } from "#db/database.ts";
import { columnsOfRule, type Refusal, RowRefused, refusalOf } from "#db/refusal.ts";
import { quote } from "#model/problem.ts";
import type { DataPackage, KeptTable } from "../read/data-package.ts";
import { DESCRIPTOR_FILE } from "../read/descriptor.ts";
import type { RowProblem } from "../row-problem.ts";
import { GEOJSON_TABLES, namesInFile, TABLES, type TableName } from "../tables.ts";

/** Tables of the package that make the rows of a table of the database; those of others have the same name. */
const MADE_OF: Readonly<Record<string, readonly KeptTable[]>> = {
  places: ["places", "shapes"],
  place_phases: ["places", "shapes"],
  story_steps: ["story"],
  basemap_features: ["basemap"],
  field_citations: ["citations"],
};
/** Tables of the package whose records are cited. */
const CITED: Readonly<Record<string, readonly KeptTable[]>> = {
  place: ["places", "shapes"],
  "place-phase": ["shapes"],
  movement: ["movements"],
  count: ["counts"],
  death: ["deaths"],
  contradiction: ["contradictions"],
  phase: ["phases"],
  "story-step": ["story"],
  basemap: ["basemap"],
};

/** What would be taken, by the code of the refusal or its class. */
const ALLOWED: readonly (readonly [code: RegExp, allowed: string])[] = [
  [/^23502/, "a value that is not empty"],
  [/^23503/, "the id of a row that is there"],
  [/^23505/, "values that no other row has"],
  [/^23/, "values that keep this rule"],
  [/^22(003|008)/, "a value within the range of its column"],
  [/^54/, "a text that is short enough for the indexes"],
];

type Origin = Pick<DataPackage, "files" | "tables">;

/**
 * The problem in words, with file, line and columns as far as they can be known; undefined of an error that is not
 * about a row. `eventLines` are the lines of the events in the order in which they were sent.
 */
export async function refusedRow(
  error: unknown,
  db: Db,
  { files, tables }: Origin,
  eventLines: readonly number[],
): Promise<RowProblem | undefined> {
  const refusal = error instanceof RowRefused ? error.refusal : refusalOf(error);
  if (!refusal) return undefined;
  const { row, index } = error instanceof RowRefused ? error : {};
  const columns = await columnsOf(refusal, row, db);
  const values = columns.flatMap((name) => saidValue(name, refusal, row) ?? []);
  const rule = refusal.rule === undefined ? refusal.message : `its rule ${refusal.rule}`;
  const of = refusal.table === undefined ? "" : `, table ${refusal.table}`;
  const got = `${values.join(", ") || "a row"}, which the database refuses (${rule}${of})`;
  const allowed = ALLOWED.find(([code]) => code.test(refusal.code))?.[1] ?? "what it can store";
  const { line, table } =
    index === undefined ? placeOf(refusal, row, tables) : eventPlace(eventLines[index]);
  const file = (table && files.get(table)) ?? DESCRIPTOR_FILE;
  const name = namesIn(table, columns).join(", ") || (line === null ? "database" : "row");
  return { file, line, name, got, allowed };
}

const eventPlace = (line: number | undefined) => ({ table: "events", line: line ?? null }) as const;

/** Columns that the refusal is about, as the database calls them. */
async function columnsOf(
  { cell, code, column, key, message, rule, table }: Refusal,
  row: RowRefused["row"],
  db: Db,
): Promise<string[]> {
  if (column !== undefined) return [column];
  if (rule !== undefined && table !== undefined) {
    const own = (await columnsOfRule(db, table, rule)).filter((name) => name !== "dataset_id");
    if (own.length > 0) return own;
  }
  if (key) return Object.keys(key).filter((name) => name !== "dataset_id");
  // A value that cannot be stored is named by the message, and by nothing else.
  const named = Object.keys(row ?? {}).filter((name) => message.includes(quoted(row?.[name])));
  if (named.length > 0) return named;
  const isShape = /^(XX000|22023)/.test(code) && cell === undefined && "geom" in (row ?? {});
  return isShape ? ["geom"] : [];
}

const quoted = (value: unknown) => `"${String(value)}"`;

function saidValue(name: string, { cell, key }: Refusal, row: RowRefused["row"]) {
  const value = row?.[name] ?? key?.[name] ?? cell;
  if (value === undefined || value === null) return undefined;
  return typeof value === "object" ? quote(JSON.stringify(value)) : quote(String(value));
}

/** The row of the package with the id of the refused one. */
function placeOf(
  { table }: Refusal,
  row: RowRefused["row"],
  tables: Origin["tables"],
): { readonly table: TableName | undefined; readonly line: number | null } {
  const isCitation = table === "citations";
  const origins = isCitation
    ? (CITED[String(row?.record_kind)] ?? [])
    : (MADE_OF[table ?? ""] ?? (isTable(table) ? [table] : []));
  const id = isCitation ? row?.record_id : row?.id;
  for (const origin of origins) {
    const found = tables[origin as KeptTable]?.find(({ values }) => values.id === id);
    if (found) return { table: origin, line: found.line };
  }
  return { table: origins.length === 1 ? origins[0] : undefined, line: null };
}

const isTable = (name: string | undefined): name is TableName =>
  name !== undefined && name in TABLES;

/** Columns of the file from which those of the database are made; those that have none are left out. */
function namesIn(table: TableName | undefined, columns: readonly string[]): string[] {
  if (table === undefined) return [...columns];
  const isKnown = (name: string) => name in TABLES[table];
  const inFile = namesInFile(table);
  return columns.flatMap((name) => {
    if (name === "geom") return GEOJSON_TABLES.has(table) ? ["geometry"] : ["lon", "lat"];
    const given = [inFile[name] ?? name, MADE_FROM[name] ?? ""].filter(isKnown);
    return given.slice(0, 1);
  });
}

/** Columns that are made from others. */
const MADE_FROM: Readonly<Record<string, string>> = {
  source_id: "source_ids",
  description: "note",
};
