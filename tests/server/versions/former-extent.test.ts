// Whatever was outermost in a former version and is protected since, or was withheld from the start, nothing that tells
// where and when that version is tells of it: with another one, or with none, all of it is answered byte for byte alike.
import { sql } from "drizzle-orm";
import { unzipSync } from "fflate";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { findMeta } from "#db/queries/dataset/meta.ts";
import { withdraw } from "#db/queries/withdraw/withdraw.ts";
import { importPackage } from "#import/load/import-package.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import {
  FAR,
  type Outermost,
  outermostPackage,
} from "#tests/support/packages/outermost-package.ts";
import { testApp } from "#tests/support/product/app.ts";
import { builtPage } from "#tests/support/product/built-page.ts";
import { type Answers, ask } from "#tests/support/product/everything-answered.ts";
import { differences, isWrong } from "#tests/support/product/guarded-service.ts";

const datasetId = "outermost";
const OTHER: Outermost = { lon: 7.65432, lat: 36.54321, day: "1850-10-01" };

/** Of a version: documents, pages, pictures, and files, whose heads have boxes. */
const OF_VERSION = [
  ...["/api/dataset", "/api/collections", "/api/openapi", "/", "/snapshot.svg?date=2020-03-01"],
  ...["/api/download/datapackage.json", "/api/download/package.zip", "/api/analysis/timeline"],
  "/api/collections/events/columns",
  ...["places", "events"].flatMap((id) => [
    ...[`/api/collections/${id}?f=html`, `/api/collections/${id}/items?f=html&limit=2`],
    `/api/collections/${id}/tiles/WebMercatorQuad?f=tilejson`,
    ...["fgb", "gpkg"].map((format) => `/api/download/${id}.${format}`),
  ]),
];
const ADDRESSES = [
  ...OF_VERSION.map((address) => `/v/1${address}`),
  ...["/api/dataset", "/api/collections", "/api/download/datapackage.json"],
  ...[
    "/?v=1",
    "/snapshot.svg?date=2020-03-01&v=1",
    "/datasets?f=json",
    "/feed.xml",
    "/api/versions",
  ],
];

/** What an older program derived of all rows, of which some are withheld and stored nowhere. */
async function asBefore(db: Db, { day, lat, lon }: Outermost): Promise<void> {
  const [west, east] = [Math.min(lon, 10.5), Math.max(lon, 10.6)];
  const [south, north] = [Math.min(lat, 40.5), Math.max(lat, 40.6)];
  const [across, along] = [(east - west) * 0.05, (north - south) * 0.05];
  const extent = {
    west: west - across,
    south: south - along,
    east: east + across,
    north: north + along,
  };
  await db.execute(sql`UPDATE versions SET derived = NULL, declared = (declared::jsonb
    || jsonb_build_object('extent', ${JSON.stringify(extent)}::jsonb, 'home', ${JSON.stringify(extent)}::jsonb,
      'firstDay', DATE ${sql.raw(`'${day}'`)} - DATE '1970-01-01'))::json
    WHERE dataset_id = ${datasetId}`);
}

type Story = (db: Db, far: Outermost) => Promise<unknown>;
const publish = async (db: Db, label: string, far?: Outermost) =>
  expect(await importPackage(db, outermostPackage(datasetId, { label, far }))).toMatchObject({
    status: "loaded",
  });

/** What is published first, and what becomes of it. */
const STORIES: Readonly<Record<string, readonly [first: Story, then: Story]>> = {
  hidden: [
    (db, far) => publish(db, "1", far),
    (db, far) => publish(db, "2", { ...far, level: "hidden" }),
  ],
  withheld: [
    (db, far) => publish(db, "1", far),
    (db, far) => publish(db, "2", { ...far, level: "withheld" }),
  ],
  withdrawn: [
    (db, far) => publish(db, "1", far),
    (db) => withdraw(db, { datasetId, names: ["places/far"], reason: "Asked for." }),
  ],
  "withheld from the start, as an older program published it": [
    async (db, far) => {
      await publish(db, "1", { ...far, level: "withheld" });
      await asBefore(db, far);
    },
    (db) => publish(db, "2"),
  ],
};

/** All answers after the story, of a service that has answered all of it before. */
async function told([first, then]: readonly [Story, Story], far: Outermost): Promise<Answers> {
  const answers = new Map();
  await rolledBack(async (db) => {
    await first(db, far);
    const { app } = await testApp({ db, datasetId, webRoot: builtPage() });
    for (const address of ADDRESSES) await ask(app, address);
    expect((await findMeta(db, { datasetId, asOf: 1 }))?.extent.west).not.toBeCloseTo(10.49, 2);
    await then(db, far);
    // Of no content, and of the moment.
    await db.execute(sql`UPDATE versions SET published_at = DATE '2020-01-01' + number, sequence = number,
      content_hash = repeat(number::text, 64) WHERE dataset_id = ${datasetId}`);
    await db.execute(
      sql`UPDATE withdrawals SET withdrawn_at = '2020-01-01' WHERE dataset_id = ${datasetId}`,
    );
    // A version is known for a second.
    for (const [at, label] of [
      ["", "2"],
      ["/v/1", "1"],
    ])
      await expect
        .poll(async () => (await (await app.request(`${at}/api/dataset`)).json()).meta.version)
        .toMatchObject({ contentHash: label?.repeat(64) });
    for (const address of ADDRESSES) {
      const answer = await ask(app, address);
      expect(isWrong(answer), address).toBe(false);
      answers.set(address, answer);
      if (address.endsWith(".zip"))
        for (const [name, body] of Object.entries(unzipSync(answer.body)))
          answers.set(`${address} ${name}`, { head: "", body });
    }
  });
  return answers;
}

describe("where and when a former version is", () => {
  for (const [what, story] of Object.entries(STORIES))
    dbTest(`tells nothing of the outermost record: ${what}`, async () => {
      const one = await told(story, FAR);
      // Of what is hidden the days are told.
      const day = what === "hidden" ? FAR.day : OTHER.day;
      const other = await told(story, { ...OTHER, day });
      expect(differences(one, other)).toEqual([]);
      const found = [...one.values()].filter(({ head }) => head.startsWith("200"));
      expect(found.length).toBeGreaterThan(20);
    });
});
