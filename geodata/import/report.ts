import type { Findings } from "./findings.ts";
import type { DataPackage } from "./read/read-package.ts";
import type { TableName } from "./tables.ts";

type Say = (
  table: TableName,
  line: number | null,
  name: string,
  got: string,
  allowed: string,
) => void;

/** How the checks of rows say what they find. */
export type Report = {
  readonly problem: Say;
  /** What is accepted; notices of one kind are counted together. */
  readonly notice: (kind: string, ...said: Parameters<Say>) => void;
};

/** Names tables by the files that the package has them in. */
export function reportTo({ files }: Pick<DataPackage, "files">, findings: Findings): Report {
  const fileOf = (table: TableName) => files.get(table) ?? table;
  return {
    problem: (table, line, name, got, allowed) =>
      findings.problem({ file: fileOf(table), line, name, got, allowed }),
    notice: (kind, table, line, name, got, allowed) =>
      findings.notice(kind, { file: fileOf(table), line, name, got, allowed }),
  };
}
