import { type Language, type Localized, perhapsIn } from "#model/words/language.ts";
import { digestOf } from "#web/view/proof/digest.ts";
import { type DrawnRecord, RECORD_TABLES } from "#web/view/proof/drawn-records.ts";
import type { Change } from "./verdict.ts";

/** What of the records that are drawn is not the same in two versions, in the order of their tables. */
export function changedRecords(
  before: readonly DrawnRecord[],
  after: readonly DrawnRecord[],
  language: Language,
): Change[] {
  const now = new Map(after.map((one) => [keyOf(one), one]));
  const then = new Map(before.map((one) => [keyOf(one), one]));
  const told = (one: DrawnRecord, change: Change["change"], fields: readonly string[] = []) => ({
    table: one.table,
    id: one.id,
    name: nameOf(one, language),
    change,
    fields,
  });
  const changes = [
    ...before.flatMap((one) => {
      const other = now.get(keyOf(one));
      if (!other) return told(one, "removed");
      const fields = differingFields(one.record, other.record);
      return fields.length > 0 ? told(other, "changed", fields) : [];
    }),
    ...after.filter((one) => !then.has(keyOf(one))).map((one) => told(one, "added")),
  ];
  const order = (one: Change) => RECORD_TABLES.indexOf(one.table);
  return changes.sort((a, b) => order(a) - order(b));
}

const keyOf = ({ id, table }: DrawnRecord) => `${table}/${id}`;

function differingFields(one: object, other: object): string[] {
  const [a, b] = [one, other] as readonly Readonly<Record<string, unknown>>[];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.filter((name) => digestOf(a?.[name] ?? null) !== digestOf(b?.[name] ?? null));
}

/** By what people call it: a place by its name, an event or a source by its title. */
function nameOf({ id, record }: DrawnRecord, language: Language): string {
  const { name, title } = record as Partial<Record<"name" | "title", Localized | string>>;
  const said = name ?? title;
  return (typeof said === "string" ? said : perhapsIn(said, language)) ?? id;
}
