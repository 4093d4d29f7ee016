// Ids that a package gives meaning to: where it declares a vocabulary, its rows use no other ids.

import type { Vocabularies } from "#model/dataset/declared.ts";
import { fieldsOf } from "#model/field/member.ts";
import type { VocabularyName } from "#model/words/vocabulary.ts";
import type { Report } from "../report.ts";
import { type Row, TABLES, type TableName } from "../tables.ts";

type Column = readonly [name: string, vocabulary: VocabularyName];

const COLUMNS = new Map<TableName, readonly Column[]>(
  Object.entries(TABLES).map(([table, fields]) => [
    table as TableName,
    fieldsOf(fields).flatMap(([name, { vocabulary }]) =>
      vocabulary ? [[name, vocabulary] as const] : [],
    ),
  ]),
);

/** Tells of values that the vocabularies do not have. */
export function termCheck(vocabularies: Vocabularies, report: Report) {
  const known = new Map<VocabularyName, ReadonlySet<string>>();
  const idsOf = (name: VocabularyName) => {
    const ids = known.get(name) ?? new Set(vocabularies[name].map(({ id }) => id));
    known.set(name, ids);
    return ids;
  };
  return <Name extends TableName>(table: Name, { line, values }: Row<Name>): void => {
    for (const [name, vocabulary] of COLUMNS.get(table) ?? []) {
      const value = (values as Record<string, unknown>)[name];
      const ids = idsOf(vocabulary);
      if (typeof value !== "string" || ids.size === 0 || ids.has(value)) continue;
      report.problem(table, line, name, ["quoted", value], ["term-of", [...ids], vocabulary]);
    }
  };
}
