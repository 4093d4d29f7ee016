// Records of a package that were withdrawn from its dataset: it is refused as long as it has them.
import { StillWithdrawn } from "#db/queries/publish/refuse-withdrawn.ts";
import { collectionIds } from "#db/queries/withdraw/named.ts";
import { callWithdrawn, printWithdrawn, type WithdrawnName } from "#model/dataset/withdrawal.ts";
import { quote } from "#model/problem.ts";
import { firstOf } from "../first-of.ts";
import type { DataPackage, KeptTable } from "../read/data-package.ts";
import type { RowProblem } from "../row-problem.ts";
import type { TableName } from "../tables.ts";

type Origin = Pick<DataPackage, "declared" | "files" | "tables">;

/** Tables of a package with the records of a collection; those of others have the same name. */
const MADE_OF: Readonly<Record<string, readonly KeptTable[]>> = {
  places: ["places", "shapes"],
  outlines: ["shapes", "places"],
};

/** Records that went with one, as far as they are told. */
const SHOWN = 5;

/**
 * The problems in words, with file and line; undefined of an error that is about something else. `eventLines`: those of
 * events that were withdrawn, by their ids.
 */
export function withdrawnRows(
  error: unknown,
  { declared, files, tables }: Origin,
  eventLines: ReadonlyMap<string, number>,
): readonly RowProblem[] | undefined {
  if (!(error instanceof StillWithdrawn)) return undefined;
  const idOf = collectionIds(declared);
  return error.records.map((record) => {
    const { id, reason, withdrawnAt } = record;
    const [table = "events", line = null] = placeOf(record, tables, eventLines);
    const name = printWithdrawn(callWithdrawn(record, idOf));
    const others = record.alongside.map((one) => printWithdrawn(callWithdrawn(one, idOf)));
    const withIt = others.length > 0 ? ` (withdrawn with it: ${firstOf(others, SHOWN)})` : "";
    return {
      file: files.get(table) ?? table,
      line,
      name: "id",
      got: `${quote(id)}, which was withdrawn on ${withdrawnAt.slice(0, 10)} (${reason})`,
      allowed: `a package without it, and without what names it${withIt}; or that its withdrawal is lifted: --restore-withdrawn ${name}`,
    };
  });
}

function placeOf(
  { collection, id }: WithdrawnName,
  tables: DataPackage["tables"],
  eventLines: ReadonlyMap<string, number>,
): readonly [table: TableName, line: number | null] | readonly [] {
  if (collection === "events") return ["events", eventLines.get(id) ?? null];
  for (const table of MADE_OF[collection] ?? [collection as KeptTable])
    for (const { line, values } of tables[table])
      if ("id" in values && values.id === id) return [table, line];
  return [];
}
