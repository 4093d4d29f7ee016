// From the cells of a table to its values. Every cell is checked; all problems are reported, not only the first.
import type { Attributes, AttributeValue } from "#model/field/attributes.ts";
import type { Field } from "#model/field/field.ts";
import type { Columns, SpokenColumn } from "#model/field/member.ts";
import { blankOf } from "#model/field/names.ts";
import { quote } from "#model/problem.ts";
import { remembered } from "#model/time/remembered.ts";
import type { Language, Localized } from "#model/words/language.ts";
import { textFault } from "#model/words/plain-text.ts";
import type { VocabularyName } from "#model/words/vocabulary.ts";
import { attributeField } from "../attributes/attribute-field.ts";
import type { FileForm } from "../files/file-form.ts";
import { SeenIds } from "../files/seen-ids.ts";
import { cellKind } from "../refusal/cell-kind.ts";
import { type Phrase, type Refusal, textRefusal } from "../refusal/refusal.ts";
import type { TableName, Values } from "../tables.ts";
import {
  columnsInFile,
  defaultsOf,
  everydayName,
  idMaker,
  isNamed,
  mayBeEmpty,
  mayBeLeftOut,
  namedColumns,
} from "./columns.ts";
import type { OwnColumns } from "./own-columns.ts";

type CheckedRow<F extends Columns> = {
  readonly line: number;
  readonly values: Values<F>;
  readonly attributes: Attributes | null;
};

