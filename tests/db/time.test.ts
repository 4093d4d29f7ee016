import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { inWindow } from "#db/queries/time.ts";
import { places, publicPlaces } from "#db/schema/index.ts";
import { printDay } from "#model/day.ts";
import { dbTest, testDatabase } from "#tests/support/database.ts";
import { spanOfCase, TIME_CASES, windowOfCase } from "#tests/support/time-cases.ts";

const date = (day: ReturnType<typeof spanOfCase>["startEarliest"]) =>
  sql`${day === null ? null : printDay(day)}::date`;

describe("the time rule in SQL", () => {
  dbTest.for(TIME_CASES)("$name", async (timeCase) => {
    const db = await testDatabase();
    const span = spanOfCase(timeCase);
    const window = windowOfCase(timeCase);
    const columns = {
      startLatest: date(span.startLatest),
      endEarliest: date(span.endEarliest),
      possibleSpan: sql`daterange(${date(span.startEarliest)}, ${date(span.endLatest)}, '[]')`,
    };
    const answers = (certainty: "possible" | "certain") =>
      sql<boolean>`coalesce(${inWindow(columns, window, certainty)}, false)`;
    const [row] = await db
      .select({ possible: answers("possible"), certain: answers("certain") })
      .from(places)
      .limit(1);
    expect(row).toEqual({
      possible: timeCase.presence !== "absent",
      certain: timeCase.presence === "certain",
    });
  });
});

describe("the decimals of a coordinate", () => {
  dbTest.for([
    [null, 7],
    [0, 7],
    [0.5, 7],
    [10, 6],
    [30, 5],
    [150, 4],
    [3000, 3],
    [450_000, 1],
    [20_000_000, 1],
  ] as const)("with a precision of %d m are %d", async ([precision, decimals]) => {
    const db = await testDatabase();
    const [row] = await db
      .select({ decimals: sql`coordinate_decimals(${precision}::float8)`.mapWith(Number) })
      .from(publicPlaces)
      .limit(1);
    expect(row?.decimals).toBe(decimals);
  });
});
