// A table and a mapping made into a data package: files in memory, which the import and the page take like any other. What
// could not be read is told by kind, and can be had as a table with its reasons.
import { packageCells } from "#formats/package-cells.ts";
import { seasonOfTwoYears } from "#model/time/edtf/season-of-two-years.ts";
import { filesInMemory, type PackageFiles } from "../files/package-files.ts";
import { plain } from "../guess/headings.ts";
import { DateOrderSurvey } from "../mapping/date/date-order.ts";
import { type ShownDate, shownDate } from "../mapping/date/row-date.ts";
import { type EventField, PROTECTING } from "../mapping/event-fields.ts";
import type { Mapping } from "../mapping/mapping.ts";
import type { KnownPlace } from "../mapping/place/known-places.ts";
import type { NamedSource } from "../mapping/row-mapper.ts";
import type { ToldPlace } from "../row-problem.ts";
import { type SourceTable, WrongSource } from "../source/source-table.ts";
import { DecimalCommas } from "./decimal-commas.ts";
import { mendsOf } from "./mends.ts";
import { type ProblemGroup, ProblemGroups } from "./problem-groups.ts";
import { rowSorter } from "./row-sorter.ts";
import { RowSuspicions } from "./row-suspicions.ts";
import { EVENTS_FILE, SOURCES_FILE, sourceDescriptor } from "./source-descriptor.ts";
import { sourcesCsv } from "./sources-csv.ts";
import { columnTeller } from "./told-columns.ts";

export type MapOptions = {
  /** Places of the dataset, where rows are found by the names of places. */
  readonly places?: readonly KnownPlace[] | undefined;
  readonly onProgress?: ((rows: number) => void) | undefined;
  /** Ends the reading with an AbortError. */
  readonly signal?: AbortSignal | undefined;
};

/** A row as it was read, for whoever maps it: its title, its date as a text, and the four days that follow. */
export type ShownRow = { readonly line: number; readonly title: string; readonly date: ShownDate };

export type MappedSource = {
  /** The package: what is published of the table, and nothing else. */
  readonly files: PackageFiles;
  readonly rows: number;
  readonly events: number;
  readonly rejected: number;
  /** How many changes by hand are of rows that are not in the table. */
  readonly unmade: number;
  readonly groups: readonly ProblemGroup[];
  /** The most and the least exact of the positions, in metres; null where there is none. */
  readonly precision: readonly [most: number, least: number] | null;
  /** The first rows that were read, with their dates, and the first of a season across two years. */
  readonly shown: readonly ShownRow[];
};

const SHOWN = 20;

/** Reads the whole table by the mapping. Throws WrongSource where the file cannot be read to its end. */
export async function mapSource(
  table: SourceTable,
  mapping: Mapping,
  { onProgress, places, signal }: MapOptions = {},
): Promise<MappedSource> {
  const { headings, output, sort, unmade } = rowSorter(table, mapping, places);
  refuseUnreadProtection(table.file, output.kept);
  const groups = new ProblemGroups();
  const suspicions = new RowSuspicions(mapping, groups);
  const dates = new DateOrderSurvey();
  const dateAt = table.columns.indexOf(mapping.date.start);
  const commas = new DecimalCommas(headings, output.kept);
  const sources = new Map<string, NamedSource>();
  const categories = new Map<string, number>();
  const lines: number[] = [];
  const shown: ShownRow[] = [];
  const encoder = new TextEncoder();
  const written: Uint8Array[] = [encoder.encode(packageCells([headings]))];
  let rows = 0;
  let askedSeason: number | undefined;
  let [most, least] = [Number.POSITIVE_INFINITY, 0];
  for await (const some of table.rows()) {
    signal?.throwIfAborted();
    rows += some.length;
    const taken = some.flatMap((row) => {
      dates.add(row.cells[dateAt] ?? "");
      const sorted = sort(row);
      if ("faults" in sorted) {
        for (const fault of sorted.faults) groups.add(fault, row.line);
        return [];
      }
      if (sorted.like !== undefined) groups.suspectTwice(row.line, sorted.like);
      return [sorted.taken];
    });
    for (const row of taken) {
      suspicions.look(row);
      commas.row(row.cells);
      lines.push(row.line);
      most = Math.min(most, row.precisionM ?? most);
      least = Math.max(least, row.precisionM ?? least);
      for (const source of row.sources) if (!sources.has(source.id)) sources.set(source.id, source);
      if (row.category !== null)
        categories.set(row.category, (categories.get(row.category) ?? 0) + 1);
      // Of those that follow, one that may be meant otherwise.
      const isAsked = askedSeason === undefined && seasonOfTwoYears(row.date.edtf) !== undefined;
      if (isAsked) askedSeason = row.line;
      if (shown.length < SHOWN || isAsked)
        shown.push({
          line: row.line,
          title: row.title,
          date: shownDate(row.date, mapping.dataset.timeZone),
        });
    }
    if (taken.length > 0)
      written.push(encoder.encode(packageCells(taken.map(({ cells }) => cells))));
    onProgress?.(rows);
  }
  suspicions.tell();
  const columnOf = columnTeller(mapping);
  const hasSources = sources.size > 0;
  const descriptor = sourceDescriptor(mapping, output, {
    categories,
    hasSources,
    decimalCommas: commas.columns,
    edited: mapping.edits.length - unmade(),
  });
  const others = filesInMemory(table.file, {
    "datapackage.json": descriptor,
    ...(hasSources ? { [SOURCES_FILE]: sourcesCsv(sources.values()) } : {}),
  });
  return {
    files: {
      called: table.file,
      told: (place) => toldOf(place, table.file, lines, columnOf),
      names: [...others.names, EVENTS_FILE],
      isOneFile: false,
      read: (file) => (file === EVENTS_FILE ? inTurn(written) : others.read(file)),
    },
    rows,
    events: lines.length,
    rejected: rows - lines.length,
    unmade: unmade(),
    precision: most <= least ? [most, least] : null,
    groups: groups.told((group) => mendsOf(group, mapping, dates.evidence)),
    shown,
  };
}

/** A place in the file of events as one in the file that was brought. */
function toldOf(
  place: ToldPlace,
  file: string,
  lines: readonly number[],
  columnOf: (name: string) => string,
): ToldPlace {
  if (place.file !== EVENTS_FILE) return { ...place, file };
  // Below the headings.
  const line = place.line === null ? null : (lines[place.line - 2] ?? place.line);
  return { file, line, name: columnOf(place.name) };
}

async function* inTurn(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

/** A column that is to protect somebody is read as that, or left out: kept as it is, it would be published, and do nothing. */
function refuseUnreadProtection(file: string, kept: readonly string[]): void {
  for (const column of kept) {
    const name = plain(column);
    if (!PROTECTING.has(name as EventField)) continue;
    throw new WrongSource(file, ["unread-protection", column], ["one-protection", name]);
  }
}
