// What whoever brings a table has in files beside it, a mapping and places, and what is written of it for the next time.
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { quote } from "#model/problem.ts";
import { parseNumber, withDecimalPoint } from "#model/words/number.ts";
import { systemWords } from "#model/words/system-words.ts";
import { describeTable, looseTables } from "../brought/describe-table.ts";
import type { TableChoice } from "../brought/table-choice.ts";
import type { PackageFiles } from "../files/package-files.ts";
import { Findings } from "../findings.ts";
import { partsOf } from "../guess/headings.ts";
import { rejectedRows } from "../mapped/rejected-rows.ts";
import type { Mapping } from "../mapping/mapping.ts";
import { parseMapping } from "../mapping/parse-mapping.ts";
import type { KnownPlace } from "../mapping/place/known-places.ts";
import { inEnglish } from "../refusal/refusal.ts";
import { openSource } from "../source/open-source.ts";
import { WrongSource } from "../source/source-table.ts";
import { filesOnDisk } from "./files-on-disk.ts";

/** Options that name files. */
export const FILE_OPTIONS = [
  ...(["mapping", "places", "rejected", "write-package", "write-mapping"] as const),
] as const;
export type FileOptions = { readonly [name in (typeof FILE_OPTIONS)[number]]?: string | undefined };

/** Why a file that is named cannot be used. */
export class WrongFile extends Error {}

const wrong = (option: string, got: string, allowed: string) =>
  new WrongFile(`--${option}: found ${got}; expected ${allowed}`);

/** What the files say that are named. Throws WrongFile. */
export async function fromFiles(
  options: FileOptions,
): Promise<Pick<TableChoice, "mapping" | "places" | "withoutRejected">> {
  const { mapping, places, rejected } = options;
  return {
    ...(mapping === undefined ? {} : { mapping: readMapping(mapping) }),
    ...(places === undefined ? {} : { places: await readPlaces(places) }),
    withoutRejected: rejected !== undefined,
  };
}

function readMapping(file: string): Mapping {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const got = systemWords(error) ?? quote(file);
    throw wrong("mapping", got, "a file with a mapping, such as --write-mapping writes");
  }
  const read = parseMapping(text);
  if (read.ok) return read.value;
  const { allowed, got, name } = read.wrong;
  throw wrong("mapping", `${name}: ${inEnglish(got)} in ${file}`, inEnglish(allowed));
}

/** Places by name: a table with a name, a latitude and a longitude. */
async function readPlaces(called: string): Promise<readonly KnownPlace[]> {
  const files = filesOnDisk(called);
  try {
    const table = await openSource(files, path.basename(called));
    const { lat, lon, precision, title } = partsOf(table.columns);
    if (lat === undefined || lon === undefined || title === undefined)
      throw wrong("places", table.columns.map(quote).join(", "), "columns name, lat and lon");
    const found: KnownPlace[] = [];
    for await (const rows of table.rows())
      for (const { cells, line } of rows) {
        const cell = (column: string) => cells[table.columns.indexOf(column)] ?? "";
        const [y, x, radius] = [lat, lon, precision ?? ""].map((column) =>
          parseNumber(withDecimalPoint(cell(column)).trim()),
        );
        if (y === undefined || x === undefined)
          throw wrong("places", `no position in row ${line}`, "degrees with decimals");
        const names = cell(title)
          .split(";")
          .map((name) => name.trim());
        found.push({ names, position: [x, y], precisionM: radius ?? null });
      }
    return found;
  } catch (error) {
    if (!(error instanceof WrongSource)) throw error;
    throw wrong("places", error.problem.got, error.problem.allowed);
  }
}

/** Writes what is asked for of a table; the paths that were written. Throws WrongFile. */
export async function writeFiles(
  files: PackageFiles,
  choice: TableChoice,
  options: FileOptions,
): Promise<readonly string[]> {
  const { rejected, "write-mapping": mappingFile, "write-package": folder } = options;
  if ([rejected, mappingFile, folder].every((one) => one === undefined)) return [];
  const described = await describeTable(files, looseTables(files), choice, new Findings());
  if (!described) return [];
  const { mapped, mapping, table } = described;
  const written: string[] = [];
  try {
    if (mappingFile !== undefined) {
      writeFileSync(mappingFile, `${JSON.stringify(mapping, null, 2)}\n`);
      written.push(mappingFile);
    }
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true });
      for (const name of mapped.files.names)
        await pipeline(
          Readable.from(mapped.files.read(name)),
          createWriteStream(path.join(folder, name)),
        );
      written.push(folder);
    }
    if (rejected !== undefined && mapped.rejected > 0) {
      const rows = Readable.from(rejectedRows(table, mapping, choice));
      await pipeline(rows, createWriteStream(rejected));
      written.push(rejected);
    }
  } catch (error) {
    const words = systemWords(error);
    if (words === undefined) throw error;
    throw new WrongFile(`What was to be written beside it was not: ${words}`);
  }
  return written;
}
