import { needsSurvey, resolveDeclaration } from "#domain/resolve.ts";
import { ATTRIBUTED_TABLES, type DeclaredAttributes } from "#model/dataset/attribute.ts";
import { type FileForm, formOf, PLAIN } from "../files/file-form.ts";
import type { PackageFiles } from "../files/package-files.ts";
import type { SeenIds } from "../files/seen-ids.ts";
import { Findings } from "../findings.ts";
import type { Phrase } from "../refusal/refusal.ts";
import { GEOJSON_TABLES, TABLES, type TableName, TELLING_TABLES } from "../tables.ts";
import {
  checkedFeatures,
  checkedRows,
  type OwnColumnsOfTables,
  sortOutColumns,
  type TableSource,
} from "./checked-rows.ts";
import type { DataPackage, PackageTables } from "./data-package.ts";
import { DESCRIPTOR_FILE, type Descriptor, parseDescriptor } from "./descriptor.ts";
import { readText } from "./read-text.ts";
import { Surveyor } from "./survey.ts";

/**
 * Reads a data package and checks every cell by itself, those of the events aside (`eventSource`); relations are checked
 * by `checkPackage`. Undefined when the descriptor itself could not be used.
 */
export async function readPackage(
  source: PackageFiles,
  findings: Findings,
): Promise<DataPackage | undefined> {
  const described = await readDescriptor(source, findings);
  if (!described) return undefined;
  const { descriptor } = described;
  const forms = formsOf(descriptor);
  const tables: Record<string, unknown> = {};
  const ids = new Map<TableName, SeenIds>();
  const own: OwnColumnsOfTables = new Map();
  const whole = { ...described, forms, own };
  for (const name of tableNames()) {
    const rows: unknown[] = [];
    if (name !== "events") tables[name] = rows;
    const table = sourceOf(whole, name);
    if (!table) continue;
    const isGeoJson = GEOJSON_TABLES.has(name);
    if (!isGeoJson) await sortOutColumns(table, name);
    if (name === "events") continue;
    const check = isGeoJson ? checkedFeatures : checkedRows;
    for await (const right of check(table, name, findings, ids)) rows.push(...right);
  }
  const kept = tables as unknown as PackageTables;
  return {
    ...whole,
    tables: kept,
    ...(await resolved({ ...whole, tables: kept }, findings)),
    ids,
  };
}

type Brought = Pick<DataPackage, "descriptor" | "files" | "forms" | "own" | "source">;

/** The file of a table with all that its rows are read by; undefined where the package brings none. */
export function sourceOf(
  { descriptor, files, forms, own, source }: Brought,
  table: TableName,
): TableSource | undefined {
  const file = files.get(table);
  const { languages, vocabularies } = descriptor.rocade;
  const form = forms.get(table) ?? PLAIN;
  return file === undefined ? undefined : { source, file, form, languages, vocabularies, own };
}

/** What the dataset says of itself; its events are read for it only where the descriptor leaves out what they tell. */
async function resolved(
  brought: Brought & Pick<DataPackage, "tables">,
  findings: Findings,
): Promise<Pick<DataPackage, "declared" | "derived" | "separation">> {
  const { description, name, rocade, title } = brought.descriptor;
  const surveyor = new Surveyor(brought.tables, rocade.timeZone);
  const events = sourceOf(brought, "events");
  // What is wrong with events is told when they are read to be kept.
  const ofEvents = new Findings();
  if (events && needsSurvey(rocade)) {
    for await (const rows of checkedRows(events, "events", ofEvents, new Map()))
      for (const row of rows) surveyor.event(row);
  }
  const attributes = Object.fromEntries(
    ATTRIBUTED_TABLES.map((table) => [
      table,
      brought.own.get(table)?.kept.map(({ attribute }) => attribute) ?? [],
    ]),
  ) as unknown as DeclaredAttributes;
  const { declared, derived, missing, separation } = resolveDeclaration(
    rocade,
    { name, title, description },
    surveyor.found,
    attributes,
  );
  // Of rows that are wrong nothing follows, and it is they that are to be mended.
  if (ofEvents.problems.length === 0)
    for (const part of missing) {
      const told = { got: ["nothing"], allowed: ["value-or-rows"] } as const;
      findings.problem({ file: DESCRIPTOR_FILE, line: null, name: `rocade.${part}`, ...told });
    }
  return { declared, derived, separation };
}

/** A package of which the descriptor alone was read. */
export type DescribedPackage = Pick<DataPackage, "source" | "descriptor" | "files">;

/** Which dataset a package is, without looking at its rows; undefined when its descriptor cannot be used. */
export async function readDescriptor(
  source: PackageFiles,
  findings: Findings,
): Promise<DescribedPackage | undefined> {
  const text = await readText(source, DESCRIPTOR_FILE, findings);
  const descriptor = text === undefined ? undefined : parseDescriptor(text, findings);
  return descriptor && { source, descriptor, files: filesOf(descriptor, findings) };
}

const tableNames = () => Object.keys(TABLES) as TableName[];

const formsOf = ({ resources }: Descriptor): ReadonlyMap<TableName, FileForm> =>
  new Map(resources.map((resource) => [resource.name as TableName, formOf(resource)]));

function filesOf(descriptor: Descriptor, findings: Findings): Map<TableName, string> {
  const files = new Map<TableName, string>();
  const problem = (got: Phrase, allowed: Phrase) =>
    findings.problem({ file: DESCRIPTOR_FILE, line: null, name: "resources", got, allowed });
  for (const { name, path: file } of descriptor.resources) {
    if (!(name in TABLES)) problem(["unknown-table", name], ["one-of-tables", Object.keys(TABLES)]);
    else if (files.has(name as TableName)) problem(["table-twice", name], ["each-table-once"]);
    else files.set(name as TableName, file);
  }
  if (!TELLING_TABLES.some((name) => files.has(name)))
    problem(["nothing-to-show"], ["table-to-show", TELLING_TABLES]);
  return files;
}