export type RowCheck<F extends Columns> = {
  /** What is wrong with the columns; when anything is, no row can be checked. */
  readonly problems: readonly Refusal[];
  /** The values of a row, or undefined when something is wrong with it, which is reported. */
  readonly check: (
    line: number,
    cells: readonly string[],
    report: (problem: Refusal) => void,
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
  readonly form: Pick<FileForm, "columns" | "idFrom">;
  /** Ids of terms by what the package calls them, which cells may say instead. */
  readonly terms: TermIds;
};

export type TermIds = ReadonlyMap<VocabularyName, ReadonlyMap<string, string>>;

/** How the rows under these columns are checked. */
export function rowCheck<F extends Columns>(
  file: string,
  headings: readonly string[],
  fields: F,
  { form, languages, name: table, own, terms }: CheckedTable,
): RowCheck<F> {
  const ids = new SeenIds();
  const known = columnsInFile(fields, languages);
  const header = headings.map((heading) => form.columns.get(heading) ?? heading);
  const columns = namedColumns(table, header, known, languages);
  const freeTexts = freeTextsOf(table, known, languages);
  const defaults = Object.entries(defaultsOf(table)).filter(([name]) => !columns.includes(name));
  const hasIds = columns.includes("id");
  const makeId = idMaker(languages);
  const idFrom = form.idFrom === undefined ? -1 : headings.indexOf(form.idFrom);
  ids.areMade = !hasIds && isNamed(table) && idFrom === -1;
  const places = known.map((of) => {
    const field = { ...of.field, parse: parserOf(of.field) };
    const isFree = mayBeEmpty(table, of);
    const byLabel = field.vocabulary && terms.get(field.vocabulary);
    return {
      ...of,
      field,
      at: columns.indexOf(of.name),
      isFree,
      byLabel,
      /** What an empty cell says stands in the blank row already. */
      isEmptyRight: (isFree || !field.required) && !byLabel?.has(""),
    };
  });
  /** What the file calls the column. */
  const headingOf = (name: string) => own.headings.get(name) ?? name;
  // Made anew for each reading of the file: what is to be unique is so within one.
  const ownFields = own.kept.map(({ at, attribute, of }) => ({
    at,
    attribute,
    field: attributeField(of),
  }));
  const made = new Set(defaults.map(([name]) => name));
  if (!hasIds && isNamed(table)) made.add("id");
  const given = places.filter(({ at }) => at >= 0);
  const empty = emptyRow(places.map(({ name }) => name));
  /** The cells by the names of their columns, what the file leaves out among them. */
  const whole = (cells: readonly string[]) => {
    const row = { ...empty };
    for (const { at, name } of given) row[name] = cells[at] ?? "";
    for (const [name, make] of defaults) row[name] = make(row);
    if (made.has("id")) row.id = makeId(row, cells[idFrom]);
    return row;
  };
  /** Those of which a row can say anything but what stands in the blank one. */
  const read = places.filter(
    ({ at, isEmptyRight, name }) => at >= 0 || !isEmptyRight || made.has(name),
  );
  const blank: Record<string, unknown> = {
    ...blankOf([...new Set(known.map(({ column }) => column))]),
  };
  for (const { column, field, isEmptyRight, isFree, language } of places)
    if (isEmptyRight && language === undefined) blank[column] = isFree ? "" : field.empty;
  return {
    problems: columnProblems(file, { columns, given: headings, languages, table }, known, own),
    ids,
    check: (line, cells, report) => {
      const values: Record<string, unknown> = { ...blank };
      const row = made.size === 0 ? undefined : whole(cells);
      let isRight = true;
      const refuse = (name: string, got: Phrase, allowed: Phrase) => {
        isRight = false;
        report({ file, line, name: headingOf(name), got, allowed });
      };
      for (const place of read) {
        const written = (row === undefined ? cells[place.at] : row[place.name]) ?? "";
        // Most cells of a wide table.
        if (written === "" && place.isEmptyRight) continue;
        const { byLabel, column, field, isFree, language, name } = place;
        const cell = byLabel?.get(written) ?? written;
        const value = cell === "" && isFree ? "" : readCell(field, cell);
        const fault = value === undefined || field.isFree ? textFault(cell) : undefined;
        if (fault) refuse(name, ...textRefusal(fault));
        else if (value === undefined) refuse(name, ["quoted", cell], allowedIn(field, cell));
        else if (language === undefined) values[name] = value;
        else if (value) {
          const text = values[column] as Record<Language, string> | null;
          if (text === null) values[column] = { [language]: String(value) };
          else text[language] = String(value);
        }
      }
      const attributes: Record<string, AttributeValue> = {};
      let hasOwn = false;
      for (const { at, attribute, field } of ownFields) {
        const cell = cells[at] ?? "";
        const value = readCell(field, cell) as AttributeValue | null | undefined;
        const fault = value === undefined || field.isFree ? textFault(cell) : undefined;
        if (fault) refuse(attribute.column, ...textRefusal(fault));
        else if (value === undefined)
          refuse(attribute.column, ["quoted", cell], allowedIn(field, cell));
        else if (value !== null) {
          attributes[attribute.name] = value;
          hasOwn = true;
        }
      }
      for (const [column, said] of freeTexts) values[column] ??= said;
      const id = String(values.id ?? "");
      const first = ids.add(id, line);
      if (first !== undefined) refuse("id", ["id-again", id, first], ["own-id"]);
      if (!isRight) return undefined;
      return { line, values: values as Values<F>, attributes: hasOwn ? attributes : null };
    },
  };
}

/** A row in which every cell is empty. */
const emptyRow = (names: readonly string[]): Readonly<Record<string, string>> =>
  Object.assign({ ...blankOf(names) }, Object.fromEntries(names.map((name) => [name, ""])));

/**
 * How the cells of the field are read where there are many. Rows name the same others again and again: those with the
 * same list share it, so that what follows from it need not be worked out again.
 */
function parserOf({ parse, references, type, vocabulary }: Field): Field["parse"] {
  const isNaming = vocabulary !== undefined || (type === "list" && references !== undefined);
  return isNaming ? remembered(parse) : parse;
}

/** What a row has, of texts that may be empty, where it says nothing in any language. */
function freeTextsOf(
  table: TableName,
  known: readonly SpokenColumn[],
  [first = ""]: readonly Language[],
): readonly (readonly [column: string, said: Localized])[] {
  const spoken = known.filter((one) => one.language !== undefined && mayBeEmpty(table, one));
  return [...new Set(spoken.map(({ column }) => column))].map((column) => [
    column,
    { [first]: "" },
  ]);
}

function readCell(field: Field, cell: string): unknown {
  if (cell === "") return field.required ? undefined : field.empty;
  return field.parse(cell);
}

function allowedIn(field: Field, cell: string): Phrase {
  const allowed = field.required ? field.allowed : `${field.allowed}, or an empty cell`;
  const refusal = field.refusal?.(cell);
  const words = refusal ? `${allowed}; here it would have to be ${refusal}` : allowed;
  const [kind, names] = cellKind(field);
  return ["such-cell", words, kind, names, field.required];
}

type Header = {
  /** The headings of the file, and the columns of the table that they stand for. */
  readonly given: readonly string[];
  readonly columns: readonly string[];
  readonly table: TableName;
  readonly languages: readonly Language[];
};

function columnProblems(
  file: string,
  { columns, given, languages, table }: Header,
  fields: readonly SpokenColumn[],
  { kept, refused }: OwnColumns,
): Refusal[] {
  const problem = (name: string, got: Phrase, allowed: Phrase): Refusal => ({
    ...{ file, line: null, name, got, allowed },
  });
  const known = fields.map(({ name }) => name);
  const [only = ""] = given;
  const separator = given.length === 1 ? /[;\t|]/.exec(only)?.[0] : undefined;
  if (separator) {
    return [problem("file", ["headings-between", separator], ["separated-by-commas", separator])];
  }
  const missing = fields.filter((one) => !columns.includes(one.name) && !mayBeLeftOut(table, one));
  const isOwn = (name: string) => refused.some(({ column }) => column === name);
  const unknown = given.filter(
    (name, at) =>
      !known.includes(columns[at] ?? "") && !kept.some((own) => own.at === at) && !isOwn(name),
  );
  return [
    ...missing.map((one) => {
      const name = everydayName(table, one, languages);
      return problem(name, ["no-such-column"], ["such-column", name, one.field.means]);
    }),
    ...refused.map(({ allowed, column, got }) => problem(quote(column), got, allowed)),
    ...unknown.map((name) => problem(quote(name), ["unknown-column"], ["known-columns", known])),
  ];
}
