// A night by the clock as the API tells it: in order, in every format, to every way of asking. What is right is written
// in the table of the package, and follows by hand from its offsets.
import { parse } from "csv-parse/sync";
import type { Feature } from "geojson";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { findDataset } from "#db/queries/dataset/dataset.ts";
import { importPackage } from "#import/load/import-package.ts";
import { createApp } from "#server/app.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import {
  CLOCK_EVENTS,
  CLOCK_ID,
  writeClockPackage,
} from "#tests/support/packages/edge-packages.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { testApp } from "#tests/support/product/app.ts";

type Ask = (path: string) => Promise<Response>;

function served(work: (ask: Ask, db: Db) => Promise<void>): Promise<void> {
  return rolledBack(async (db) => {
    const folder = temporaryFolder("clock");
    writeClockPackage(folder);
    const outcome = await importPackage(db, folder);
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ status: "loaded" });
    const app = createApp({
      served: { db, datasetId: CLOCK_ID },
      drawPicture: renderPicture,
      log: createLog("error", () => {}),
      webRoot: undefined,
    });
    await work(async (path) => app.request(path), db);
  });
}

async function jsonOf(ask: Ask, path: string) {
  const response = await ask(path);
  const text = await response.text();
  expect(response.status, `${path}: ${text.slice(0, 400)}`).toBe(200);
  return JSON.parse(text);
}

const NIGHT = "datetime=2015-10-31/2015-11-01";
const ITEMS = "/api/collections/events/items";
const IN_ORDER = CLOCK_EVENTS.map(({ id }) => id);
const ALONE = "a-day-alone";
const idsOf = ({ features }: { features: { id: string }[] }) => features.map(({ id }) => id);
const utc = (time: string | null) => time && new Date(time).toISOString();

