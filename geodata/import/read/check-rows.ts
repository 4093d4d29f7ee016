// From the cells of a table to its values. Every cell is checked; all problems are reported, not only the first.
import type { Attributes, AttributeValue } from "#model/field/attributes.ts";
import type { Field, Fields } from "#model/field/field.ts";
import { quote } from "#model/problem.ts";
import { LANGUAGES, type Language } from "#model/words/language.ts";
import { textFault } from "#model/words/plain-text.ts";
import { attributeField } from "../attributes/attribute-field.ts";
import { allowedSeparators } from "../files/file-form.ts";
import { SeenIds } from "../files/seen-ids.ts";
import type { RowProblem } from "../row-problem.ts";
import type { TableName, Values } from "../tables.ts";
import { defaultsOf, idMaker, localizedNames, mayBeEmpty, namedColumns } from "./columns.ts";
import type { OwnColumns } from "./own-columns.ts";

type CheckedRow<F extends Fields> = {
  readonly values: Values<F>;
  readonly attributes: Attributes | null;
};

export type RowCheck<F extends Fields> = {
  /** What is wrong with the columns; when anything is, no row can be checked. */
  readonly problems: readonly RowProblem[];
  /** The values of a row, or undefined when something is wrong with it, which is reported. */
  readonly check: (
    line: number,
    cells: readonly string[],
    report: (problem: RowProblem) => void,
  ) => CheckedRow<F> | undefined;
  /** Ids of the rows that were checked. */
  readonly ids: SeenIds;
};

/** A table of a package, and the languages that the package declares. */
export type CheckedTable = {
  readonly name: TableName;
  readonly languages: readonly Language[];
  /** Its columns that no record type knows. */
  readonly own: OwnColumns;
};

/** How the rows under these columns are checked. */
export function rowCheck<F extends Fields>(
  file: string,
  header: readonly string[],
  fields: F,
  { languages, name: table, own }: CheckedTable,
): RowCheck<F> {
  const ids = new SeenIds();
  const columns = namedColumns(table, header, fields, languages);
  const bases = localizedNames(fields);
  const undeclared = LANGUAGES.filter((language) => !languages.includes(language));
  const filled = new Set(
    bases.flatMap((base) => undeclared.map((language) => `${base}_${language}`)),
  );
  const defaults = Object.entries(defaultsOf(table)).filter(([name]) => !columns.includes(name));
  const hasIds = columns.includes("id");
  const makeId = idMaker();
  const isOptional = (name: string) =>
    (name === "id" && isNamed(table)) ||
    filled.has(name) ||
    mayBeEmpty(table, name) ||
    defaults.some(([one]) => one === name);
  const places = Object.entries(fields).map(
    ([name, field]) => [name, field, columns.indexOf(name)] as const,
  );
  // Made anew for each reading of the file: what is to be unique is so within one.
  const ownFields = own.kept.map(({ at, attribute, of }) => ({
    at,
    attribute,
    field: attributeField(of),
  }));
  /** The cells by the names of their columns, what the file leaves out among them. */
  const whole = (cells: readonly string[]) => {
    const row: Record<string, string> = {};
    for (const [name, , at] of places) row[name] = cells[at] ?? "";
    for (const [name, make] of defaults) row[name] = make(row);
    if (!hasIds && isNamed(table)) row.id = makeId(row);
    return row;
  };
  const isPlain = hasIds && defaults.length === 0;
  return {
    problems: columnProblems(file, header, columns, fields, own, isOptional),
    ids,
    check: (line, cells, report) => {
      const values: Record<string, unknown> = {};
      const made = isPlain ? undefined : whole(cells);
      let isRight = true;
      const refuse = (name: string, got: string, allowed: string) => {
        isRight = false;
        report({ file, line, name, got, allowed });
      };
      for (const [name, field, at] of places) {
        const cell = made?.[name] ?? cells[at] ?? "";
        const isFree = cell === "" && (filled.has(name) || mayBeEmpty(table, name));
        const value = isFree ? "" : readCell(field, cell);
        const fault = value === undefined || field.isFree ? textFault(cell) : undefined;
        if (fault) refuse(name, fault.got, fault.allowed);
        else if (value === undefined) refuse(name, quote(cell), allowedIn(field, cell));
        else values[name] = value;
      }
      const attributes: Record<string, AttributeValue> = {};
      let hasOwn = false;
      for (const { at, attribute, field } of ownFields) {
        const cell = cells[at] ?? "";
        const value = readCell(field, cell) as AttributeValue | null | undefined;
        const fault = value === undefined || field.isFree ? textFault(cell) : undefined;
        if (fault) refuse(attribute.column, fault.got, fault.allowed);
        else if (value === undefined) refuse(attribute.column, quote(cell), allowedIn(field, cell));
        else if (value !== null) {
          attributes[attribute.name] = value;
          hasOwn = true;
        }
      }
      const spoken = languages[0] ?? LANGUAGES[0];
      for (const base of bases)
        for (const language of undeclared)
          values[`${base}_${language}`] ||= values[`${base}_${spoken}`];
      const id = String(values.id ?? "");
      const first = ids.add(id, line);
      if (first !== undefined)
        refuse(
          "id",
          `${quote(id)}, which row ${first} has already`,
          "an id of its own for each row",
        );
      if (!isRight) return undefined;
      return { values: values as Values<F>, attributes: hasOwn ? attributes : null };
    },
  };
}

function readCell(field: Field, cell: string): unknown {
  if (cell === "") return field.required ? undefined : field.empty;
  return field.parse(cell);
}

function allowedIn(field: Field, cell: string): string {
  const allowed = field.required ? field.allowed : `${field.allowed}, or an empty cell`;
  const refusal = field.refusal?.(cell);
  return refusal ? `${allowed}; here it would have to be ${refusal}` : allowed;
}

/** Tables whose rows are given ids where they bring none. */
const isNamed = (table: TableName) => table === "events" || table === "places";

function columnProblems(
  file: string,
  header: readonly string[],
  columns: readonly string[],
  fields: Fields,
  { kept, refused }: OwnColumns,
  isOptional: (name: string) => boolean,
): RowProblem[] {
  const known = Object.keys(fields);
  const [only = ""] = header;
  const separator = header.length === 1 ? /[;\t|]/.exec(only)?.[0] : undefined;
  if (separator) {
    const got = `a header whose names are separated by ${JSON.stringify(separator)}`;
    const allowed = allowedSeparators(separator);
    return [{ file, line: null, name: "file", got, allowed }];
  }
  const missing = known.filter(
    (name) => !columns.includes(name) && fields[name]?.required && !isOptional(name),
  );
  const isOwn = (name: string) => refused.some(({ column }) => column === name);
  const unknown = header.filter(
    (name, at) =>
      !known.includes(columns[at] ?? "") && !kept.some((own) => own.at === at) && !isOwn(name),
  );
  return [
    ...missing.map((name) => ({
      file,
      line: null,
      name,
      got: "no such column",
      allowed: "this column",
    })),
    ...refused.map(({ allowed, column, got }) => ({
      file,
      line: null,
      name: quote(column),
      got,
      allowed,
    })),
    ...unknown.map((name) => ({
      file,
      line: null,
      name: quote(name),
      got: "a column that is not known",
      allowed: `the columns ${known.join(", ")}`,
    })),
  ];
}
