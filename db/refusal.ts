// What a database says when it does not take a row.

/** A row that the database refused: its table, and the rule that it breaks where that has a name. */
export type Refusal = {
  readonly table: string | null;
  readonly rule: string;
  readonly code: string;
};

/** Classes of SQLSTATE that are about the data: data exceptions, broken constraints, limits of the program. */
const ABOUT_DATA = /^(22|23|54)/;

/** What the database refused, when that is why it failed; undefined of any other error. */
export function refusalOf(error: unknown): Refusal | undefined {
  const cause = (error instanceof Error && error.cause ? error.cause : error) as {
    readonly code?: unknown;
    readonly message?: string;
    // The two drivers name these differently.
    readonly table_name?: string;
    readonly table?: string;
    readonly constraint_name?: string;
    readonly constraint?: string;
  };
  const code = typeof cause?.code === "string" ? cause.code : "";
  if (!ABOUT_DATA.test(code)) return undefined;
  const rule = cause.constraint_name ?? cause.constraint ?? cause.message ?? code;
  return { table: cause.table_name ?? cause.table ?? null, rule, code };
}
