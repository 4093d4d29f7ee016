// The rule of conventions in SQL, held to the same table as that of the model.
import { like, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { attestedPlaces, placePhases, places } from "#db/schema/index.ts";
import { parseDay } from "#model/time/day.ts";
import { CONVENTION_CASES, spanOf } from "#tests/support/cases/convention-cases.ts";
import { CALAIS_ID, dbTest, rolledBack } from "#tests/support/databases/database.ts";

const PLACE = {
  datasetId: CALAIS_ID,
  since: 1,
  id: "case",
  kind: "camp" as const,
  name: { en: "Case", fr: "Cas" },
  otherNames: [],
  description: { en: "", fr: "" },
  words: [],
  nameWords: [],
  predecessorIds: [],
  successorIds: [],
};
const POSITION = {
  datasetId: CALAIS_ID,
  since: 1,
  placeId: "case",
  geom: { type: "Point" as const, coordinates: [1.85, 50.95] },
  precisionM: 10,
  positionBasis: "measured" as const,
  words: [],
};

describe("places as they are attested", () => {
  dbTest("have the days that the table of conventions says", async () => {
    await rolledBack(async (db) => {
      await db.insert(places).values(PLACE);
      await db.insert(placePhases).values(
        CONVENTION_CASES.map(({ convention, span }, index) => ({
          ...POSITION,
          ...spanOf(span),
          id: `case-${index}`,
          convention,
        })),
      );
      const { id, startEarliest, endLatest, convention, possibleSpan } = attestedPlaces;
      const found = await db
        .select({
          id,
          days: { first: startEarliest, last: endLatest },
          convention,
          isOfIndex: sql`${possibleSpan} = daterange(${startEarliest}, ${endLatest}, '[]')`.mapWith(
            Boolean,
          ),
        })
        .from(attestedPlaces)
        .where(like(id, "case-%"));
      const byId = new Map(found.map((row) => [row.id, row]));
      CONVENTION_CASES.forEach(({ attested, convention: unsourced, name }, index) => {
        const row = byId.get(`case-${index}`);
        expect(row ? [row.days.first, row.days.last] : null, name).toEqual(
          attested === null ? null : attested.map((day) => day && parseDay(day)),
        );
        if (row) expect([row.convention, row.isOfIndex], name).toEqual([unsourced, true]);
      });
    });
  });
});
