// From a row of somebody's table to a row of the table of events, or to what is wrong with it. Nothing is dropped: what no
// part of an event is made of stays as an attribute, and a row that cannot be read is told with its reason.
import type { Position } from "geojson";
import { LONGEST_LABEL } from "#model/field/text-fields.ts";
import { printDay } from "#model/time/day.ts";
import { textFault } from "#model/words/plain-text.ts";
import { digestOf, idFor } from "../read/columns.ts";
import { inEnglish } from "../refusal/refusal.ts";
import type { SourceTable } from "../source/source-table.ts";
import { cellCovers } from "./cell-cover.ts";
import { type RowDate, rowDateReader } from "./date/row-date.ts";
import type { EditedRow } from "./edited-rows.ts";
import { type EventField, eventField } from "./event-fields.ts";
import { type CellFault, isFault, toldValue } from "./fault.ts";
import type { Mapping } from "./mapping.ts";
import { type OutputColumns, outputColumns, SPAN_COLUMNS } from "./output-columns.ts";
import type { KnownPlace } from "./place/known-places.ts";
import { type RowPlace, rowPlaceReader } from "./place/row-position.ts";
import { textReader } from "./row-text.ts";

/** A source that a row names. */
export type NamedSource = { readonly id: string; readonly title: string; readonly url: string };

export type MappedRow = {
  readonly line: number;
  /** In the order of `headings`. */
  readonly cells: readonly string[];
  readonly date: RowDate;
  readonly title: string;
  readonly id: string | null;
  /** What the file calls its category; empty where it says none. */
  readonly category: string | null;
  readonly positions: readonly Position[];
  readonly precisionM: number | null;
  readonly sources: readonly NamedSource[];
};

export type RejectedRow = {
  readonly line: number;
  readonly faults: readonly CellFault[];
  /** As far as they can be read. */
  readonly date?: RowDate | undefined;
  readonly place?: RowPlace | undefined;
};

export const isRejected = (row: MappedRow | RejectedRow): row is RejectedRow => "faults" in row;

/** The id of the category of rows that say none. */
export const NO_CATEGORY = "not-stated";

export type RowMapper = {
  readonly output: OutputColumns;
  readonly headings: readonly string[];
  readonly read: (row: EditedRow) => MappedRow | RejectedRow;
};

