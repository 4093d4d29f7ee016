// What must hold between rows, and between the columns of one row, once every cell is right by itself.

import { recordedCollection } from "#model/collection/collections.ts";
import { summable } from "#model/collection/declared-sums.ts";
import { namesOf } from "#model/collection/property.ts";
import type { Declared } from "#model/dataset/declared.ts";
import { WORLD } from "#model/dataset/whole.ts";
import { strictest } from "#model/space/position.ts";
import { attestationCheck } from "./checks/attestations.ts";
import { certaintyCheck } from "./checks/certainty.ts";
import {
  checkCitations,
  checkCitedEvents,
  checkRepeats,
  checkSourcesOf,
} from "./checks/citations.ts";
import { clockCheck } from "./checks/clock.ts";
import { checkDays, checkSpan } from "./checks/days.ts";
import { edtfCheck } from "./checks/edtf-days.ts";
import { checkHasSource, checkNumbers, checkPeople, checkSources } from "./checks/evidence.ts";
import { exchangeCheck } from "./checks/exchanged.ts";
import { checkBoxes, extentCheck } from "./checks/extent.ts";
import { checkFrame } from "./checks/frame.ts";
import { checkPeriod, periodCheck, periodOf } from "./checks/period.ts";
import { presenceCheck } from "./checks/presence.ts";
import { checkReferences, KEPT_TABLES, namesEvents } from "./checks/references.ts";
import { termCheck } from "./checks/terms.ts";
import { seasonCheck } from "./checks/two-year-seasons.ts";
import { checkPlaces } from "./checks/whole-and-parts.ts";
import { citationsOf } from "./cited-fields.ts";
import type { Findings } from "./findings.ts";
import type { DataPackage } from "./read/data-package.ts";
import { DESCRIPTOR_FILE } from "./read/descriptor.ts";
import { type Report, reportTo } from "./report.ts";
import { unpaired } from "./row-position.ts";
import { eventSpan } from "./spans.ts";
import type { Row } from "./tables.ts";

/** What is wrong with the days and the boxes of a descriptor by themselves. */
export function checkDescriptor(declared: Declared, findings: Findings): void {
  checkPeriod(declared, findings);
  checkBoxes(declared, findings);
  checkSums(declared, findings);
}

/** A sum is of a field that events have, and that is a number. */
function checkSums(declared: Declared, { problem }: Findings): void {
  const names = namesOf(summable(recordedCollection(declared, "events").properties));
  for (const [at, { field, type }] of declared.measures.entries())
    if (type === "sum" && !names.includes(field ?? ""))
      problem({
        ...{ file: DESCRIPTOR_FILE, line: null, name: `rocade.measures.${at}.field` },
        got: field === null ? ["nothing"] : ["quoted", field],
        allowed: ["number-field", names],
      });
}

/** Everything to be found between the rows of a package, its events aside (`eventCheck`), as far as no event is named. */
export function checkPackage(dataPackage: DataPackage, findings: Findings): void {
  const report = reportTo(dataPackage, findings);
  const { tables } = dataPackage;
  for (const name of KEPT_TABLES)
    if (!namesEvents(name))
      for (const row of tables[name]) checkReferences(dataPackage, name, row, report);
  checkPlaces(dataPackage, report);
  for (const row of tables.places) checkPlacePosition(row, report);
  const checkTerms = termCheck(dataPackage.declared.vocabularies, report);
  for (const name of KEPT_TABLES) for (const row of tables[name]) checkTerms(name, row);
  checkDays(tables, dataPackage.declared.timeZone, report);
  checkNumbers(tables, report);
  checkSources(tables, report);
  checkRepeats(dataPackage, report);
  checkCitations(dataPackage, report);
  if (!dataPackage.files.has("sources")) tellOfNoSources(dataPackage, findings);
  checkFrame(dataPackage, findings, report);
  const { attestation, clock, edtf, extent, period, presence, season } = checksOf(
    dataPackage,
    report,
  );
  attestation.tables(tables);
  clock.tables(tables);
  edtf.tables(tables);
  presence.tables(tables);
  extent.tables(tables);
  period.tables(tables);
  season.tables(tables);
}

