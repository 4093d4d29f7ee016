// What must hold between rows, and between the columns of one row, once every cell is right by itself.
import { printDay } from "#model/day.ts";
import { positionsOf } from "#model/geometry.ts";
import { quote } from "#model/problem.ts";
import { isOrdered, type Span } from "#model/span.ts";
import { DESCRIPTOR_FILE } from "./descriptor.ts";
import type { DataPackage } from "./read-package.ts";
import type { RowProblem } from "./row-problem.ts";
import { eventSpan, lastingSpan, movementSpan } from "./spans.ts";
import { TABLES, type TableName } from "./tables.ts";

type Report = (
  table: TableName,
  line: number | null,
  name: string,
  got: string,
  allowed: string,
) => void;

/** Everything wrong between the rows of a package; empty when it can be loaded. */
export function checkPackage(dataPackage: DataPackage): RowProblem[] {
  const problems: RowProblem[] = [];
  const report: Report = (table, line, name, got, allowed) => {
    const file = dataPackage.files.get(table) ?? table;
    problems.push({ file, line, name, got, allowed });
  };
  checkReferences(dataPackage, report);
  checkDays(dataPackage, report);
  checkNumbers(dataPackage, report);
  checkSources(dataPackage, report);
  checkPositions(dataPackage, report);
  return [...problems, ...checkFrame(dataPackage)];
}

function checkReferences({ tables }: DataPackage, report: Report): void {
  const idsOf = (table: string) =>
    new Set(tables[table as TableName].map((row) => (row.values as { id: string }).id));
  const ids = new Map(Object.keys(TABLES).map((name) => [name, idsOf(name)]));
  for (const [table, fields] of Object.entries(TABLES)) {
    for (const [column, { references }] of Object.entries(fields)) {
      if (!references) continue;
      const isKnown = (id: string) => references.some((target: string) => ids.get(target)?.has(id));
      for (const row of tables[table as TableName]) {
        const value = (row.values as Record<string, string | readonly string[] | null>)[column];
        for (const id of typeof value === "string" ? [value] : (value ?? []))
          if (!isKnown(id))
            report(
              table as TableName,
              row.line,
              column,
              quote(id),
              `an id of ${references.join(" or ")}`,
            );
      }
    }
  }
}

function checkDays({ tables }: DataPackage, report: Report): void {
  const check = (table: TableName, line: number, span: Span) => {
    if (isOrdered(span)) return;
    const days = Object.values(span).map((day) => (day === null ? "–" : printDay(day)));
    const allowed =
      "start_earliest ≤ start_latest, end_earliest ≤ end_latest, no end before its start";
    report(table, line, "start_earliest … end_latest", days.join(", "), allowed);
  };
  for (const row of tables.places) check("places", row.line, lastingSpan(row.values));
  for (const row of tables.shapes) check("shapes", row.line, lastingSpan(row.values));
  for (const row of tables.events) check("events", row.line, eventSpan(row.values));
  for (const row of tables.movements) check("movements", row.line, movementSpan(row.values));
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

function checkNumbers({ tables }: DataPackage, report: Report): void {
  const ordered = (...numbers: (number | null)[]) => {
    const given = numbers.filter((number) => number !== null);
    return given.every((number, index) => index === 0 || (given[index - 1] ?? 0) <= number);
  };
  for (const table of ["counts", "deaths"] as const)
    for (const { line, values } of tables[table]) {
      const { low, best, high } = values;
      if (!ordered(low, best, high))
        report(table, line, "low, best, high", [low, best, high].join(", "), "low ≤ best ≤ high");
      if (low === null && best === null && high === null)
        report(table, line, "low, best, high", "three empty cells", "at least one number");
    }
  for (const table of ["events", "movements"] as const)
    for (const { line, values } of tables[table])
      if (!ordered(values.people_low, values.people_high))
        report(
          table,
          line,
          "people_high",
          String(values.people_high),
          "a number not below people_low",
        );
}

/** A record rests on a source, or its position note says that it is background knowledge. */
function checkSources({ tables }: DataPackage, report: Report): void {
  const allowed = "at least one source, or a note that says “background”";
  const check = (
    table: TableName,
    row: { readonly line: number; readonly values: { readonly source_ids: readonly string[] } },
    note: string | null,
  ) => {
    if (row.values.source_ids.length > 0 || /background/i.test(note ?? "")) return;
    report(table, row.line, "source_ids", "no source", allowed);
  };
  for (const row of tables.places) check("places", row, row.values.position_note);
  for (const row of tables.basemap) check("basemap", row, row.values.note);
  for (const row of tables.shapes) check("shapes", row, row.values.note_en);
  const others = [
    "events",
    "movements",
    "counts",
    "deaths",
    "contradictions",
    "phases",
    "story",
  ] as const;
  for (const table of others) for (const row of tables[table]) check(table, row, null);
}

function checkPositions({ tables, descriptor }: DataPackage, report: Report): void {
  const { west, south, east, north } = descriptor.rocade.extent;
  const isWithin = ([lon = 0, lat = 0]: readonly number[]) =>
    lon >= west && lon <= east && lat >= south && lat <= north;
  const extent = `a position in the extent ${west}…${east} E, ${south}…${north} N, or ring_road “region”`;
  for (const { line, values } of tables.places)
    if (values.ring_road !== "region" && !isWithin([values.lon, values.lat]))
      report("places", line, "lon, lat", `${values.lon}, ${values.lat}`, extent);
  for (const { line, values } of tables.events) {
    const given = [values.lon, values.lat, values.precision_m, values.position_basis];
    const complete =
      given.every((value) => value !== null) || given.every((value) => value === null);
    if (!complete)
      report(
        "events",
        line,
        "lon",
        "a position in part",
        "lon, lat, precision_m and position_basis together",
      );
  }
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