/** How the rows of a table are read by a mapping. */
export function rowMapper(
  table: Pick<SourceTable, "columns">,
  mapping: Mapping,
  places: readonly KnownPlace[] = [],
): RowMapper {
  const { category, dataset, fields, id, source } = mapping;
  const output = outputColumns(table.columns, mapping);
  const at = new Map(table.columns.map((column, index) => [column, index]));
  const missing = new Set(mapping.missing);
  const covers = cellCovers(table.columns, mapping);
  const dateOf = rowDateReader({ ...mapping, ...dataset });
  const placeOf = rowPlaceReader(mapping, places);
  const textsOf = (texts: Mapping["title"]) =>
    Object.values(texts).map(
      (text) => ["column" in text ? text.column : "title", textReader(text)] as const,
    );
  const [titles, summaries] = [textsOf(mapping.title), textsOf(mapping.summary)];
  const plain = (Object.entries(fields) as [EventField, string][]).map(
    ([name, column]) => [name, column, eventField(name)] as const,
  );
  const keptAt = output.kept.map((column) => at.get(column) ?? -1);
  const hasSpans = output.own.has(SPAN_COLUMNS[0]);

  return {
    output,
    headings: [...output.own.values(), ...output.kept],
    read: ({ cells: given, edit, fault, geometry, line }) => {
      if (fault) {
        const { got, allowed, name: column } = fault;
        const told = { ...toldValue(got), allowed: inEnglish(allowed) };
        return { line, faults: [{ kind: "not-a-row", column, ...told }] };
      }
      const faults: CellFault[] = [];
      const cell = (index: number) => {
        const text = given[index] ?? "";
        const written = missing.size > 0 && missing.has(text.trim()) ? "" : text;
        return covers[index]?.(written) ?? written;
      };
      const cellOf = (column: string) => cell(at.get(column) ?? -1);
      const right = <Value>(read: Value | CellFault): Value | undefined => {
        if (!isFault(read)) return read;
        faults.push(read);
        return undefined;
      };
      const refuse = (fault: CellFault) => {
        faults.push(fault);
        return "";
      };
      const text = (column: string, value: string, longest: number) => {
        const wrong = textFault(value);
        if (wrong) {
          const { allowed, at, code } = wrong;
          const told = toldValue(["character-at", code, at]);
          return refuse({ kind: "not-allowed", column, ...told, allowed });
        }
        if (value.length <= longest) return value;
        const allowed = `at most ${longest} characters`;
        const told = toldValue(["characters", value.length]);
        return refuse({ kind: "not-allowed", column, ...told, allowed });
      };
      const date = right(dateOf(cellOf, edit?.date));
      const place = right(placeOf(cellOf, geometry, edit?.position));
      const titlesRead = titles.map(([column, read]) => text(column, read(cellOf), LONGEST_LABEL));
      const title = titlesRead.find(Boolean) ?? "";
      if (title === "" && faults.every(({ kind }) => kind !== "not-allowed"))
        refuse({
          kind: "no-title",
          column: titles.map(([column]) => column).join(", "),
          value: "",
          allowed: "a title",
        });
      const texts = [
        ...titlesRead.map((one) => one || title),
        ...summaries.map(([column, read]) => text(column, read(cellOf), LONGEST_TEXT)),
      ];
      const others = plain.map(([name, column, field]) => {
        const value = cellOf(column);
        if (value === "") return DEFAULTS[name] ?? "";
        if (field.parse(value) !== undefined) return text(column, value, LONGEST_TEXT);
        return refuse({ kind: "not-allowed", column, value, allowed: field.allowed });
      });
      const kept = keptAt.map((index, nth) => {
        const value = cell(index);
        return value === "" ? "" : text(output.kept[nth] ?? "", value, LONGEST_TEXT);
      });
      const ownId = id && idOf(cellOf(id.column));
      if (id && !ownId) refuse({ kind: "no-id", column: id.column, value: "", allowed: "an id" });
      const sources = source ? sourcesOf(source, cellOf) : [];
      if (source && sources.length === 0)
        refuse({ kind: "no-source", column: source.column, value: "", allowed: "a source" });
      if (faults.length > 0 || !date || !place) return { line, faults, date, place };
      const named = category && cellOf(category.column).trim();
      return {
        line,
        date,
        title,
        id: ownId,
        category: named,
        positions: place.positions,
        precisionM: place.precisionM,
        sources,
        cells: [
          ...(id ? [ownId ?? ""] : []),
          date.edtf,
          ...(hasSpans ? spanCells(date) : []),
          ...(category ? [named ? idFor(named) : NO_CATEGORY] : []),
          ...texts,
          ...[place.lon, place.lat, place.precisionM === null ? "" : String(place.precisionM)],
          ...others,
          ...(source ? [sources.map((one) => one.id).join(";")] : []),
          ...kept,
        ],
      };
    },
  };
}

const LONGEST_TEXT = 50_000;

/** What an empty cell of a column is that may not be empty. */
const DEFAULTS: Readonly<Partial<Record<EventField, string>>> = {
  certainty: "unstated",
  sensitivity: "none",
};

const idOf = (cell: string) => (cell.trim() === "" ? null : idFor(cell.trim()));

/** The four days, where the text alone would say that it lasted. */
function spanCells({ within }: RowDate): readonly string[] {
  if (!within) return ["", "", "", ""];
  const [first, last] = within.map(printDay);
  return [first ?? "", last ?? "", first ?? "", last ?? ""];
}

/** Titles may begin alike for longer than ids are. */
const sourceId = (title: string) =>
  title.length > 50
    ? `${idFor(title).slice(0, 45).replace(/-$/, "")}-${digestOf(title)}`
    : idFor(title);

function sourcesOf(
  { column, separator, url }: NonNullable<Mapping["source"]>,
  cellOf: (column: string) => string,
): readonly NamedSource[] {
  const address = url === null ? "" : cellOf(url).trim();
  const cell = cellOf(column).trim() || address;
  const titles = separator === null ? [cell] : cell.split(separator).map((title) => title.trim());
  const sources = titles
    .filter(Boolean)
    .map((title) => ({ id: sourceId(title), title, url: address }));
  return [...new Map(sources.map((one) => [one.id, one])).values()];
}
