// What each publish changed: which features of which collection, and how. It names them and says nothing of them; what they
// are is read in the version that answers.
import { getTableColumns } from "drizzle-orm";
import { index, integer, pgTable, pgView, primaryKey, text } from "drizzle-orm/pg-core";
import type { ChangeKind } from "#model/change/change-kind.ts";
import type { CollectionRole } from "#model/dataset/declared.ts";
import { codePointText } from "./columns.ts";
import { datasetId } from "./versions.ts";

export const changes = pgTable(
  "changes",
  {
    datasetId: datasetId(),
    /** Of the version that changed it. */
    number: integer("number").notNull(),
    /** Of the collection; what it is called may change. */
    role: text("role").$type<CollectionRole>().notNull(),
    id: codePointText("id").notNull(),
    /** None where it reads otherwise since another record does. */
    kinds: text("kinds").array().notNull().$type<readonly ChangeKind[]>(),
  },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.number, table.role, table.id] }),
    index("changes_of_feature").on(table.datasetId, table.role, table.id, table.number),
  ],
);

export const publicChanges = pgView("public_changes").as((build) =>
  build.select(getTableColumns(changes)).from(changes),
);
