// What was taken back for good: nothing of it is stored but that it was there, and why it is no more. It outlives its
// dataset, which may be removed and loaded again.
import { getTableColumns } from "drizzle-orm";
import {
  boolean,
  integer,
  pgTable,
  pgView,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import type { WithdrawnFrom } from "#model/dataset/withdrawal.ts";

export const withdrawals = pgTable(
  "withdrawals",
  {
    datasetId: text("dataset_id").notNull(),
    collection: text("collection").notNull().$type<WithdrawnFrom>(),
    /** The id of the record, or the label of the version. */
    id: text("id").notNull(),
    reason: text("reason").notNull(),
    withdrawnAt: timestamp("withdrawn_at", { withTimezone: true }).notNull(),
    /** The version that was published by the withdrawal. */
    number: integer("number").notNull(),
    /** False of a record that went since it named one: it may come again when it names that no more. */
    asked: boolean("asked").notNull(),
    /** Of a version, when it was published here; null of a record. */
    publishedAt: timestamp("published_at", { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.datasetId, table.collection, table.id] })],
);

const { asked: _asked, ...told } = getTableColumns(withdrawals);

export const publicWithdrawals = pgView("public_withdrawals").as((build) =>
  build.select(told).from(withdrawals),
);
