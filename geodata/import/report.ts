import type { Findings } from "./findings.ts";
import type { Phrase } from "./refusal/refusal.ts";
import type { TableName } from "./tables.ts";

type Where = readonly [table: TableName, line: number | null, name: string];

/** How the checks of rows say what they find. */
export type Report = {
  readonly problem: (...said: readonly [...Where, got: Phrase, allowed: Phrase]) => void;
  /** What is accepted, as a sentence; notices of one kind are counted together. */
  readonly notice: (kind: string, ...said: readonly [...Where, said: string]) => void;
};

/** Names tables by the files that the package has them in, and columns by the headings that these have. */
export function reportTo(
  {
    files,
    own,
  }: {
    readonly files: ReadonlyMap<TableName, string>;
    readonly own: ReadonlyMap<TableName, { readonly headings: ReadonlyMap<string, string> }>;
  },
  findings: Findings,
): Report {
  const fileOf = (table: TableName) => files.get(table) ?? table;
  /** Of several columns, such as `lon, lat`, each. */
  const headingsIn = (table: TableName, name: string) => {
    const headings = own.get(table)?.headings;
    if (!headings?.size) return name;
    return name.replace(/\w+/g, (column) => headings.get(column) ?? column);
  };
  return {
    problem: (table, line, name, got, allowed) =>
      findings.problem({ file: fileOf(table), line, name: headingsIn(table, name), got, allowed }),
    notice: (kind, table, line, name, said) =>
      findings.notice(kind, { file: fileOf(table), line, name: headingsIn(table, name), said }),
  };
}
