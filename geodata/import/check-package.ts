// What must hold between rows, and between the columns of one row, once every cell is right by itself.
import { printDay } from "#model/day.ts";
import { positionsOf } from "#model/geometry.ts";
import { quote } from "#model/problem.ts";
import { isOrdered, type Span } from "#model/span.ts";
import { DESCRIPTOR_FILE } from "./descriptor.ts";
import type { DataPackage, KeptTable } from "./read-package.ts";
import type { RowProblem } from "./row-problem.ts";
import { eventSpan, lastingSpan, movementSpan } from "./spans.ts";
import { type Row, TABLES, type TableName } from "./tables.ts";

type Report = (
  table: TableName,
  line: number | null,
  name: string,
  got: string,
  allowed: string,
) => void;

/** Everything wrong between the rows of a package, its events aside (`eventCheck`), as far as no event is named. */
export function checkPackage(dataPackage: DataPackage): RowProblem[] {
  const { problems, report } = reportOn(dataPackage);
  for (const name of tablesKept)
    if (!namesEvents(name))
      for (const row of dataPackage.tables[name]) checkReferences(dataPackage, name, row, report);
  checkDays(dataPackage, report);
  checkNumbers(dataPackage, report);
  checkSources(dataPackage, report);
  checkPositions(dataPackage, report);
  return [...problems, ...checkFrame(dataPackage)];
}

/** What rows say of events that are not there; asked once all events were read. */
export function checkNamedEvents(dataPackage: DataPackage): RowProblem[] {
  const { problems, report } = reportOn(dataPackage);
  for (const name of tablesKept)
    if (namesEvents(name))
      for (const row of dataPackage.tables[name]) checkReferences(dataPackage, name, row, report);
  return problems;
}

/** Answers everything wrong with an event and what it refers to. */
export function eventCheck(dataPackage: DataPackage): (event: Row<"events">) => RowProblem[] {
  const { problems, report } = reportOn(dataPackage);
  return (event) => {
    const { line, values } = event;
    checkReferences(dataPackage, "events", event, report);
    checkSpan("events", line, eventSpan(values), report);
    checkPeople("events", event, report);
    checkHasSource("events", event, null, report);
    const given = [values.lon, values.lat, values.precision_m, values.position_basis];
    const missing = given.filter((value) => value === null).length;
    const whole = "lon, lat, precision_m and position_basis together";
    if (missing > 0 && missing < given.length)
      report("events", line, "lon", "a position in part", whole);
    return problems.splice(0);
  };
}

const tablesKept = (Object.keys(TABLES) as TableName[]).filter(
  (name): name is KeptTable => name !== "events",
);

const namesEvents = (table: TableName) =>
  Object.values(TABLES[table]).some(({ references }) => references?.includes("events"));

function reportOn({ files }: DataPackage): { problems: RowProblem[]; report: Report } {
  const problems: RowProblem[] = [];
  const report: Report = (table, line, name, got, allowed) =>
    problems.push({ file: files.get(table) ?? table, line, name, got, allowed });
  return { problems, report };
}

function checkReferences<Name extends TableName>(
  { ids }: DataPackage,
  table: Name,
  { line, values }: Row<Name>,
  report: Report,
): void {
  for (const [column, { references }] of REFERENCES[table]) {
    const value = (values as Record<string, string | readonly string[] | null>)[column];
    for (const id of typeof value === "string" ? [value] : (value ?? []))
      if (!references.some((target) => ids.get(target)?.has(id)))
        report(table, line, column, quote(id), `an id of ${references.join(" or ")}`);
  }
}

type Reference = readonly [column: string, { readonly references: readonly TableName[] }];

/** The columns of each table that name rows of others. */
const REFERENCES = Object.fromEntries(
  Object.entries(TABLES).map(([name, fields]) => [
    name,
    Object.entries(fields).filter(([, { references }]) => references !== undefined),
  ]),
) as unknown as Readonly<Record<TableName, readonly Reference[]>>;

function checkSpan(table: TableName, line: number, span: Span, report: Report): void {
  if (isOrdered(span)) return;
  const days = Object.values(span).map((day) => (day === null ? "–" : printDay(day)));
  const allowed =
    "start_earliest ≤ start_latest, end_earliest ≤ end_latest, no end before its start";
  report(table, line, "start_earliest … end_latest", days.join(", "), allowed);
}

