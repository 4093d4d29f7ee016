// A withdrawal leaves nothing of a record in any version but that it was there, and no later publish brings it back.
import { getTableName, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { LIVING_TABLES } from "#db/queries/publish/rows.ts";
import { undoVersion } from "#db/queries/publish/undo-version.ts";
import { removeDataset } from "#db/queries/remove-dataset.ts";
import { findHistory } from "#db/queries/versions.ts";
import { withdraw } from "#db/queries/withdraw/withdraw.ts";
import { findWithdrawals, findWithdrawnVersion } from "#db/queries/withdrawals.ts";
import { rowsOf } from "#db/schema-version.ts";
import { importPackage } from "#import/load/import-package.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { WITHHELD_WORDS } from "#tests/support/packages/guarded-secrets.ts";
import { openGuardedPackage } from "#tests/support/packages/open-guarded-package.ts";

const ID = "withdrawn-from";
const NAMES = ["places/zinnia-yard", "events/quibble", "routes/zinnia-lane"];
const REASON = "Asked for by those who live there.";

/** Everything that is stored of the dataset but what says that something was withdrawn, a text each row. */
async function stored(db: Db): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of ["versions", ...Object.values(LIVING_TABLES).map(getTableName)]) {
    const rows = await rowsOf<{ row: unknown }>(
      db,
      sql`SELECT to_jsonb(r) || '{"published_at": null}' AS row FROM ${sql.identifier(name)} r WHERE dataset_id = ${ID}`,
    );
    found.push(...rows.map(({ row }) => `${name} ${JSON.stringify(row)}`));
  }
  // However the database comes by them.
  return found.sort();
}

const telling = (rows: readonly string[]) => rows.filter((row) => WITHHELD_WORDS.test(row));

/** Two versions, of which the second has another title of the event and names the place no more than before. */
async function publishTwo(db: Db): Promise<void> {
  const first = openGuardedPackage(ID, "1");
  const second = openGuardedPackage(ID, "2", (row) =>
    row.id === "quibble"
      ? { ...row, title_en: "quibble again" }
      : row.id === "at-coarse"
        ? { ...row, summary_en: "An open source tells of it." }
        : row,
  );
  for (const folder of [first, second])
    expect(await importPackage(db, folder)).toMatchObject({ status: "loaded" });
}

const asked = (names: readonly string[], isTrial = false) => ({
  ...{ datasetId: ID, names, isTrial },
  reason: REASON,
});

