import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Geometry } from "geojson";
import { DESCRIPTOR_FILE, type Descriptor, parseDescriptor } from "./descriptor.ts";
import { checkRows, readCsv, readGeoJson } from "./read-table.ts";
import type { RowProblem } from "./row-problem.ts";
import { GEOJSON_TABLES, REQUIRED_TABLES, type Row, TABLES, type TableName } from "./tables.ts";

/** A row of a GeoJSON table has a geometry besides its values. */
export type PackageRow<Name extends TableName> = Row<Name> & { readonly geometry?: Geometry };

/** The rows of every table, none for a table that the package does not bring. */
export type PackageTables = { readonly [Name in TableName]: readonly PackageRow<Name>[] };

export type DataPackage = {
  readonly descriptor: Descriptor;
  /** File of each table that the package brings. */
  readonly files: ReadonlyMap<TableName, string>;
  readonly tables: PackageTables;
  /** SHA-256 over all files that were read: the same hash is the same content. */
  readonly contentHash: string;
};

export type ReadPackage = {
  /** Undefined when the descriptor itself could not be used. */
  readonly dataPackage: DataPackage | undefined;
  readonly problems: readonly RowProblem[];
};

/** Reads a data package from a folder and checks every cell by itself; relations are checked by `checkPackage`. */
export async function readPackage(folder: string): Promise<ReadPackage> {
  const hash = createHash("sha256");
  const read = async (file: string): Promise<string | RowProblem> => {
    try {
      const text = await readFile(path.join(folder, file), "utf8");
      hash.update(`${file}\n${text}\n`);
      return text;
    } catch (error) {
      const got = error instanceof Error ? error.message : String(error);
      return { file, line: null, name: "file", got, allowed: "a file that can be read" };
    }
  };
  const descriptorText = await read(DESCRIPTOR_FILE);
  if (typeof descriptorText !== "string")
    return { dataPackage: undefined, problems: [descriptorText] };
  const parsed = parseDescriptor(descriptorText);
  if (!parsed.ok) return { dataPackage: undefined, problems: parsed.problems };

  const { descriptor } = parsed;
  const { files, problems } = filesOf(descriptor);
  const tables: Record<string, unknown> = {};
  for (const name of Object.keys(TABLES) as TableName[]) {
    tables[name] = [];
    const file = files.get(name);
    if (file === undefined) continue;
    const text = await read(file);
    if (typeof text !== "string") {
      problems.push(text);
      continue;
    }
    const raw = GEOJSON_TABLES.has(name) ? readGeoJson(file, text) : readCsv(file, text);
    const checked = checkRows(file, raw, TABLES[name]);
    tables[name] = checked.rows;
    problems.push(...checked.problems);
  }
  return {
    dataPackage: {
      descriptor,
      files,
      tables: tables as unknown as PackageTables,
      contentHash: hash.digest("hex"),
    },
    problems,
  };
}

function filesOf(descriptor: Descriptor) {
  const files = new Map<TableName, string>();
  const problems: RowProblem[] = [];
  const problem = (got: string, allowed: string) =>
    problems.push({ file: DESCRIPTOR_FILE, line: null, name: "resources", got, allowed });
  for (const { name, path: file } of descriptor.resources) {
    if (!(name in TABLES)) problem(`a resource ${name}`, `${Object.keys(TABLES).join(", ")}`);
    else if (files.has(name as TableName)) problem(`${name} twice`, "each resource once");
    else files.set(name as TableName, file);
  }
  for (const name of REQUIRED_TABLES)
    if (!files.has(name)) problem(`no resource ${name}`, `at least ${REQUIRED_TABLES.join(", ")}`);
  return { files, problems };
}
