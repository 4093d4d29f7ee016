// What the headings of a file without a descriptor are called in the table of events. Nothing that stands in the file is
// dropped: a column that cannot be what its heading says, or whose heading says nothing, is kept under another name.
import type { Field } from "#model/field/field.ts";
import type { Language } from "#model/words/language.ts";
import { attributeName } from "../attributes/attribute-name.ts";
import { columnsInFile, namedColumns } from "../read/columns.ts";
import { OwnColumnsReader } from "../read/own-columns.ts";
import { TABLES } from "../tables.ts";
import { COLUMN_OF, type Part } from "./headings.ts";

/** Columns that protect somebody: what they say is honoured, or refused, and never taken for something else. */
const PROTECTING: ReadonlySet<string> = new Set(["disclosure", "sensitivity"]);

type Headings = {
  readonly given: readonly string[];
  readonly parts: Readonly<Partial<Record<Part, string>>>;
  readonly languages: readonly Language[];
};

/** Columns of the table that the file may have by chance under a name that means something else there. */
export function chanceColumns({
  given,
  languages,
  parts,
}: Headings): (readonly [heading: string, parse: Field["parse"]])[] {
  const columns = columnsInFile(TABLES.events, languages);
  const names = namedColumns("events", given, columns, languages);
  const taken = new Set(Object.values(parts));
  return given.flatMap((heading, at) => {
    const field = columns.find(({ name }) => name === names[at])?.field;
    if (!field || taken.has(heading) || PROTECTING.has(names[at] ?? "")) return [];
    // There is no other table whose ids they could be.
    return [[heading, field.references ? () => undefined : field.parse] as const];
  });
}

/** The names of the table for headings that it does not know by themselves; `unfit` are to be kept under another. */
export function tableNames(
  { given, languages, parts }: Headings,
  unfit: readonly string[],
): Readonly<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const [part, heading] of Object.entries(parts))
    if (COLUMN_OF[part as Part] !== heading) names[heading] = COLUMN_OF[part as Part];
  const other = (heading: string) => {
    const name = attributeName(`${heading}_given`);
    return name !== undefined && attributeName(heading) !== undefined
      ? name
      : `column_${given.indexOf(heading) + 1}`;
  };
  for (const heading of unfit) names[heading] = other(heading);
  const form = { columns: new Map(Object.entries(names)), fields: new Map() };
  const { refused } = new OwnColumnsReader({ form, languages, name: "events" }, given).found;
  for (const { column } of refused) names[column] = other(column);
  return names;
}
