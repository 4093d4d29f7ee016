// Two databases, one behaviour: what is asked of a small package the embedded database and PostgreSQL answer the same, to the
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

/** Small, with places, events, periods, sources, shapes and times of day. */
const PACKAGE = { id: CLOCK_ID, write: writeClockPackage };
const IDS = ["mole", "nowhere"];
const BOXES = ["1.8,50.9,1.9,51", "-180,-90,180,90"];
const RANDOM = { seed: 2016, count: 300 };
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
async function answersOf(db: Db, datasetId: string, folder: string): Promise<Answers> {
  const outcome = await importPackage(db, folder);
  if (outcome.status === "refused") throw new Error(JSON.stringify(outcome.problems));
  await db.execute(
    sql`UPDATE versions SET published_at = '2020-01-01', sequence = 1000 WHERE dataset_id = ${datasetId}`,
  );
  const meta = await findMeta(db, { datasetId });
  if (!meta) throw new Error(`${datasetId} is not there`);
  const collections = Object.values(collectionsOf(meta));
  const { app } = await testApp({ db, datasetId });
  const answers = new Map(await everythingAnswered(app, IDS, BOXES, undefined, collections));
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
  dbTest("answer all that is asked of a package the same, and random requests", async () => {
    const folder = temporaryFolder("both");
    PACKAGE.write(folder);
    const found: Answers[] = [];
    await rolledBack(async (db) => void found.push(await answersOf(db, PACKAGE.id, folder)));
    found.push(await answersOf((await embedded()).db, PACKAGE.id, folder));
    const [postgres = new Map(), other = new Map()] = found;
    expect(postgres.size).toBeGreaterThan(800);
    expect(differences(postgres, other)).toEqual([]);
  });
});
