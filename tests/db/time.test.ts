import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { findEventBins } from "#db/queries/dataset/events.ts";
import { inWindow } from "#db/queries/features/time.ts";
import { dayValue } from "#db/schema/day.ts";
import { events, publicPlaces } from "#db/schema/index.ts";
import { coordinateDecimals } from "#model/space/coordinate-decimals.ts";
import { metreDecimals } from "#model/space/precision.ts";
import { addDays, FIRST_DAY, LAST_DAY } from "#model/time/day.ts";
import type { Certainty, Span, TimeRule } from "#model/time/span.ts";
import { borneDecimals } from "#tests/support/cases/borne-decimals.ts";
import { spanOfCase, TIME_CASES, windowOfCase } from "#tests/support/cases/time-cases.ts";
import { type Answers, TIME_MUTANTS, wrongCases } from "#tests/support/cases/time-mutants.ts";
import { CALAIS_ID, dbTest, rolledBack, testDatabase } from "#tests/support/databases/database.ts";
import { COLLECTIONS } from "#tests/support/packages/calais-collections.ts";

const EVENT = {
  datasetId: CALAIS_ID,
  since: 1,
  title: { en: "Event", fr: "Événement" },
  summary: { en: "", fr: "" },
  certainty: "reported" as const,
  sensitivity: "none" as const,
  edtf: "2014",
  actorIds: [],
  sourceIds: [],
  words: [],
};

const date = (day: Span["startEarliest"]) => (day === null ? sql`NULL::date` : dayValue(day));

/** What the database answers to the whole table, each case asked of columns that hold its span. */
async function answersOf(rule?: TimeRule): Promise<Answers[]> {
  const db = await testDatabase();
  const asked = TIME_CASES.map((timeCase, index) => {
    const { endEarliest, endLatest, startEarliest, startLatest } = spanOfCase(timeCase);
    const columns = {
      startLatest: sql`case_.start_latest`,
      endEarliest: sql`case_.end_earliest`,
      possibleSpan: sql`case_.possible_span`,
    };
    const answer = (certainty: Certainty) =>
      sql`coalesce(${inWindow(columns, windowOfCase(timeCase), certainty, rule)}, FALSE)`;
    return sql`SELECT ${index}::integer AS place, ${answer("possible")} AS possible, ${answer("certain")} AS certain
      FROM (SELECT ${date(startLatest)} AS start_latest, ${date(endEarliest)} AS end_earliest,
        daterange(${date(startEarliest)}, ${date(endLatest)}, '[]') AS possible_span) case_`;
  });
  return await db
    .select({
      possible: sql`possible`.mapWith(Boolean),
      certain: sql`certain`.mapWith(Boolean),
    })
    .from(sql`(${sql.join(asked, sql` UNION ALL `)}) answers`)
    .orderBy(sql`place`);
}

describe("the time rule in SQL", () => {
  dbTest("answers each case of the table", async () => {
    expect(wrongCases(await answersOf())).toEqual([]);
  });

  // That a day which is not known bounds nothing is in the column of the span itself.
  const mutants = TIME_MUTANTS.filter(({ name, wrong }) => wrong === "is" || /^certain/.test(name));
  dbTest.for(mutants)("cannot be mutated unseen: $name", async ({ rule }) => {
    expect(wrongCases(await answersOf(rule))).not.toEqual([]);
  });
});

describe("the time rule in what is counted by stretches of days", () => {
  const binsOf = async (rule?: TimeRule): Promise<Answers[]> => {
    const answers: Answers[] = [];
    await rolledBack(async (db) => {
      await db.delete(events).where(eq(events.datasetId, CALAIS_ID));
      await db.insert(events).values(
        TIME_CASES.map((timeCase, index) => ({
          ...EVENT,
          ...spanOfCase(timeCase),
          id: `case-${index}`,
          category: `case-${index}`,
        })),
      );
      // A stretch has both its ends: those of an open window lie beyond all days.
      const stretches = TIME_CASES.map((timeCase) => {
        const { from, until } = windowOfCase(timeCase);
        return { from: from ?? FIRST_DAY, until: until ?? addDays(LAST_DAY, 1) };
      });
      const countsOf = async (certainty: Certainty) => {
        const question = { datasetId: CALAIS_ID, collection: COLLECTIONS.events, certainty };
        const bins = await findEventBins(db, question, stretches, rule);
        return bins.map(({ byCategory }, index) => byCategory[`case-${index}`] === 1);
      };
      const [possible, certain] = [await countsOf("possible"), await countsOf("certain")];
      for (const index of TIME_CASES.keys())
        answers.push({ possible: possible[index] ?? false, certain: certain[index] ?? false });
    });
    return answers;
  };

  dbTest("answers each case of the table", async () => {
    expect(wrongCases(await binsOf())).toEqual([]);
  });

  dbTest.for(TIME_MUTANTS)("cannot be mutated unseen: $name", async ({ rule }) => {
    expect(wrongCases(await binsOf(rule))).not.toEqual([]);
  });
});

describe("the decimals of metres", () => {
  dbTest(
    "are those of the database in the browser too, and what a tenth of the radius bears",
    async () => {
      const db = await testDatabase();
      const radii = [
        null,
        0,
        0.05,
        0.1,
        0.5,
        1,
        9,
        10,
        99.9,
        100,
        120,
        999,
        1000,
        9999,
        10_000,
        450_000,
      ];
      for (const radius of radii) {
        const [row] = await db
          .select({ decimals: sql`metre_decimals(${radius}::float8)`.mapWith(Number) })
          .from(publicPlaces)
          .limit(1);
        expect(metreDecimals(radius), `± ${radius} m`).toBe(row?.decimals);
        if (radius !== null && radius >= 0.1 && radius < 100_000)
          expect(row?.decimals, `± ${radius} m`).toBe(borneDecimals(radius, "metre"));
      }
    },
  );
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
    expect(coordinateDecimals(precision)).toBe(decimals);
  });
});
