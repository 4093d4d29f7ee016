// Of which fields it may be said what they rest on, by kind of record.
import { type CitedKind, POSITION_FIELD } from "#model/record/citation.ts";
import { FORMER_COLUMNS } from "#model/record/former-names.ts";
import type { DataPackage, PackageTables } from "./read/data-package.ts";
import { namesInFile, type Row, TABLES, type TableName } from "./tables.ts";

/** The table that has the records of a kind. */
export const TABLE_OF_KIND = {
  place: "places",
  shape: "shapes",
  event: "events",
  movement: "movements",
  count: "counts",
  death: "deaths",
} as const satisfies Readonly<Record<CitedKind, TableName>>;

/** What no source says, and what is cited as the position. */
const NOT_CITED: ReadonlySet<string> = new Set([
  ...["id", "source_ids", "lon", "lat", "precision_m", "position_basis", "position_note"],
  ...["disclosure", "certainty", "certainty_reason", "sensitivity", "convention", "bounds_note"],
]);

/** The fields of a kind of record, as the API calls them, by what files and API call them. */
export function citedFields(
  { declared }: Pick<DataPackage, "declared">,
  kind: CitedKind,
): ReadonlyMap<string, string> {
  const table = TABLE_OF_KIND[kind];
  const columns = Object.keys(TABLES[table]).filter((name) => !NOT_CITED.has(name));
  const fields = new Map(columns.map((name) => [name, name]));
  for (const [name, inFile] of Object.entries(namesInFile(table)))
    if (fields.has(inFile) && table !== "events") {
      fields.set(inFile, name);
      fields.set(name, name);
    }
  if ("precision_m" in TABLES[table]) fields.set(POSITION_FIELD, POSITION_FIELD);
  for (const [former, now] of Object.entries(FORMER_COLUMNS))
    if (fields.has(now)) fields.set(former, now);
  const own = table in declared.attributes ? declared.attributes[table as "events"] : [];
  for (const { name } of own) fields.set(name, name);
  return fields;
}

const NO_CITATIONS: readonly Row<"citations">[] = [];

/** A look-up of the citations of records of a kind, by their ids. */
export function citationsOf(
  citations: PackageTables["citations"],
  kind: CitedKind,
): (recordId: string) => readonly Row<"citations">[] {
  const found = new Map<string, Row<"citations">[]>();
  for (const row of citations) {
    if (row.values.record_kind !== kind) continue;
    const known = found.get(row.values.record_id);
    if (known) known.push(row);
    else found.set(row.values.record_id, [row]);
  }
  return (recordId) => (found.size > 0 && found.get(recordId)) || NO_CITATIONS;
}
