// What the columns of the mapped table are called. Headings of the file stay as they are; what a record does not let them be
// called, another name stands for in the descriptor.
import type { Language } from "#model/words/language.ts";
import { columnSuffix } from "#model/words/language.ts";
import { attributeName } from "../attributes/attribute-name.ts";
import { columnsInFile } from "../read/columns.ts";
import { OwnColumnsReader } from "../read/own-columns.ts";
import { TABLES } from "../tables.ts";
import type { EventField } from "./event-fields.ts";
import type { Mapping } from "./mapping.ts";
import { keptColumns } from "./used-columns.ts";

export type OutputColumns = {
  /** Columns of the table of events, by their names, each with its heading. */
  readonly own: ReadonlyMap<string, string>;
  /** Headings of the file that stay as attributes. */
  readonly kept: readonly string[];
  /** `columns` of the resource. */
  readonly names: Readonly<Record<string, string>>;
};

export const SPAN_COLUMNS = [
  ...(["start_earliest", "start_latest", "end_earliest", "end_latest"] as const),
] as const;

/** Whether some dates of the mapping are days between two others. */
const hasSpans = ({ date }: Mapping): boolean =>
  date.range === "within" || Object.values(date.exactness?.units ?? {}).includes("week");

export function outputColumns(columns: readonly string[], mapping: Mapping): OutputColumns {
  const { category, dataset, fields, id, source, summary, title } = mapping;
  const suffixes = (texts: Mapping["title"], name: string) =>
    Object.keys(texts).map((language) => `${name}${columnSuffix(language)}`);
  const names = [
    ...(id ? ["id"] : []),
    "edtf",
    ...(hasSpans(mapping) ? SPAN_COLUMNS : []),
    ...(category ? ["category"] : []),
    ...suffixes(title, "title"),
    ...suffixes(summary, "summary"),
    ...["lon", "lat", "precision_m"],
    ...(Object.keys(fields) as EventField[]),
    ...(source ? ["source_ids"] : []),
  ];
  const kept = keptColumns(columns, mapping);
  const own = new Map(
    names.map((name) => [name, kept.includes(name) ? `event ${name}` : name] as const),
  );
  const headings = [...own.values(), ...kept];
  const renamed = new Map(
    [...own].flatMap(([name, heading]) => (name === heading ? [] : [[heading, name] as const])),
  );
  for (const heading of kept)
    if (isOfEvents(heading, dataset.languages)) renamed.set(heading, otherName(heading, columns));
  // Two that are alike but for signs are told apart at the second look.
  for (let look = 0; look < 2; look += 1)
    for (const column of refused(headings, renamed, dataset.languages))
      renamed.set(
        column,
        look === 0 ? otherName(column, columns) : `column_${columns.indexOf(column) + 1}`,
      );
  return { own, kept, names: Object.fromEntries(renamed) };
}

/** Whether the table of events has a column of the name, which would be taken for it. */
const isOfEvents = (heading: string, languages: readonly Language[]) =>
  columnsInFile(TABLES.events, languages).some(({ name }) => name === heading);

function refused(
  headings: readonly string[],
  renamed: ReadonlyMap<string, string>,
  languages: readonly Language[],
): readonly string[] {
  const form = { columns: renamed, fields: new Map() };
  const { found } = new OwnColumnsReader({ form, languages, name: "events" }, headings);
  return found.refused.map(({ column }) => column);
}

function otherName(heading: string, columns: readonly string[]): string {
  const name = attributeName(`${heading}_given`);
  return name !== undefined && attributeName(heading) !== undefined
    ? name
    : `column_${columns.indexOf(heading) + 1}`;
}