/** What rows say of events that are not there; asked once all events were read. */
export function checkNamedEvents(dataPackage: DataPackage, findings: Findings): void {
  const report = reportTo(dataPackage, findings);
  for (const name of KEPT_TABLES)
    if (namesEvents(name))
      for (const row of dataPackage.tables[name]) checkReferences(dataPackage, name, row, report);
  checkCitedEvents(dataPackage, report);
}

/** Holds where rows are against where the others are: given every event, it tells when asked. */
export function positionsCheck(dataPackage: DataPackage, findings: Findings) {
  const { declared, tables } = dataPackage;
  const { row, tell } = exchangeCheck(declared.extent, reportTo(dataPackage, findings));
  for (const place of tables.places) row("places", place);
  return { event: (event: Row<"events">) => row("events", event), tell };
}

/** Checks an event and what it refers to; true when it has no problem. */
export function eventCheck(
  dataPackage: DataPackage,
  findings: Findings,
): (event: Row<"events">) => boolean {
  const report = reportTo(dataPackage, findings);
  const { attestation, clock, edtf, extent, period, presence, season } = checksOf(
    dataPackage,
    report,
  );
  const { timeZone, vocabularies } = dataPackage.declared;
  const cited = citationsOf(dataPackage.tables.citations, "event");
  const checkCertainty = certaintyCheck(dataPackage.tables, report);
  const checkTerms = termCheck(vocabularies, report);
  // A package without sources says so once, not of every row.
  const hasSources = dataPackage.tables.sources.length > 0;
  return (event) => {
    const before = findings.problems.length;
    checkReferences(dataPackage, "events", event, report);
    checkTerms("events", event);
    const span = eventSpan(event.values, timeZone);
    checkSpan("events", event.line, span, report);
    checkPeople("events", event, report);
    if (hasSources) checkHasSource("events", event, null, report);
    checkSourcesOf(event, cited(event.values.id), report);
    checkCertainty(event);
    checkPosition(event, report);
    attestation.event(event, span);
    clock.event(event);
    edtf.event(event);
    presence.event(event, span);
    extent.event(event);
    period.event(event, span);
    season.event(event);
    return findings.problems.length === before;
  };
}

/** The checks that hold rows against something of the package, which they are given once. */
function checksOf({ declared, descriptor, tables }: DataPackage, report: Report) {
  const period = periodOf(declared);
  return {
    attestation: attestationCheck(tables, period.timeZone, report),
    clock: clockCheck(period.timeZone, report),
    edtf: edtfCheck(period, report),
    // One that follows from the rows is around what is published of them; what is protected may lie elsewhere.
    extent: extentCheck(descriptor.rocade.extent ? declared.extent : WORLD, report),
    period: periodCheck(period, report),
    presence: presenceCheck(tables.places, period.timeZone, report),
    season: seasonCheck(report),
  };
}

function tellOfNoSources({ files }: DataPackage, { notice }: Findings): void {
  notice("sources", {
    file: files.get("events") ?? files.get("places") ?? DESCRIPTOR_FILE,
    line: null,
    name: "sources",
    said: "no sources: nothing says what the records rest on (a table sources in the package, and source_ids in the rows, would)",
  });
}

/** What is not published need not be brought. */
function checkPlacePosition({ line, values }: Row<"places">, report: Report): void {
  const { disclosure, lat, lon, position_basis: basis, precision_m: precision } = values;
  checkPairs("places", line, values, report);
  if (![lon, lat, precision, basis].includes(null)) return;
  const mayBeEmpty = strictest(disclosure, "hidden") === disclosure;
  if (mayBeEmpty && (lon === null) === (lat === null)) return;
  report.problem("places", line, "lon", ["no-whole-position"], ["whole-position-or-hidden"]);
}

function checkPosition({ line, values }: Row<"events">, report: Report): void {
  const { lat, lon, position_basis: basis, precision_m: precision } = values;
  const given = [lon, lat, precision, basis];
  if (lon?.length === 1 && lat?.length === 1 && !given.includes(null)) return;
  checkPairs("events", line, values, report);
  const missing = given.filter((value) => value === null).length;
  if (missing > 0 && missing < given.length)
    report.problem("events", line, "lon", ["part-of-position"], ["whole-position"]);
}

/** Each longitude has its latitude. */
function checkPairs(
  table: "places" | "events",
  line: number,
  values: Row<"places" | "events">["values"],
  report: Report,
): void {
  const found = unpaired(values);
  if (found) report.problem(table, line, "lon, lat", found, ["as-many-latitudes"]);
}
