import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Geometry } from "geojson";
import { needsSurvey, resolveDeclaration } from "#domain/resolve.ts";
import { ATTRIBUTED_TABLES, type DeclaredAttributes } from "#model/dataset/attribute.ts";
import type { Declared, DeclaredSeparation } from "#model/dataset/declared.ts";
import type { Language } from "#model/words/language.ts";
import { systemWords } from "#model/words/system-words.ts";
import { decodedText, WrongBytes } from "../files/decode-bytes.ts";
import { type FileForm, formOf } from "../files/file-form.ts";
import { readCsv } from "../files/read-csv.ts";
import { readGeoJson } from "../files/read-geojson.ts";
import type { SeenIds } from "../files/seen-ids.ts";
import { Findings } from "../findings.ts";
import { GEOJSON_TABLES, type Row, TABLES, type TableName, TELLING_TABLES } from "../tables.ts";
import { type CheckedTable, rowCheck } from "./check-rows.ts";
import { DESCRIPTOR_FILE, type Descriptor, parseDescriptor } from "./descriptor.ts";
import { type OwnColumns, OwnColumnsReader } from "./own-columns.ts";
import { Surveyor } from "./survey.ts";

/** Tables that are kept whole; events, of which there may be any number, are read as they are written. */
export type KeptTable = Exclude<TableName, "events">;

/** A row of a GeoJSON table has a geometry besides its values. */
export type PackageRow<Name extends TableName> = Row<Name> & { readonly geometry?: Geometry };

/** The rows of every table but the events, none for a table that the package does not bring. */
export type PackageTables = { readonly [Name in KeptTable]: readonly PackageRow<Name>[] };

export type DataPackage = {
  readonly folder: string;
  readonly descriptor: Descriptor;
  /** File of each table that the package brings. */
  readonly files: ReadonlyMap<TableName, string>;
  /** How each of them is written. */
  readonly forms: ReadonlyMap<TableName, FileForm>;
  /** The columns of each of them that no record type knows. */
  readonly own: OwnColumnsOfTables;
  readonly tables: PackageTables;
  /** What the dataset says of itself, what the descriptor leaves out filled in. */
  readonly declared: Declared;
  readonly separation: DeclaredSeparation | null;
  /** Ids of each table that was read; some may be missing (`isComplete`). */
  readonly ids: Map<TableName, SeenIds>;
  /** SHA-256 over all files, of which some is not published: nobody but the importer is told. */
  readonly sourceHash: string;
};

/**
 * Reads a data package from a folder and checks every cell by itself, those of the events aside (`readEvents`);
 * relations are checked by `checkPackage`. Undefined when the descriptor itself could not be used.
 */
export async function readPackage(
  folder: string,
  findings: Findings,
): Promise<DataPackage | undefined> {
  const text = await readText(folder, DESCRIPTOR_FILE, findings);
  const descriptor = text === undefined ? undefined : parseDescriptor(text, findings);
  if (!descriptor) return undefined;
  const files = filesOf(descriptor, findings);
  const forms = formsOf(descriptor);
  const tables: Record<string, unknown> = {};
  const ids = new Map<TableName, SeenIds>();
  const own: OwnColumnsOfTables = new Map();
  const { languages } = descriptor.rocade;
  for (const name of tableNames()) {
    const file = files.get(name);
    const rows: unknown[] = [];
    if (name !== "events") tables[name] = rows;
    if (file === undefined) continue;
    const source = { folder, file, form: forms.get(name) ?? PLAIN, languages, own };
    const isGeoJson = GEOJSON_TABLES.has(name);
    if (!isGeoJson) await sortOutColumns(source, name);
    if (name === "events") continue;
    const check = isGeoJson ? checkedFeatures : checkedRows;
    for await (const right of check(source, name, findings, ids)) rows.push(...right);
  }
  const kept = tables as unknown as PackageTables;
  return {
    folder,
    descriptor,
    files,
    forms,
    own,
    tables: kept,
    ...(await resolved({ descriptor, files, folder, forms, own, tables: kept }, findings)),
    ids,
    sourceHash: await hashOf(folder, inOrder(files)),
  };
}

