// From the cells of a table to its values. Every cell is checked; all problems are reported, not only the first.
import type { Field, Fields } from "#model/field/field.ts";
import { quote } from "#model/problem.ts";
import { textFault } from "#model/words/plain-text.ts";
import { allowedSeparators } from "./files/file-form.ts";
import { SeenIds } from "./files/seen-ids.ts";
import type { RowProblem } from "./row-problem.ts";
import type { Values } from "./tables.ts";

export type RowCheck<F extends Fields> = {
  /** What is wrong with the columns; when anything is, no row can be checked. */
  readonly problems: readonly RowProblem[];
  /** The values of a row, or undefined when something is wrong with it, which is reported. */
  readonly check: (
    line: number,
    cells: readonly string[],
    report: (problem: RowProblem) => void,
  ) => Values<F> | undefined;
  /** Ids of the rows that were checked. */
  readonly ids: SeenIds;
};

/** How the rows under these columns are checked. */
export function rowCheck<F extends Fields>(
  file: string,
  columns: readonly string[],
  fields: F,
): RowCheck<F> {
  const ids = new SeenIds();
  const places = Object.entries(fields).map(
    ([name, field]) => [name, field, columns.indexOf(name)] as const,
  );
  const idAt = columns.indexOf("id");
  return {
    problems: columnProblems(file, columns, fields),
    ids,
    check: (line, cells, report) => {
      const values: Record<string, unknown> = {};
      let isRight = true;
      const refuse = (name: string, got: string, allowed: string) => {
        isRight = false;
        report({ file, line, name, got, allowed });
      };
      for (const [name, field, at] of places) {
        const cell = cells[at] ?? "";
        const value = readCell(field, cell);
        const fault = value === undefined || field.isFree ? textFault(cell) : undefined;
        if (fault) refuse(name, fault.got, fault.allowed);
        else if (value === undefined) refuse(name, quote(cell), allowedIn(field, cell));
        else values[name] = value;
      }
      const id = cells[idAt] ?? "";
      const first = ids.add(id, line);
      if (first !== undefined)
        refuse(
          "id",
          `${quote(id)}, which row ${first} has already`,
          "an id of its own for each row",
        );
      return isRight ? (values as Values<F>) : undefined;
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

function columnProblems(file: string, columns: readonly string[], fields: Fields): RowProblem[] {
  const known = Object.keys(fields);
  const [only = ""] = columns;
  const separator = columns.length === 1 ? /[;\t|]/.exec(only)?.[0] : undefined;
  if (separator) {
    const got = `a header whose names are separated by ${JSON.stringify(separator)}`;
    const allowed = allowedSeparators(separator);
    return [{ file, line: null, name: "file", got, allowed }];
  }
  const missing = known.filter((name) => !columns.includes(name) && !fields[name]?.optionalColumn);
  const unknown = columns.filter((name) => !known.includes(name));
  return [
    ...missing.map((name) => ({
      file,
      line: null,
      name,
      got: "no such column",
      allowed: "this column",
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
