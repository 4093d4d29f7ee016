// Tables in memory, opened, guessed and mapped as the import and the page do.
import { readFileSync } from "node:fs";
import path from "node:path";
import { filesInMemory, type PackageFiles } from "#import/files/package-files.ts";
import { Findings } from "#import/findings.ts";
import { type GuessOptions, guessMapping } from "#import/guess/guess-mapping.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { type MapOptions, mapSource } from "#import/mapped/map-source.ts";
import type { Mapping } from "#import/mapping/mapping.ts";
import { printProblems } from "#import/print-findings.ts";
import { checkedRows } from "#import/read/checked-rows.ts";
import { sourceOf } from "#import/read/read-package.ts";
import { openSource } from "#import/source/open-source.ts";
import type { SourceChoice, SourceLimits, SourceRow } from "#import/source/source-table.ts";

export const DATASET: Mapping["dataset"] = {
  ...{ id: "table", title: "A table", languages: ["en"], timeZone: "UTC" },
};

export const openTable = (
  file: string,
  content: string | Uint8Array,
  choice?: SourceChoice,
  limits?: SourceLimits,
) => openSource(filesInMemory(file, { [file]: content }), file, choice, limits);

/** Every row of a table. */
export async function rowsOf(table: Awaited<ReturnType<typeof openTable>>): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const some of table.rows()) rows.push(...some);
  return rows;
}

/** A table, its mapping as it is guessed, and what comes of that; it has to be complete. */
export async function mapTable(
  file: string,
  content: string | Uint8Array,
  options: GuessOptions & MapOptions & { readonly dataset?: Partial<Mapping["dataset"]> } = {},
) {
  const table = await openTable(file, content);
  const guess = await guessMapping(table, { ...DATASET, ...options.dataset }, options);
  if (!guess.mapping) throw new Error(`lacks ${guess.lacking.join(", ")}`);
  const mapped = await mapSource(table, guess.mapping, options);
  return { table, guess, mapping: guess.mapping, mapped };
}

/** What the import makes of the files: every problem, and the events. */
export async function imported(files: PackageFiles) {
  const { dataPackage, problems } = await inspectPackage(files);
  const events = [];
  const source = dataPackage && sourceOf(dataPackage, "events");
  if (source)
    for await (const some of checkedRows(source, "events", new Findings(), new Map()))
      events.push(...some);
  return { dataPackage, problems: printProblems(problems), events };
}

/** A made-up table of a preset's shape. */
export const madeUp = (file: string) =>
  readFileSync(path.join(import.meta.dirname, "../../fixtures/presets", file));
