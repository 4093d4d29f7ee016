import { and, eq, gte, lte, ne, sql } from "drizzle-orm";
import { CHANGE_KINDS, type ChangeKind } from "#model/change/change-kind.ts";
import type { ChangeCounts } from "#model/change/record-change.ts";
import type { Db } from "../../database.ts";
import { publicChanges } from "../../schema/index.ts";

type Asked = { readonly datasetId: string; readonly from: number; readonly to: number };

/** How many records each publish changed in which way, by its number, as far as it was noted; sites are counted as places. */
export async function countNoted(
  db: Db,
  { datasetId, from, to }: Asked,
): Promise<ReadonlyMap<number, ChangeCounts>> {
  const { kinds, number, role } = publicChanges;
  const rows = await db
    .select({
      number,
      kind: sql<ChangeKind>`unnest(${kinds})`.as("kind"),
      count: sql<number>`count(*)`.mapWith(Number).as("count"),
    })
    .from(publicChanges)
    .where(
      and(
        eq(publicChanges.datasetId, datasetId),
        ...[gte(number, from), lte(number, to), ne(role, "sites")],
      ),
    )
    .groupBy(number, sql`kind`);
  const found = new Map<number, Map<ChangeKind, number>>();
  for (const row of rows) {
    const own = found.get(row.number) ?? new Map<ChangeKind, number>();
    found.set(row.number, own.set(row.kind, row.count));
  }
  const inOrder = (own: ReadonlyMap<ChangeKind, number>): ChangeCounts =>
    Object.fromEntries(
      CHANGE_KINDS.flatMap((kind) => (own.has(kind) ? [[kind, own.get(kind)]] : [])),
    );
  return new Map([...found].map(([of, own]) => [of, inOrder(own)]));
}