/** What the dataset says of itself; its events are read for it only where the descriptor leaves out what they tell. */
async function resolved(
  {
    descriptor,
    files,
    folder,
    forms,
    own,
    tables,
  }: Pick<DataPackage, "descriptor" | "files" | "folder" | "forms" | "own" | "tables">,
  findings: Findings,
): Promise<Pick<DataPackage, "declared" | "separation">> {
  const { description, name, rocade, title } = descriptor;
  const surveyor = new Surveyor(rocade.timeZone);
  surveyor.tables(tables);
  const file = files.get("events");
  if (file !== undefined && needsSurvey(rocade)) {
    const { languages } = rocade;
    const source = { folder, file, form: forms.get("events") ?? PLAIN, languages, own };
    // What is wrong with them is told when they are read to be kept.
    for await (const rows of checkedRows(source, "events", new Findings(), new Map()))
      for (const row of rows) surveyor.event(row);
  }
  const attributes = Object.fromEntries(
    ATTRIBUTED_TABLES.map((table) => [
      table,
      own.get(table)?.kept.map(({ attribute }) => attribute) ?? [],
    ]),
  ) as unknown as DeclaredAttributes;
  const { declared, missing, separation } = resolveDeclaration(
    rocade,
    { name, title, description },
    surveyor.found,
    attributes,
  );
  for (const part of missing) {
    const allowed = "it, or rows from which it follows";
    findings.problem({
      file: DESCRIPTOR_FILE,
      line: null,
      name: `rocade.${part}`,
      got: "nothing",
      allowed,
    });
  }
  return { declared, separation };
}

export type PackageIdentity = Pick<DataPackage, "descriptor" | "sourceHash">;

/** Which dataset and content a package is, without looking at its rows; undefined when its descriptor cannot be used. */
export async function identifyPackage(
  folder: string,
  findings: Findings,
): Promise<PackageIdentity | undefined> {
  const text = await readText(folder, DESCRIPTOR_FILE, findings);
  const descriptor = text === undefined ? undefined : parseDescriptor(text, findings);
  if (!descriptor) return undefined;
  return { descriptor, sourceHash: await hashOf(folder, inOrder(filesOf(descriptor, findings))) };
}

/** The files that make the hash of the content, always in the same order. */
const inOrder = (files: ReadonlyMap<TableName, string>) =>
  tableNames().flatMap((name) => files.get(name) ?? []);

const tableNames = () => Object.keys(TABLES) as TableName[];

/** What is taken of a file of which the descriptor says nothing. */
export const PLAIN = formOf({});

const formsOf = ({ resources }: Descriptor): ReadonlyMap<TableName, FileForm> =>
  new Map(resources.map((resource) => [resource.name as TableName, formOf(resource)]));

/** The columns of tables that no record type knows; filled in as the tables are read. */
export type OwnColumnsOfTables = Map<TableName, OwnColumns>;

/** A file of a package, and how it is written. */
export type TableSource = {
  readonly folder: string;
  readonly file: string;
  readonly form: FileForm;
  readonly languages: readonly Language[];
  readonly own: OwnColumnsOfTables;
};

/** Finds the columns of a CSV table that no record type knows, by its header, or all of its rows where they tell types. */
async function sortOutColumns(source: TableSource, name: TableName): Promise<void> {
  const { file, folder, form, own } = source;
  let reader: OwnColumnsReader | undefined;
  for await (const { columns, rows } of readCsv(path.join(folder, file), file, form)) {
    if (columns) reader = new OwnColumnsReader(tableOf(source, name), columns);
    if (!reader?.needsRows) break;
    for (const { cells } of rows) reader.row(cells);
  }
  if (reader) own.set(name, reader.found);
}

const tableOf = ({ form, languages }: TableSource, name: TableName) => ({
  name,
  languages,
  schema: form.fields,
});

/** How the rows of the table are checked; columns of its own are told. */
function checkOf(
  { file, languages, own }: TableSource,
  name: TableName,
  columns: readonly string[],
  { notice }: Findings,
) {
  const table: CheckedTable = { name, languages, own: own.get(name) ?? { kept: [], refused: [] } };
  for (const { attribute } of table.own.kept) {
    const got = "a column of the dataset’s own";
    const allowed = `that all may read it: it is published as ${attribute.name} (${attribute.type})`;
    notice(`own column ${attribute.column}`, {
      file,
      line: null,
      name: attribute.column,
      got,
      allowed,
    });
  }
  return rowCheck(file, columns, TABLES[name], table);
}