function checkDays({ tables }: DataPackage, report: Report): void {
  for (const table of ["places", "shapes"] as const)
    for (const { line, values } of tables[table])
      checkSpan(table, line, lastingSpan(values), report);
  for (const { line, values } of tables.movements)
    checkSpan("movements", line, movementSpan(values), report);
  for (const table of ["counts", "deaths"] as const)
    for (const { line, values } of tables[table])
      if (values.date_earliest > values.date_latest)
        report(
          table,
          line,
          "date_latest",
          printDay(values.date_latest),
          "a day not before date_earliest",
        );
  for (const { line, values } of tables.phases)
    if (values.start >= values.end)
      report(
        "phases",
        line,
        "end",
        printDay(values.end),
        "a day after start (the end is not included)",
      );
  for (const { line, values } of tables.story)
    if (values.window_start >= values.window_end)
      report("story", line, "window_end", printDay(values.window_end), "a day after window_start");
}

const isAscending = (...numbers: (number | null)[]) => {
  const given = numbers.filter((number) => number !== null);
  return given.every((number, index) => index === 0 || (given[index - 1] ?? 0) <= number);
};

function checkNumbers({ tables }: DataPackage, report: Report): void {
  for (const table of ["counts", "deaths"] as const)
    for (const { line, values } of tables[table]) {
      const { low, best, high } = values;
      if (!isAscending(low, best, high))
        report(table, line, "low, best, high", [low, best, high].join(", "), "low ≤ best ≤ high");
      if (low === null && best === null && high === null)
        report(table, line, "low, best, high", "three empty cells", "at least one number");
    }
  for (const row of tables.movements) checkPeople("movements", row, report);
}

function checkPeople(
  table: TableName,
  { line, values }: Row<"events"> | Row<"movements">,
  report: Report,
): void {
  if (isAscending(values.people_low, values.people_high)) return;
  const allowed = "a number not below people_low";
  report(table, line, "people_high", String(values.people_high), allowed);
}

/** A record rests on a source, or its note says that it is background knowledge. */
function checkHasSource(
  table: TableName,
  row: { readonly line: number; readonly values: { readonly source_ids: readonly string[] } },
  note: string | null,
  report: Report,
): void {
  if (row.values.source_ids.length > 0 || /background/i.test(note ?? "")) return;
  const allowed = "at least one source, or a note that says “background”";
  report(table, row.line, "source_ids", "no source", allowed);
}

function checkSources({ tables }: DataPackage, report: Report): void {
  for (const row of tables.places) checkHasSource("places", row, row.values.position_note, report);
  for (const row of tables.basemap) checkHasSource("basemap", row, row.values.note, report);
  for (const row of tables.shapes) checkHasSource("shapes", row, row.values.note_en, report);
  const others = ["movements", "counts", "deaths", "contradictions", "phases", "story"] as const;
  for (const table of others)
    for (const row of tables[table]) checkHasSource(table, row, null, report);
}

function checkPositions({ tables, descriptor }: DataPackage, report: Report): void {
  const { west, south, east, north } = descriptor.rocade.extent;
  const isWithin = ([lon = 0, lat = 0]: readonly number[]) =>
    lon >= west && lon <= east && lat >= south && lat <= north;
  const extent = `a position in the extent ${west}…${east} E, ${south}…${north} N, or ring_road “region”`;
  for (const { line, values } of tables.places)
    if (values.ring_road !== "region" && !isWithin([values.lon, values.lat]))
      report("places", line, "lon, lat", `${values.lon}, ${values.lat}`, extent);
  for (const { line, geometry } of tables.basemap)
    if (geometry && !positionsOf(geometry).every(isWithin))
      report(
        "basemap",
        line,
        "geometry",
        "positions outside the extent",
        "positions in the extent",
      );
  if (tables.ring.length !== 1 || tables.ring[0]?.geometry?.type !== "Polygon")
    report(
      "ring",
      null,
      "features",
      `${tables.ring.length} features`,
      "one feature that is a Polygon",
    );
}

/** The descriptor names places and outlines that exist. */
function checkFrame({ descriptor, tables }: DataPackage): RowProblem[] {
  const { referencePlaceId, portPlaceId, bypassOutlineIds } = descriptor.rocade;
  const places = new Set(tables.places.map((row) => row.values.id));
  const lines = new Set(
    tables.shapes.filter((row) => row.geometry?.type === "LineString").map((row) => row.values.id),
  );
  const problem = (name: string, got: string, allowed: string): RowProblem => ({
    file: DESCRIPTOR_FILE,
    line: null,
    name: `rocade.${name}`,
    got: quote(got),
    allowed,
  });
  return [
    ...(places.has(referencePlaceId)
      ? []
      : [problem("referencePlaceId", referencePlaceId, "an id of places")]),
    ...(portPlaceId === null || places.has(portPlaceId)
      ? []
      : [problem("portPlaceId", portPlaceId, "an id of places, or null")]),
    ...bypassOutlineIds
      .filter((id) => !lines.has(id))
      .map((id) => problem("bypassOutlineIds", id, "ids of shapes that are lines")),
  ];
}
