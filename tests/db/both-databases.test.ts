// Two databases, one behaviour: what is asked of small packages the embedded database and PostgreSQL answer the same, to the
// byte. Tiles alone, which PostGIS or we may write, are the same when they are read.
import { sql } from "drizzle-orm";
import { afterAll, describe, expect } from "vitest";
import type { Db, OpenDatabase } from "#db/database.ts";
import { openDatabase } from "#db/open.ts";
import { findMeta } from "#db/queries/dataset/meta.ts";
import { importPackage } from "#import/load/import-package.ts";
import { collectionsOf } from "#model/collection/collections.ts";
import { type ApiDefinition, randomRequests } from "#tests/faults/rig/random-requests.ts";
import { dbTest, MIGRATIONS, rolledBack } from "#tests/support/databases/database.ts";
import { CLOCK_ID, writeClockPackage } from "#tests/support/packages/edge-packages.ts";
import { writeGuardedPackage } from "#tests/support/packages/guarded-package.ts";
import { SEVERAL_SECRETS } from "#tests/support/packages/guarded-secrets.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { decodeTile } from "#tests/support/pictures/tiles.ts";
import { testApp } from "#tests/support/product/app.ts";
import {
  type Answer,
  type Answers,
  ask,
  everythingAnswered,
} from "#tests/support/product/everything-answered.ts";
import { differences } from "#tests/support/product/guarded-service.ts";

type Asked = {
  readonly id: string;
  readonly write: (folder: string) => void;
  /** Of records that are asked for by themselves. */
  readonly ids: readonly string[];
};

const GUARDED_ID = "guarded-on-both";
/** Small: one with times of day, and one with records of all kinds, of which some are coarse, hidden or withheld. */
const PACKAGES: Readonly<Record<string, Asked>> = {
  "with times of day": { id: CLOCK_ID, write: writeClockPackage, ids: ["mole", "nowhere"] },
  "with what is protected": {
    id: GUARDED_ID,
    write: (folder) => writeGuardedPackage(folder, GUARDED_ID, SEVERAL_SECRETS),
    ids: ["coarse-camp", "hidden-squat", "scattered", "at-hidden", "zinnia-yard", "coarse-count"],
  },
};
const BOXES = ["1.8,50.9,1.9,51", "-180,-90,180,90"];
const RANDOM = { seed: 2016, count: 150 };
/** These tell which database it is, and how it is. */
const OF_THE_DATABASE = ["/healthz", "/readyz"];

let opened: Promise<OpenDatabase> | undefined;

function embedded(): Promise<OpenDatabase> {
  opened ??= openDatabase({
    url: undefined,
    dataDirectory: temporaryFolder("embedded-beside"),
    migrationsFolder: MIGRATIONS,
    onProgress: () => {},
  });
  return opened;
}

afterAll(async () => (await opened)?.close());

/** All that is answered of a package, loaded at a time that is the same everywhere. */
async function answersOf(db: Db, { id: datasetId, ids }: Asked, folder: string): Promise<Answers> {
  const outcome = await importPackage(db, folder);
  if (outcome.status === "refused") throw new Error(JSON.stringify(outcome.problems));
  await db.execute(
    sql`UPDATE versions SET published_at = '2020-01-01', sequence = 1000 WHERE dataset_id = ${datasetId}`,
  );
  const meta = await findMeta(db, { datasetId });
  if (!meta) throw new Error(`${datasetId} is not there`);
  const collections = Object.values(collectionsOf(meta));
  const { app } = await testApp({ db, datasetId });
  const answers = new Map(await everythingAnswered(app, ids, BOXES, undefined, collections));
  for (const address of OF_THE_DATABASE) answers.delete(address);
  for (const [address, answer] of answers) answers.set(address, read(address, answer));
  const definition: ApiDefinition = await (await app.request("/api/openapi")).json();
  for (const { headers: all, method, target } of randomRequests(definition, RANDOM)) {
    // What is wrong is told with the number of the request, which has to be read to be left out.
    const { "Accept-Encoding": _, ...headers } = all;
    const asked = `${method} ${target} ${JSON.stringify(headers)}`;
    answers.set(asked, await ask(app, target, { method, headers }));
  }
  return answers;
}

/** The answer, a tile as what is read of it. */
function read(address: string, { body, head }: Answer): Answer {
  const layer = /collections\/(\w+)\/tiles\/WebMercatorQuad\/\d/.exec(address)?.[1];
  if (layer === undefined) return { body, head };
  return { body: Buffer.from(JSON.stringify(decodeTile(body, layer))), head };
}

describe("the embedded database and PostgreSQL", () => {
  for (const [what, asked] of Object.entries(PACKAGES))
    dbTest(`answer the same, also to random requests: of a package ${what}`, async () => {
      const folder = temporaryFolder("both");
      asked.write(folder);
      const found: Answers[] = [];
      await rolledBack(async (db) => void found.push(await answersOf(db, asked, folder)));
      found.push(await answersOf((await embedded()).db, asked, folder));
      const [postgres = new Map(), other = new Map()] = found;
      expect(postgres.size).toBeGreaterThan(600);
      expect(differences(postgres, other)).toEqual([]);
    });
});