/** The rows of a CSV table that are right by themselves, some at once; `ids` is given those of the table. */
export async function* checkedRows<Name extends TableName>(
  source: TableSource,
  name: Name,
  findings: Findings,
  ids: Map<TableName, SeenIds>,
): AsyncGenerator<Row<Name>[]> {
  const { file, folder, form } = source;
  let check: ReturnType<typeof rowCheck> | undefined;
  for await (const { columns, rows, problems } of readCsv(path.join(folder, file), file, form)) {
    for (const problem of problems) findings.problem(problem);
    if (columns) {
      const made = checkOf(source, name, columns, findings);
      ids.set(name, made.ids);
      for (const problem of made.problems) findings.problem(problem);
      check = made.problems.length === 0 ? made : undefined;
      if (!check) made.ids.isComplete = false;
    }
    const known = ids.get(name);
    if (known && problems.length > 0) known.isComplete = false;
    const right: Row<Name>[] = [];
    for (const { line, cells } of rows) {
      const checked = check?.check(line, cells, findings.problem);
      if (checked) right.push({ line, ...checked } as unknown as Row<Name>);
    }
    yield right;
  }
}

async function* checkedFeatures(
  source: TableSource,
  name: TableName,
  findings: Findings,
  ids: Map<TableName, SeenIds>,
): AsyncGenerator<PackageRow<TableName>[]> {
  const { file, folder, form, own: ofTables } = source;
  const text = await readText(folder, file, findings, form.encoding);
  const table = text === undefined ? undefined : readGeoJson(file, text, findings);
  if (!table) return;
  const present = (cells: readonly string[]) =>
    cells.map((cell) => (form.missing.has(cell) ? "" : cell));
  const reader = new OwnColumnsReader(tableOf(source, name), table.columns);
  for (const { cells } of table.rows) reader.row(present(cells));
  ofTables.set(name, reader.found);
  const { problems, check, ids: own } = checkOf(source, name, table.columns, findings);
  ids.set(name, own);
  if (table.rows.length === 0) return;
  for (const problem of problems) findings.problem(problem);
  if (problems.length > 0) own.isComplete = false;
  if (problems.length > 0) return;
  yield table.rows.flatMap(({ line, cells, geometry }) => {
    const checked = check(line, present(cells), findings.problem);
    return checked && geometry
      ? ({ line, ...checked, geometry } as unknown as PackageRow<TableName>)
      : [];
  });
}

/** The text of a file, or undefined when it cannot be read, which is reported. */
async function readText(
  folder: string,
  file: string,
  { problem }: Findings,
  encoding?: string,
): Promise<string | undefined> {
  try {
    return await decodedText(await readFile(path.join(folder, file)), encoding);
  } catch (error) {
    if (error instanceof WrongBytes) {
      // A line of JSON has no number in a report: there it is that of the feature.
      problem({ file, line: null, name: "file", got: error.got, allowed: error.allowed });
      return undefined;
    }
    const got = systemWords(error) ?? String(error);
    problem({ file, line: null, name: "file", got, allowed: "a file that can be read" });
    return undefined;
  }
}

/** The hash of the descriptor and of the files, each with its name, in this order; what cannot be read is left out. */
async function hashOf(folder: string, files: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of [DESCRIPTOR_FILE, ...files]) {
    hash.update(`${file}\n`);
    try {
      for await (const part of createReadStream(path.join(folder, file))) hash.update(part);
    } catch {
      // Reported where it is read for its rows.
    }
    hash.update("\n");
  }
  return hash.digest("hex");
}

function filesOf(descriptor: Descriptor, findings: Findings): Map<TableName, string> {
  const files = new Map<TableName, string>();
  const problem = (got: string, allowed: string) =>
    findings.problem({ file: DESCRIPTOR_FILE, line: null, name: "resources", got, allowed });
  for (const { name, path: file } of descriptor.resources) {
    if (!(name in TABLES)) problem(`a resource ${name}`, `${Object.keys(TABLES).join(", ")}`);
    else if (files.has(name as TableName)) problem(`${name} twice`, "each resource once");
    else files.set(name as TableName, file);
  }
  if (!TELLING_TABLES.some((name) => files.has(name)))
    problem("no resource that is shown", `at least ${TELLING_TABLES.join(" or ")}`);
  return files;
}
