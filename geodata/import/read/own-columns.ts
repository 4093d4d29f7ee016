// The columns of a file that no record type knows: kept as attributes of its records, or refused in words.

import { isReserved } from "#model/collection/reserved-names.ts";
import { type Attribute, isAttributed } from "#model/dataset/attribute.ts";
import type { Columns } from "#model/field/member.ts";
import { nowCalled } from "#model/record/former-names.ts";
import { columnSuffix, type Language, type Localized } from "#model/words/language.ts";
import { parseNumber } from "#model/words/number.ts";
import { textFault } from "#model/words/plain-text.ts";
import { attributeType, unreadable } from "../attributes/attribute-field.ts";
import { attributeName } from "../attributes/attribute-name.ts";
import { type SchemaField, undescribed } from "../attributes/schema-field.ts";
import type { FileForm } from "../files/file-form.ts";
import { type Phrase, type Refusal, textRefusal } from "../refusal/refusal.ts";
import { TABLES, type TableName } from "../tables.ts";
import { columnsInFile, namedColumns } from "./columns.ts";

/** A column that is kept, its place among the columns of the file, and what says how its cells are read. */
export type OwnColumn = {
  readonly at: number;
  readonly attribute: Attribute;
  readonly of: SchemaField;
};

/** A column that is not kept: why, and what would be. */
type Refused = Pick<Refusal, "got" | "allowed"> & { readonly column: string };

export type OwnColumns = {
  readonly kept: readonly OwnColumn[];
  readonly refused: readonly Refused[];
  /** What the file calls columns that the table has another name for. */
  readonly headings: ReadonlyMap<string, string>;
};

/** What is asked of a table whose columns are sorted out. */
type Table = {
  readonly name: TableName;
  readonly languages: readonly Language[];
  readonly form: Pick<FileForm, "columns" | "fields">;
};

/** More columns than these of its own a table does not keep: each is a column of every file that is written. */
const MAX_KEPT = 100;

type Candidate = {
  readonly at: number;
  readonly column: string;
  readonly name: string;
  readonly described: SchemaField | undefined;
};

/** Sorts out the columns of a table that keeps those of its own; what no schema describes has its type by its cells. */
export class OwnColumnsReader {
  readonly #candidates: readonly Candidate[];
  readonly #refused: Refused[] = [];
  readonly #headings: ReadonlyMap<string, string>;
  readonly #languages: readonly Language[];
  /** Columns without a description that have had a value, and nothing but numbers. */
  readonly #numeric = new Map<number, boolean>();

  /** `given` are the headings of the file. */
  constructor({ form, languages, name: table }: Table, given: readonly string[]) {
    const columns = columnsInFile(TABLES[table], languages);
    const isKnown = new Set(columns.map((one) => one.name));
    const header = given.map((heading) => form.columns.get(heading) ?? heading);
    const known = namedColumns(table, header, columns, languages);
    const names = new Set<string>();
    this.#languages = languages;
    this.#headings = new Map(
      known.flatMap((name, at) => {
        const heading = given[at] ?? name;
        return isKnown.has(name) && heading !== name ? [[name, heading] as const] : [];
      }),
    );
    this.#candidates = given.flatMap((column, at) => {
      if (!isAttributed(table) || isKnown.has(known[at] ?? "")) return [];
      const said = header[at] ?? column;
      const name = attributeName(said);
      const refuse = (got: Phrase, allowed: Phrase) => {
        this.#refused.push({ column, got, allowed });
        return [];
      };
      const now = nowCalled(said, [...isKnown]);
      if (now !== undefined) return refuse(["column-said-twice"], ["one-of-both", now]);
      const fault = textFault(column);
      if (fault) return refuse(...textRefusal(fault));
      if (name === undefined) return refuse(["no-name"], ["a-name"]);
      if (isReserved(table, name, languages))
        return refuse(["own-column-called", name], ["another-heading"]);
      // Not kept under a name of its own: whoever writes Disclosure would publish what it is to protect.
      const alike = [...isKnown].find((one) => one.toLowerCase() === name.toLowerCase());
      if (alike !== undefined)
        return refuse(["almost-heading", alike], ["that-or-another-heading", alike]);
      const described = form.fields.get(column);
      if (!described && isOfLanguage(name, TABLES[table]))
        return refuse(["other-language"], ["languages-or-described"]);
      if (names.has(name.toLowerCase())) return refuse(["second-column", name], ["own-heading"]);
      if (names.size >= MAX_KEPT) return refuse(["too-many-own"], ["at-most-in-table", MAX_KEPT]);
      const wrong = described && unreadable(described);
      if (wrong) return refuse(wrong.got, wrong.allowed);
      names.add(name.toLowerCase());
      return { at, column, name, described };
    });
  }

  /** False where the types of all columns are known without a row. */
  get needsRows(): boolean {
    return this.#candidates.some(({ described }) => !described);
  }

  /** Looks at the cells of a row. */
  row(cells: readonly string[]): void {
    for (const { at, described } of this.#candidates) {
      const cell = cells[at] ?? "";
      if (!described && cell !== "" && this.#numeric.get(at) !== false)
        this.#numeric.set(at, isPlainNumber(cell));
    }
  }

  get found(): OwnColumns {
    const kept = this.#candidates.map(({ at, column, described, name }) => {
      const isNumeric = this.#numeric.get(at) === true;
      const of = described ?? undescribed(column, isNumeric ? "number" : "string");
      return { at, of, attribute: asAttribute({ column, name, of }, this.#languages) };
    });
    return { kept, refused: this.#refused, headings: this.#headings };
  }
}

function asAttribute(
  { column, name, of }: Pick<Candidate, "column" | "name"> & { readonly of: SchemaField },
  languages: readonly Language[],
): Attribute {
  const { constraints, description = "", unit } = of;
  const type = attributeType(of);
  return {
    name,
    column,
    type,
    title: titleIn(of, column, languages),
    means: description,
    unit: unit ?? null,
    choices: type === "text" ? (constraints.enum?.map(String) ?? null) : null,
  };
}

/** The title of the schema in each of the languages that it has: `title` is in the first, `title_fr` in French. */
function titleIn(
  of: SchemaField & Readonly<Record<string, unknown>>,
  column: string,
  languages: readonly Language[],
): Localized {
  const titles = languages.flatMap((language, at) => {
    const own = of[`title${columnSuffix(language)}`] ?? (at === 0 ? of.title : undefined);
    const text = typeof own === "string" && own.trim() !== "" ? own.trim() : undefined;
    return text === undefined && at > 0 ? [] : [[language, text ?? column] as const];
  });
  return Object.fromEntries(titles);
}

/** `title_de` or `title_pt_BR` where titles are in other languages. */
function isOfLanguage(name: string, columns: Columns): boolean {
  const [, base = ""] = /^(.+?)_[a-z]{2,3}(?:_[A-Za-z0-9]{2,8})*$/.exec(name) ?? [];
  const of = columns[base];
  return of !== undefined && !("type" in of);
}

const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const EXACT_DIGITS = 15;

/** A number that is written as it would be written again: no code that begins with 0, no more digits than are held. */
function isPlainNumber(cell: string): boolean {
  const digits = cell.replace(/[eE].*$/, "").replace(/\D/g, "");
  return PLAIN.test(cell) && digits.length <= EXACT_DIGITS && parseNumber(cell) !== undefined;
}
