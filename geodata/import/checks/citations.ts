// What single fields are said to rest on, held against the records, their sources and the days of both.
import { CITED_KINDS } from "#model/record/citation.ts";
import { FORMER_COLUMNS } from "#model/record/former-names.ts";
import { type Day, printDay } from "#model/time/day.ts";
import { parseEdtf, spanOfEdtf } from "#model/time/edtf.ts";
import { parseDayOrInstant } from "#model/time/instant.ts";
import { citationsOf, citedFields, TABLE_OF_KIND } from "../cited-fields.ts";
import type { DataPackage } from "../read/data-package.ts";
import type { Report } from "../report.ts";
import type { Row } from "../tables.ts";
import { isMissing, knowsIds } from "./references.ts";

/** Everything to be found before the events are read. */
export function checkCitations(dataPackage: DataPackage, report: Report): void {
  const { citations } = dataPackage.tables;
  const fields = new Map(CITED_KINDS.map((kind) => [kind, citedFields(dataPackage, kind)]));
  const checkDay = checkedOnCheck(dataPackage, report);
  const seen = new Map<string, number>();
  for (const row of citations) {
    const { line, values } = row;
    const { field, locator, record_id, record_kind, source_id } = values;
    const known = fields.get(record_kind);
    if (known && !known.has(field)) {
      const names = [...known.keys()].filter((name) => !(name in FORMER_COLUMNS));
      const allowed = ["field-of", TABLE_OF_KIND[record_kind], names] as const;
      report.problem("citations", line, "field", ["quoted", field], allowed);
    }
    if (record_kind !== "event") checkRecord(dataPackage, row, report);
    checkDay(row);
    const key = JSON.stringify([record_kind, record_id, field, source_id, locator]);
    const first = seen.get(key);
    seen.set(key, first ?? line);
    if (first !== undefined) {
      report.problem("citations", line, "source_id", ["said-already", first], ["each-once"]);
    }
  }
  for (const kind of CITED_KINDS)
    if (kind !== "event") {
      const cited = citationsOf(citations, kind);
      for (const row of dataPackage.tables[TABLE_OF_KIND[kind]])
        checkSourcesOf(row, cited(row.values.id), report);
    }
}

/** What is cited for events that are not there; asked once all events were read. */
export function checkCitedEvents(dataPackage: DataPackage, report: Report): void {
  for (const row of dataPackage.tables.citations)
    if (row.values.record_kind === "event") checkRecord(dataPackage, row, report);
}

function checkRecord(dataPackage: DataPackage, row: Row<"citations">, report: Report): void {
  const table = TABLE_OF_KIND[row.values.record_kind];
  const { record_id: id } = row.values;
  if (isMissing(dataPackage, table, id))
    report.problem("citations", row.line, "record_id", ["quoted", id], ["id-of", [table]]);
}

type Cited = { readonly values: { readonly id: string; readonly source_ids: readonly string[] } };

/** A source that is cited for a field is one of the sources of the record. */
export function checkSourcesOf(
  { values: { source_ids: own } }: Cited,
  citations: readonly Row<"citations">[],
  report: Report,
): void {
  for (const { line, values } of citations)
    if (!own.includes(values.source_id)) {
      const allowed = ["source-of-record", values.record_id, own] as const;
      report.problem("citations", line, "source_id", ["quoted", values.source_id], allowed);
    }
}

/** A source is not read before it is published, nor after the package was made. */
function checkedOnCheck({ declared, descriptor, tables }: DataPackage, report: Report) {
  const { created } = descriptor;
  const made = created === undefined ? undefined : parseDayOrInstant(created, declared.timeZone);
  const published = new Map<string, Day>();
  for (const { values } of tables.sources) {
    const edtf = values.published === null ? undefined : parseEdtf(values.published);
    const first = edtf && spanOfEdtf(edtf).startEarliest;
    if (first) published.set(values.id, first);
  }
  return ({ line, values }: Row<"citations">): void => {
    const { checked_on: day, source_id: source } = values;
    if (day === null) return;
    const first = published.get(source);
    if (first !== undefined && day < first) {
      const allowed = ["day-from-publication", source, printDay(first)] as const;
      report.problem("citations", line, "checked_on", ["written", printDay(day)], allowed);
    }
    if (made !== undefined && day > made) {
      const allowed = ["day-to-making", printDay(made)] as const;
      report.problem("citations", line, "checked_on", ["written", printDay(day)], allowed);
    }
  };
}

/** No source repeats itself, nor one that repeats it in the end. */
export function checkRepeats(dataPackage: DataPackage, report: Report): void {
  // Where a row could not be read, what it repeats is not known.
  if (!knowsIds(dataPackage, "sources")) return;
  const repeatsOf = new Map(
    dataPackage.tables.sources.map(({ values }) => [values.id, values.repeats]),
  );
  for (const { line, values } of dataPackage.tables.sources) {
    // A set goes on to what is added to it on the way.
    const repeated = new Set(values.repeats);
    for (const id of repeated) for (const other of repeatsOf.get(id) ?? []) repeated.add(other);
    if (!repeated.has(values.id)) continue;
    const got = ["repeats-itself", values.repeats, values.id] as const;
    report.problem("sources", line, "repeats", got, ["other-sources"]);
  }
}