describe("a withdrawal", () => {
  dbTest("takes a record and what names it out of every version, and says that it did", () =>
    rolledBack(async (db) => {
      await publishTwo(db);
      const before = await stored(db);
      expect(telling(before).length).toBeGreaterThan(20);
      const trial = await withdraw(db, asked(NAMES, true));
      expect(await stored(db)).toEqual(before);
      expect(await findWithdrawals(db, ID)).toEqual([]);
      const outcome = await withdraw(db, asked(NAMES));
      expect(outcome).toEqual(trial);
      expect(outcome).toMatchObject({
        status: "withdrawn",
        label: "2+withdrawal.1",
        withdrawn: [
          { collection: "places", id: "zinnia-yard" },
          { collection: "events", id: "quibble" },
          // As the dataset calls them.
          { collection: "routes", id: "zinnia-lane" },
        ],
        rows: { events: 3, counts: 1, deaths: 1, sources: 1, actors: 1 },
      });
      expect(telling(await stored(db))).toEqual([]);
      const history = await findHistory(db, ID, 9);
      expect(history.map(({ class: kind, label, note }) => [label, kind, note])).toEqual([
        ["2+withdrawal.1", "retraction", { en: REASON }],
        ["2", null, null],
        ["1", null, null],
      ]);
      const hashes = before.flatMap((row) => /"content_hash":"(\w+)"/.exec(row)?.[1] ?? []);
      for (const { contentHash } of history) expect(hashes).not.toContain(contentHash);
      const told = await findWithdrawals(db, ID);
      for (const one of told) expect(one).toMatchObject({ number: 3, reason: REASON });
      const ids = told.map(({ collection, id }) => `${collection}/${id}`);
      expect(ids).toEqual(
        expect.arrayContaining([
          ...["places/zinnia-yard", "events/quibble", "outlines/zinnia-lane"],
          ...["places/zinnia-part", "outlines/zinnia-outline", "events/zinnia-cleared"],
          ...["movements/zinnia-left", "movements/zinnia-reached", "counts/zinnia-count"],
          ...["deaths/zinnia-death", "sources/zinnia-papers", "actors/quibblers"],
          ...["story/zinnia-step", "contradictions/about-zinnia", "contradictions/about-quibble"],
        ]),
      );
      expect(ids.filter((id) => !WITHHELD_WORDS.test(id))).toEqual([]);
      // No state of before brings it back, and an undo goes back beyond what a withdrawal left.
      expect(await undoVersion(db, ID)).toMatchObject({ restored: "1", undone: "2+withdrawal.1" });
      expect(telling(await stored(db))).toEqual([]);
      expect(await withdraw(db, asked(["events/quibble"]))).toMatchObject({
        problems: [{ name: "--withdraw", allowed: expect.stringContaining(REASON) }],
      });
      // Nor does the dataset, when it is removed and loaded anew.
      expect(await removeDataset(db, ID, { isTrial: false })).toMatchObject({ withdrawn: 3 });
      expect(await importPackage(db, openGuardedPackage(ID, "1"))).toMatchObject({
        status: "refused",
        problems: [{ line: expect.any(Number) }, {}, {}],
      });
    }),
  );

  dbTest("of a source or an actor leaves what rests on it, without it", () =>
    rolledBack(async (db) => {
      await publishTwo(db);
      const outcome = await withdraw(db, asked(["sources/open", "actors/people"]));
      // The title of the source is "Open source", and only its publisher can leave that out of other words.
      expect(outcome).toMatchObject({
        ...{ alongside: [], rows: { sources: 1, actors: 1 } },
        mentions: { events: ["at-coarse"] },
      });
      const left = await stored(db);
      expect(left.filter((row) => /"(open|people)"/.test(row))).toEqual([]);
      expect(left.filter((row) => row.startsWith("events "))).toHaveLength(13);
    }),
  );

  dbTest("of a version leaves the others as they were", () =>
    rolledBack(async (db) => {
      await publishTwo(db);
      await importPackage(db, openGuardedPackage(ID, "3"));
      const before = await stored(db);
      const outcome = await withdraw(db, asked(["2"]));
      expect(outcome).toMatchObject({
        status: "withdrawn",
        label: "3+withdrawal.1",
        withdrawn: [{ collection: "versions", id: "2" }],
        rows: { events: 2 },
      });
      const after = await stored(db);
      const isGone = (row: string) => /quibble again|open source tells/.test(row);
      const ofRows = (rows: readonly string[]) =>
        rows.filter((row) => !row.startsWith("versions ")).sort();
      expect(ofRows(after)).toEqual(ofRows(before.filter((row) => !isGone(row))));
      expect((await findHistory(db, ID, 9)).map(({ label }) => label)).toEqual([
        ...["3+withdrawal.1", "3", "1"],
      ]);
      expect(await findWithdrawnVersion(db, ID, { label: "2" })).toMatchObject({ reason: REASON });
      expect(await findWithdrawnVersion(db, ID, { instant: new Date() })).toMatchObject({
        id: "2",
      });
      expect(await importPackage(db, openGuardedPackage(ID, "2"))).toMatchObject({
        status: "refused",
      });
    }),
  );

  dbTest("is refused in words of what there is not, and withdraws nothing then", () =>
    rolledBack(async (db) => {
      await publishTwo(db);
      const before = await stored(db);
      const names = ["events/quibble", "events/nowhere", "places/bypass", "things/x", "9", "2", ""];
      const outcome = await withdraw(db, asked(names));
      expect(outcome).toMatchObject({
        status: "not-withdrawn",
        problems: [
          { got: '"events/nowhere"', allowed: `a record that some version of ${ID} has` },
          { got: '"places/bypass"' },
          { got: '"things/x"', allowed: expect.stringContaining("camps, routes, events") },
          { got: '"9"', allowed: expect.stringContaining("a version: 2, 1") },
          { got: '"2"', allowed: expect.stringContaining("--undo") },
          { got: '""' },
        ],
      });
      expect(await stored(db)).toEqual(before);
      expect(await withdraw(db, { ...asked(["events/x"]), datasetId: "nothing" })).toMatchObject({
        problems: [{ name: "--dataset", got: "nothing" }],
      });
    }),
  );
});