describe("events of one night", () => {
  dbTest("are in the order in which they happened, forth and back, and page by page", () =>
    served(async (ask, db) => {
      const sorted = (by: string) => jsonOf(ask, `${ITEMS}?f=json&${NIGHT}&sortby=${by}`);
      expect(idsOf(await sorted("start_earliest"))).toEqual(IN_ORDER);
      expect(idsOf(await sorted("start_time"))).toEqual(IN_ORDER);
      expect(idsOf(await sorted("start_earliest,id"))).toEqual(IN_ORDER);
      // What has no time comes last of its day either way.
      const timed = IN_ORDER.filter((id) => id !== ALONE).reverse();
      const evening = timed.pop() ?? "";
      expect(idsOf(await sorted("-start_earliest"))).toEqual([...timed, ALONE, evening]);
      expect(idsOf(await sorted("-end_latest"))).toEqual([...timed, ALONE, evening]);
      for (const by of ["start_earliest", "-start_time"]) {
        const whole = idsOf(await sorted(by));
        const seen: string[] = [];
        let next: string | undefined = `${ITEMS}?f=json&limit=2&${NIGHT}&sortby=${by}`;
        while (next !== undefined) {
          const page: Awaited<ReturnType<typeof jsonOf>> = await jsonOf(ask, next);
          seen.push(...idsOf(page));
          const href = page.links.find(({ rel }: { rel: string }) => rel === "next")?.href;
          next = href === undefined ? undefined : href.slice(href.indexOf("/api/"));
        }
        expect(seen, by).toEqual(whole);
      }
      const dataset = await findDataset(db, { datasetId: CLOCK_ID });
      const ids = dataset?.events.map(({ id }) => id) ?? [];
      expect(ids.filter((id) => IN_ORDER.includes(id))).toEqual(IN_ORDER);
    }),
  );

  dbTest("have their times in every format", () =>
    served(async (ask) => {
      const { features } = await jsonOf(ask, `${ITEMS}?f=json&${NIGHT}`);
      const own = new Map(features.map(({ id, properties }: Feature) => [id, properties]));
      for (const { edtf, id, time } of CLOCK_EVENTS)
        expect(own.get(id), id).toMatchObject({ edtf, start_time: time, end_time: time });

      const csv = await (await ask(`/api/download/events.csv?${NIGHT}`)).text();
      const rows: Record<string, string>[] = parse(csv, { columns: true });
      for (const { id, time } of CLOCK_EVENTS)
        expect(rows.find((row) => row.id === id)?.start_time, id).toBe(time ?? "");

      const fg = await jsonOf(ask, `${ITEMS}?f=jsonfg&${NIGHT}`);
      for (const { day, id, time } of CLOCK_EVENTS)
        expect(fg.features.find((one: Feature) => one.id === id)?.time, id).toEqual(
          time ? { timestamp: utc(time) } : { date: day },
        );

      const kml = await (await ask(`/api/download/events.kml?${NIGHT}`)).text();
      for (const { day, time } of CLOCK_EVENTS)
        expect(kml).toContain(`<begin>${time ?? day}</begin><end>${time ?? day}</end>`);
    }),
  );

  dbTest.for([
    ["start_time=2015-11-01T06:30:00Z", ["b-second-half-past-one"]],
    ["start_time=2015-11-01T01:30:00-05:00", ["b-second-half-past-one"]],
    // Without an offset the first of both.
    ["start_time=2015-11-01T01:30:00", ["c-first-half-past-one"]],
    ["filter=start_time = TIMESTAMP('2015-11-01T05:30:00Z')", ["c-first-half-past-one"]],
    ["filter=TIMESTAMP('2015-11-01T05:30:00Z') = start_time", ["c-first-half-past-one"]],
    ["filter=start_time = '2015-11-01T12:00:00'", ["f-hour-without-offset"]],
    ["filter=start_time > TIMESTAMP('2015-11-01T17:00:00Z')", ["e-next-evening"]],
    [
      "filter=start_time BETWEEN TIMESTAMP('2015-11-01T06:00:00Z') AND TIMESTAMP('2015-11-01T07:00:00Z')",
      ["b-second-half-past-one", "a-told-from-tokyo"],
    ],
    [
      "filter=start_time IN (TIMESTAMP('2015-11-01T06:30:00Z'), TIMESTAMP('2015-11-01T17:00:00Z'))",
      ["b-second-half-past-one", "f-hour-without-offset"],
    ],
    [
      "filter=T_BEFORE(start_time, TIMESTAMP('2015-11-01T06:00:00Z'))",
      ["d-evening", "c-first-half-past-one"],
    ],
    [
      "filter=T_INTERSECTS(INTERVAL(start_time, end_time), INTERVAL('2015-11-01T06:40:00Z', '2015-11-01T18:00:00Z')) AND start_time IS NOT NULL",
      ["a-told-from-tokyo", "f-hour-without-offset"],
    ],
    ["filter=start_time IS NULL", [ALONE]],
    // Days are asked for as ever: an instant of the day is the whole of it.
    ["filter=start_earliest = TIMESTAMP('2015-11-01T03:00:00Z')", ["d-evening"]],
  ] as const)("are found by %s", ([query, ids]) =>
    served(async (ask) => {
      const address = `${ITEMS}?f=json&sortby=start_time&${NIGHT}&${query.replaceAll(" ", "%20")}`;
      expect(idsOf(await jsonOf(ask, address))).toEqual(ids);
    }),
  );

  dbTest.for([
    ["start_time=2015-11-01", "start_time", "an instant"],
    ["start_time=noon", "start_time", "an instant"],
    ["filter=start_time > DATE('2015-11-01')", "filter", "an instant"],
    ["filter=start_time > '2015-11-01'", "filter", "an instant"],
    ["filter=start_time = start_earliest", "filter", "an instant"],
    ["sortby=start_time&cursor=WyJuZXh0Iiwibm9vbiIsImEiXQ", "cursor", "cursor"],
  ] as const)("are not asked for by %s", ([query, name, said]) =>
    served(async (ask) => {
      const response = await ask(`${ITEMS}?${query.replaceAll(" ", "%20")}`);
      const body = await response.json();
      expect(response.status, JSON.stringify(body)).toBe(400);
      expect(body.problems[0]).toMatchObject({ name });
      expect(JSON.stringify(body.problems[0])).toContain(said);
    }),
  );
});

describe("the properties of clock times", () => {
  dbTest("are described as instants of the clocks of the time zone", () =>
    served(async (ask) => {
      for (const kind of ["schema", "queryables", "sortables"]) {
        const { properties } = await jsonOf(ask, `/api/collections/events/${kind}`);
        for (const name of ["start_time", "end_time"]) {
          expect(properties[name], kind).toMatchObject({ type: "string", format: "date-time" });
          expect(properties[name].description).toContain("the clock of America/New_York");
        }
      }
    }),
  );

  dbTest("are none of a dataset whose things are known to the day", async () => {
    const { app } = await testApp();
    const response = await app.request("/api/collections/events/schema");
    const names = Object.keys((await response.json()).properties);
    expect(names).toContain("start_earliest");
    expect(names).not.toContain("start_time");
    const items = await app.request(`${ITEMS}?f=json&limit=1`);
    expect((await items.json()).features[0].properties).not.toHaveProperty("start_time");
  });
});
