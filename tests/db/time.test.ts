import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { inWindow } from "#db/queries/time.ts";
import { places, publicPlaces } from "#db/schema/index.ts";
import { printDay } from "#model/day.ts";
import { coordinateDecimals } from "#model/position.ts";
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

describe("decimals in SQL", () => {
  dbTest("are those of the model for every precision", async () => {
    const db = await testDatabase();
    const precisions = [0, 0.5, 1, 10, 15, 30, 100, 111, 150, 250, 1110, 3000, 450_000, 20_000_000];
    for (const precision of precisions) {
      const [row] = await db
        .select({ decimals: sql`coordinate_decimals(${precision}::float8)`.mapWith(Number) })
        .from(publicPlaces)
        .limit(1);
      expect(row?.decimals, `${precision} m`).toBe(coordinateDecimals(precision));
    }
  });
});
