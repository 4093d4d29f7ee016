// What could not be checked, since a table that others are held against is wrong itself: said in words, once a table.
import type { Findings } from "../findings.ts";
import type { DataPackage } from "../read/data-package.ts";
import { reportTo } from "../report.ts";
import type { TableName } from "../tables.ts";
import { knowsIds } from "./references.ts";

/** Adds the notices on some tables. To be asked when they were read, before rows are held against each other. */
export function tellUnchecked(
  dataPackage: DataPackage,
  tables: readonly TableName[],
  findings: Findings,
): void {
  const report = reportTo(dataPackage, findings);
  const wrong = new Set(findings.problems.map(({ file }) => file));
  const tell = (table: TableName, said: string) =>
    report.notice("unchecked", table, null, "rows", `${said}; mend them and check again`);
  for (const table of tables)
    if (!knowsIds(dataPackage, table))
      tell(table, "some could not be read: they, and what refers to them, were not checked");
    // The dates and the protection of other records are held against those of their places.
    else if (table === "places" && wrong.has(dataPackage.files.get(table) ?? table))
      tell(table, "some are wrong: what refers to them was not checked against their values");
}
