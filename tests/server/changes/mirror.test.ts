// A stranger's copy, kept by what `/api/changes` tells, is equal to the API after whatever is published.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import type { Feature } from "geojson";
import { afterEach, describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { undoVersion } from "#db/queries/publish/undo-version.ts";
import { findHistory } from "#db/queries/versions.ts";
import { withdraw } from "#db/queries/withdraw/withdraw.ts";
import { importPackage } from "#import/load/import-package.ts";
import { isOfWithdrawal } from "#model/dataset/version.ts";
import { PROTECTIONS, type Protection } from "#model/space/position.ts";
import { dbTest, testDatabase } from "#tests/support/databases/database.ts";
import { writeGuardedPackage } from "#tests/support/packages/guarded-package.ts";
import { SECRETS } from "#tests/support/packages/guarded-secrets.ts";
import { relabel, temporaryFolder } from "#tests/support/packages/packages.ts";
import { testApp } from "#tests/support/product/app.ts";
import { Mirror } from "#tests/support/product/mirror.ts";

const ID = "mirrored";
/** FAULTS=long publishes fifty times. */
const PUBLISHES = process.env.FAULTS === "long" ? 50 : 16;
const PLACES = ["open-camp", "far-camp", "third-camp", "coarse-camp", "near-camp", "hidden-squat"];
const EVENTS = ["at-open", "at-coarse", "at-hidden", "coarse-itself"];
/** Records that nothing names. */
const LEFT = ["at-coarse", "at-near", "coarse-itself", "open-count", "coarse-count", "to-coarse"];

// Withheld seldom: after it everything is read anew.
const level = fc.oneof(
  { arbitrary: fc.constantFrom<Protection | "">("", "100m", "1km", "hidden"), weight: 30 },
  { arbitrary: fc.constantFrom<Protection>(...PROTECTIONS), weight: 3 },
);
const some = <Value>(ids: readonly string[], of: fc.Arbitrary<Value>) =>
  fc.dictionary(fc.constantFrom(...ids), of, { maxKeys: 2 });
const publish = fc.record({
  how: fc.oneof(
    { arbitrary: fc.constant("import" as const), weight: 16 },
    { arbitrary: fc.constantFrom("undo", "withdraw record", "withdraw version"), weight: 3 },
  ),
  levels: fc.record({ places: some(PLACES, level), events: some(EVENTS, level) }),
  names: some(PLACES, fc.constantFrom("Jungle", "the yard")),
  left: fc.subarray(LEFT, { maxLength: 3 }),
  moved: fc.dictionary(fc.constantFrom(...PLACES), fc.integer({ min: 1, max: 9 }), { maxKeys: 1 }),
  /** How the copy goes on from there: pages that it reads, and whether it is broken off then. */
  pages: fc.constantFrom(0, 1, 2, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY),
  isBrokenOff: fc.boolean(),
});
type Publish = typeof publish extends fc.Arbitrary<infer One> ? One : never;

function packageOf(label: string, { left, levels, moved, names }: Omit<Publish, "how">): string {
  const folder = temporaryFolder("mirrored");
  writeGuardedPackage(folder, ID, SECRETS);
  relabel(folder, label);
  const rewrite = (table: string, change: (row: Record<string, string>) => object) => {
    const file = path.join(folder, `${table}.csv`);
    const rows = parse(readFileSync(file), { columns: true }) as Record<string, string>[];
    const kept = rows.filter((row) => !left.includes(row.id ?? ""));
    writeFileSync(file, stringify(kept.map(change), { header: true }));
  };
  const of = <Value>(values: Readonly<Record<string, Value>>, { id = "" }) => values[id];
  rewrite("places", (row) => ({
    ...row,
    name_en: of(names, row) ?? row.name_en,
    disclosure: of(levels.places, row) ?? row.disclosure,
    lon: row.lon ? Number(row.lon) + (of(moved, row) ?? 0) / 1000 : "",
  }));
  for (const table of ["movements", "counts"]) rewrite(table, (row) => row);
  rewrite("events", (row) => ({
    ...row,
    disclosure: of(levels.events, row) ?? row.disclosure,
  }));
  return folder;
}

/** Records of those that may be left out, to be withdrawn one after the other. */
const WITHDRAWN = ["events/at-near", "counts/open-count", "movements/to-coarse"];

/** Every feature of every collection, as the API lists them. */
async function everything(app: Awaited<ReturnType<typeof testApp>>["app"]) {
  const { collections } = await (await app.request("/api/collections")).json();
  const found = new Map<string, Map<string, Feature>>();
  for (const { id } of collections as { id: string }[]) {
    const answer = await app.request(`/api/collections/${id}/items?limit=1000`);
    const { features } = (await answer.json()) as { features: Feature[] };
    found.set(id, new Map(features.map((feature) => [String(feature.id), feature])));
  }
  return found;
}

const sorted = (all: ReadonlyMap<string, ReadonlyMap<string, Feature>>) =>
  Object.fromEntries(
    [...all].filter(([, own]) => own.size > 0).map(([id, own]) => [id, Object.fromEntries(own)]),
  );

// Of one transaction that is rolled back the rows of temporary tables in the catalogue would grow with each publish.
afterEach(async () => {
  const db = await testDatabase();
  await db.execute(sql`DELETE FROM datasets WHERE id = ${ID}`);
  await db.execute(sql`DELETE FROM withdrawals WHERE dataset_id = ${ID}`);
});

describe("a mirror", () => {
  dbTest(
    "is equal to the API after whatever is published",
    async () => {
      const seen = { published: 0, compared: 0 };
      await fc.assert(
        fc.asyncProperty(
          fc.array(publish, { minLength: PUBLISHES, maxLength: PUBLISHES }),
          async (steps) => follow(await testDatabase(), steps, seen),
        ),
        { numRuns: 1, endOnFailure: true },
      );
      expect(seen.published).toBeGreaterThan(PUBLISHES - 5);
      expect(seen.compared).toBeGreaterThan(PUBLISHES / 5);
    },
    900_000,
  );
});

type Step = {
  readonly index: number;
  readonly step: Publish;
  /** Ids of records that no package may bring again. */
  readonly withdrawn: string[];
};

/** Publishes as the step says, or the next state where there is nothing that it could be done to; tells what came of it. */
async function published(db: Db, { index, step, withdrawn }: Step): Promise<string> {
  const left = WITHDRAWN.filter((name) => !withdrawn.includes(idIn(name)));
  const all = await findHistory(db, ID, index);
  const former = all.filter(({ label }) => !isOfWithdrawal(label)).slice(1);
  const [record] = left;
  const withdrawing = { datasetId: ID, reason: "Asked for." };
  if (step.how === "undo" && former.length > 0) return (await undoVersion(db, ID)).status;
  if (step.how === "withdraw record" && record && all.length > 0) {
    const outcome = await withdraw(db, { ...withdrawing, names: [record] });
    // A state without it is none of which it could be withdrawn.
    if (outcome.status === "withdrawn") {
      withdrawn.push(idIn(record));
      return outcome.status;
    }
  }
  if (step.how === "withdraw version" && former.length > 1)
    return (await withdraw(db, { ...withdrawing, names: [former[0]?.label ?? ""] })).status;
  const folder = packageOf(`v${index}`, { ...step, left: [...step.left, ...withdrawn] });
  return (await importPackage(db, folder)).status;
}

const idIn = (name: string): string => name.replace(/.*\//, "");

type Seen = { published: number; compared: number };

async function follow(db: Db, steps: readonly Publish[], seen: Seen): Promise<void> {
  // What a service knows of the version is a second old: each publish is asked by another.
  let { app } = await testApp({ db, datasetId: ID });
  const mirror = new Mirror((address) => app.request(address), 7);
  const withdrawn: string[] = [];
  for (const [index, step] of steps.entries()) {
    const outcome = await published(db, { index, step, withdrawn });
    expect(["loaded", "undone", "withdrawn", "nothing-to-undo"]).toContain(outcome);
    if (outcome !== "nothing-to-undo") seen.published += 1;
    ({ app } = await testApp({ db, datasetId: ID }));
    let isMore = true;
    for (let page = 0; page < step.pages && isMore; page += 1) isMore = await mirror.page();
    if (!isMore) {
      expect(sorted(mirror.features)).toEqual(sorted(await everything(app)));
      seen.compared += 1;
    }
    if (step.isBrokenOff) mirror.breakOff();
  }
  await mirror.follow();
  expect(sorted(mirror.features)).toEqual(sorted(await everything(app)));
}
