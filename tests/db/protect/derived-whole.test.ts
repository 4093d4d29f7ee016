// Where and when a version is as a whole follows from what is published of it, whenever something of it was protected.
import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { findMeta } from "#db/queries/dataset/meta.ts";
import { withdraw } from "#db/queries/withdraw/withdraw.ts";
import { versions } from "#db/schema/index.ts";
import { filesInMemory } from "#import/files/package-files.ts";
import { importPackage } from "#import/load/import-package.ts";
import type { Bbox } from "#model/space/bbox.ts";
import { parseDay } from "#model/time/day.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";

const datasetId = "outermost";
const FIRST = parseDay("2020-01-01");
const EARLY = parseDay("1900-05-01");
/** Around the two that are always there, with a hundredth of a degree. */
const NEAR: Bbox = { west: 10.49, south: 40.49, east: 10.61, north: 40.61 };

async function publish(db: Db, label: string, level: string, rocade: object = {}): Promise<void> {
  const place = (id: string, lon: number, lat: number, start = "2020-01-01", disclosure = "") =>
    `${id},${id},house,${lon},${lat},10,measured,${start},2020-12-31,${disclosure},s`;
  const files = filesInMemory(datasetId, {
    "datapackage.json": JSON.stringify({
      name: datasetId,
      version: label,
      ...(Object.keys(rocade).length > 0 ? { rocade } : {}),
      resources: ["places", "sources"].map((name) => ({ name, path: `${name}.csv` })),
    }),
    "places.csv": [
      "id,name,kind,lon,lat,precision_m,position_basis,start,end,disclosure,source_ids",
      place("a", 10.5, 40.5),
      place("b", 10.6, 40.6),
      ...(level === "gone" ? [] : [place("far", 12.34567, 42.34567, "1900-05-01", level)]),
    ].join("\n"),
    "sources.csv": "id,title,publisher,lang,kind\ns,Source,Publisher,en,report",
  });
  expect(await importPackage(db, files)).toMatchObject({ status: "loaded" });
}

/** What readers are told of the version of this number. */
async function whole(db: Db, asOf: number) {
  const meta = await findMeta(db, { datasetId, asOf });
  const rounded = (box?: Bbox) =>
    box && Object.fromEntries(Object.entries(box).map(([side, at]) => [side, +at.toFixed(6)]));
  return { extent: rounded(meta?.extent), home: rounded(meta?.home), first: meta?.firstDay };
}

const near = (first: typeof FIRST) => ({ extent: NEAR, home: NEAR, first });

describe("extent and period of a version that did not say them", () => {
  dbTest("are without a place that was hidden later, or withheld later", () =>
    rolledBack(async (db) => {
      await publish(db, "1", "");
      expect((await whole(db, 1)).extent).toMatchObject({ west: expect.closeTo(10.407716) });
      await publish(db, "2", "hidden");
      for (const number of [1, 2]) expect(await whole(db, number)).toEqual(near(EARLY));
      await publish(db, "3", "withheld");
      for (const number of [1, 2, 3]) expect(await whole(db, number)).toEqual(near(FIRST));
    }),
  );

  dbTest("are without a place that was withdrawn, in the version that says so, too", () =>
    rolledBack(async (db) => {
      await publish(db, "1", "");
      await publish(db, "2", "", { title: { en: "Again" } });
      const asked = { datasetId, names: ["places/far"], reason: "Asked for." };
      expect(await withdraw(db, asked)).toMatchObject({ status: "withdrawn" });
      for (const number of [1, 2, 3]) expect(await whole(db, number)).toEqual(near(FIRST));
    }),
  );

  dbTest("are so of versions of older programs, which derived them from all that is stored", () =>
    rolledBack(async (db) => {
      await publish(db, "1", "");
      await publish(db, "2", "hidden");
      const [version] = await db.select().from(versions).where(eq(versions.datasetId, datasetId));
      // Around the true positions.
      const across = (12.34567 - 10.5) * 0.05;
      const along = (42.34567 - 40.5) * 0.05;
      const extent = {
        ...{ west: 10.5 - across, south: 40.5 - along },
        ...{ east: 12.34567 + across, north: 42.34567 + along },
      };
      await db
        .update(versions)
        .set({
          derived: null,
          declared: { ...version?.declared, extent, home: extent, firstDay: EARLY } as never,
        })
        .where(sql`dataset_id = ${datasetId}`);
      await publish(db, "3", "hidden", { title: { en: "Again" } });
      for (const number of [1, 2, 3]) expect(await whole(db, number)).toEqual(near(EARLY));
    }),
  );

  dbTest("stay as they are where the package says them", () =>
    rolledBack(async (db) => {
      const said = { extent: { west: 10, south: 40, east: 13, north: 43 }, firstDay: "1890-01-01" };
      await publish(db, "1", "", said);
      await publish(db, "2", "withheld", said);
      const { extent } = said;
      for (const number of [1, 2])
        expect(await whole(db, number)).toEqual({
          ...{ extent, home: extent },
          first: parseDay("1890-01-01"),
        });
    }),
  );
});
