import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Geometry } from "geojson";
import { needsSurvey, resolveDeclaration } from "#domain/resolve.ts";
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
import { rowCheck } from "./check-rows.ts";
import { DESCRIPTOR_FILE, type Descriptor, parseDescriptor } from "./descriptor.ts";
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
  for (const name of tableNames()) {
    const file = files.get(name);
    if (name === "events") continue;
    const rows: unknown[] = [];
    tables[name] = rows;
    if (file === undefined) continue;
    const check = GEOJSON_TABLES.has(name) ? checkedFeatures : checkedRows;
    const { languages } = descriptor.rocade;
    const source = { folder, file, form: forms.get(name) ?? PLAIN, languages };
    for await (const right of check(source, name, findings, ids)) rows.push(...right);
  }
  const kept = tables as unknown as PackageTables;
  return {
    folder,
    descriptor,
    files,
    forms,
    tables: kept,
    ...(await resolved({ descriptor, files, folder, forms, tables: kept }, findings)),
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
    tables,
  }: Pick<DataPackage, "descriptor" | "files" | "folder" | "forms" | "tables">,
  findings: Findings,
): Promise<Pick<DataPackage, "declared" | "separation">> {
  const { description, name, rocade, title } = descriptor;
  const surveyor = new Surveyor(rocade.timeZone);
  surveyor.tables(tables);
  const file = files.get("events");
  if (file !== undefined && needsSurvey(rocade)) {
    const { languages } = rocade;
    const source = { folder, file, form: forms.get("events") ?? PLAIN, languages };
    // What is wrong with them is told when they are read to be kept.
    for await (const rows of checkedRows(source, "events", new Findings(), new Map()))
      for (const row of rows) surveyor.event(row);
  }
  const { declared, missing, separation } = resolveDeclaration(
    rocade,
    { name, title, description },
    surveyor.found,
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

/** A file of a package, and how it is written. */
export type TableSource = {
  readonly folder: string;
  readonly file: string;
  readonly form: FileForm;
  readonly languages: readonly Language[];
};

/** The rows of a CSV table that are right by themselves, some at once; `ids` is given those of the table. */
export async function* checkedRows<Name extends TableName>(
  { file, folder, form, languages }: TableSource,
  name: Name,
  findings: Findings,
  ids: Map<TableName, SeenIds>,
): AsyncGenerator<Row<Name>[]> {
  let check: ReturnType<typeof rowCheck> | undefined;
  for await (const { columns, rows, problems } of readCsv(path.join(folder, file), file, form)) {
    for (const problem of problems) findings.problem(problem);
    if (columns) {
      const made = rowCheck(file, columns, TABLES[name], { name, languages });
      ids.set(name, made.ids);
      for (const problem of made.problems) findings.problem(problem);
      check = made.problems.length === 0 ? made : undefined;
      if (!check) made.ids.isComplete = false;
    }
    const known = ids.get(name);
    if (known && problems.length > 0) known.isComplete = false;
    const right: Row<Name>[] = [];
    for (const { line, cells } of rows) {
      const values = check?.check(line, cells, findings.problem);
      if (values) right.push({ line, values } as Row<Name>);
    }
    yield right;
  }
}

async function* checkedFeatures(
  { file, folder, form, languages }: TableSource,
  name: TableName,
  findings: Findings,
  ids: Map<TableName, SeenIds>,
): AsyncGenerator<PackageRow<TableName>[]> {
  const text = await readText(folder, file, findings, form.encoding);
  const table = text === undefined ? undefined : readGeoJson(file, text, findings);
  if (!table) return;
  const {
    problems,
    check,
    ids: own,
  } = rowCheck(file, table.columns, TABLES[name], {
    name,
    languages,
  });
  ids.set(name, own);
  if (table.rows.length === 0) return;
  for (const problem of problems) findings.problem(problem);
  if (problems.length > 0) own.isComplete = false;
  if (problems.length > 0) return;
  yield table.rows.flatMap(({ line, cells, geometry }) => {
    const present = cells.map((cell) => (form.missing.has(cell) ? "" : cell));
    const values = check(line, present, findings.problem);
    return values && geometry
      ? ({ line, values, geometry } as unknown as PackageRow<TableName>)
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
