// The hash of what is published: the same for the same rows however they come, and another for each value that is shown.
import fc from "fast-check";
import { describe, expect } from "vitest";
import { ContentHash } from "#db/queries/publish/content-hash.ts";
import { dbTest, testDatabase } from "#tests/support/databases/database.ts";

type Row = Readonly<Record<string, unknown>>;

/** Of rows that come in batches; the database has no positions of theirs. */
async function hashOf(...batches: readonly (readonly Row[])[]): Promise<string> {
  const hash = new ContentHash();
  for (const batch of batches) hash.add(batch);
  return hash.digest(await testDatabase(), "none");
}

const LEVELS = ["exact", "100m", "1km", "hidden"] as const;
const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string()));
const row = fc.record({
  id: fc.string(),
  title: value,
  disclosure: fc.constantFrom(...LEVELS),
  positionNote: fc.option(fc.string()),
  precisionM: fc.integer(),
});

describe("the hash of rows", () => {
  dbTest("does not depend on how many come at once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row), fc.array(fc.nat(5)), async (rows, lengths) => {
        const batches = [...lengths.map((length) => rows.splice(0, length)), rows.slice()];
        expect(await hashOf(...batches)).toBe(await hashOf(batches.flat()));
      }),
      { numRuns: 40 },
    );
  });

  dbTest("is another one for other values, and for the same values in another order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 4 }),
        fc.array(row, { maxLength: 4 }),
        async (a, b) => {
          const shown = (rows: readonly Row[]) =>
            JSON.stringify(
              rows.map(({ precisionM: _, positionNote, ...rest }) => ({
                ...rest,
                ...(rest.disclosure === "exact" ? { positionNote } : {}),
              })),
            );
          expect((await hashOf(a)) === (await hashOf(b))).toBe(shown(a) === shown(b));
        },
      ),
      { numRuns: 60 },
    );
    const [one, other] = [
      { id: "1", title: "a" },
      { id: "2", title: "b" },
    ];
    expect(await hashOf([one, other])).not.toBe(await hashOf([other, one]));
    expect(await hashOf([one])).not.toBe(await hashOf([{ id: "1", name: "a" }]));
  });

  dbTest("tells nothing of what a row does not publish", async () => {
    const at = (positionNote: string, disclosure: string) =>
      hashOf([{ id: "1", disclosure, positionNote, geom: positionNote, precisionM: 3 }]);
    for (const level of LEVELS)
      expect((await at("here", level)) === (await at("there", level)), level).toBe(
        level !== "exact",
      );
  });
});
