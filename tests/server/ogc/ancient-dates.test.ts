// A dataset of the years −4712 to 9999, through every way on which its dates leave the service.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect } from "vitest";
import { importPackage } from "#import/load/import-package.ts";
import { createApp } from "#server/app.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import {
  ANCIENT_EVENTS,
  ANCIENT_ID,
  writeAncientPackage,
} from "#tests/support/packages/ancient-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";

type Ask = (path: string) => Promise<Response>;

let folder = "";
beforeAll(() => {
  folder = temporaryFolder("ancient");
  writeAncientPackage(folder, "whole");
});

/** The service on the dataset, which is gone afterwards. */
function served(work: (ask: Ask) => Promise<void>, from = folder): Promise<void> {
  return rolledBack(async (db) => {
    const outcome = await importPackage(db, from);
    expect(outcome).toMatchObject({ status: "loaded" });
    const app = createApp({
      served: { db, datasetId: ANCIENT_ID },
      drawPicture: renderPicture,
      log: createLog("error", () => {}),
      webRoot: undefined,
    });
    await work(async (path) => app.request(path));
  });
}

async function jsonOf(ask: Ask, path: string) {
  const response = await ask(path);
  const text = await response.text();
  expect(response.status, `${path}: ${text.slice(0, 400)}`).toBe(200);
  return JSON.parse(text);
}

const EVENTS = "/api/collections/events/items?f=json&limit=100";
const idsOf = (body: { features: { id: string }[] }) => body.features.map(({ id }) => id);
const IN_ORDER = ANCIENT_EVENTS.map(({ id }) => id);

describe("years before 1", () => {
  dbTest("are properties that are years, while their days have no form in RFC 3339", () =>
    served(async (ask) => {
      const { features } = await jsonOf(ask, EVENTS);
      const own = Object.fromEntries(
        features.map((feature: { id: string; properties: object }) => [
          feature.id,
          feature.properties,
        ]),
      );
      expect(own.ides).toMatchObject({
        edtf: "-0043-03-15",
        start_earliest: null,
        end_latest: null,
        start_year: -43,
        end_year: -43,
      });
      expect(own["long-reign"]).toMatchObject({
        start_earliest: null,
        end_earliest: "0020-01-01",
        end_latest: "0020-12-31",
        start_year: -60,
        end_year: 20,
      });
      expect(own["year-zero"]).toMatchObject({ start_earliest: null, start_year: 0, end_year: 0 });
      expect(own["year-one"]).toMatchObject({ start_earliest: "0001-06-01", start_year: 1 });
      expect(own["first-day"]).toMatchObject({ start_year: -4712, start_earliest: null });
      expect(own["last-day"]).toMatchObject({ start_year: 9999, end_latest: "9999-12-31" });
    }),
  );

  dbTest("sort, page by page too, and forth and back", () =>
    served(async (ask) => {
      expect(idsOf(await jsonOf(ask, `${EVENTS}&sortby=start_earliest`))).toEqual(IN_ORDER);
      const backwards = idsOf(await jsonOf(ask, `${EVENTS}&sortby=-start_earliest`));
      expect(backwards).toEqual(IN_ORDER.toReversed());
      expect(idsOf(await jsonOf(ask, `${EVENTS}&sortby=start_year,end_year`))).toEqual(IN_ORDER);
      const seen: string[] = [];
      let next: string | undefined =
        "/api/collections/events/items?f=json&limit=2&sortby=start_earliest";
      while (next !== undefined) {
        const page: Awaited<ReturnType<typeof jsonOf>> = await jsonOf(ask, next);
        seen.push(...idsOf(page));
        const href = page.links.find(({ rel }: { rel: string }) => rel === "next")?.href;
        next = href === undefined ? undefined : href.slice(href.indexOf("/api/"));
      }
      expect(seen).toEqual(IN_ORDER);
    }),
  );

  dbTest.for([
    ["datetime=-0043-03-15", ["long-reign", "ides"]],
    ["datetime=-0043-03-15&certainty=certain", ["long-reign", "ides"]],
    ["datetime=-0060-06-01&certainty=certain", []],
    ["datetime=-0050-01-01/-0040-12-31", ["long-reign", "leap-day", "ides"]],
    ["datetime=../-0100-01-01", ["first-day"]],
    ["datetime=0000-06-15", ["long-reign", "year-zero"]],
    ["datetime=9999-12-31", ["last-day"]],
    ["datetime=9999-01-01/..", ["last-day"]],
    ["start_earliest=-0043-03-15", ["ides"]],
    ["start_year=-43", ["ides"]],
    ["filter=start_earliest < DATE('-0044-01-01')", ["first-day", "long-reign"]],
    ["filter=start_earliest = DATE('0000-06-01')", ["year-zero"]],
    ["filter=end_year < 1", ["first-day", "leap-day", "ides", "year-zero"]],
    [
      "filter=T_INTERSECTS(INTERVAL(start_earliest, end_latest), INTERVAL('-0043-03-15', '-0043-03-15'))",
      ["long-reign", "ides"],
    ],
  ] as const)("are found by %s", ([query, ids]) =>
    served(async (ask) => {
      const body = await jsonOf(ask, `${EVENTS}&sortby=start_earliest&${query}`);
      expect(idsOf(body)).toEqual(ids);
    }),
  );

  dbTest("are in every format, without an error and without a wrong day", () =>
    served(async (ask) => {
      const csv = await (await ask("/api/collections/events/items?f=csv&limit=100")).text();
      expect(csv).toContain("-0043-03-15");
      expect(csv).not.toMatch(/\bBC\b/);
      const formats = ["geojson", "jsonfg", "geojsonl", "csv", "fgb", "kml", "gpkg", "html"];
      for (const format of formats) {
        const path = format === "html" ? `${EVENTS}&f=html` : `/api/download/events.${format}`;
        const response = await ask(path.replace("f=json&", ""));
        if (response.status === 404 || response.status === 400) continue;
        expect(response.status, `${path}: ${await response.clone().text()}`).toBe(200);
        expect((await response.arrayBuffer()).byteLength, path).toBeGreaterThan(100);
      }
      const jsonFg = await jsonOf(ask, "/api/collections/events/items?f=jsonfg&limit=100");
      const times = jsonFg.features.map(({ id, time }: { id: string; time: object }) => [id, time]);
      expect(Object.fromEntries(times)).toMatchObject({
        ides: null,
        "long-reign": null,
        "year-one": { date: "0001-06-01" },
      });
    }),
  );

  dbTest("are years of Linked Places, which know those before 1", () =>
    served(async (ask) => {
      const path = "/api/collections/places/items?limit=100";
      const { features: plain } = await jsonOf(ask, `${path}&f=json`);
      const { features: linked } = await jsonOf(ask, `${path}&f=lpf`);
      const at = plain.findIndex(({ id }: { id: string }) => id === "quay-huts");
      expect(plain[at].properties).toMatchObject({ start_earliest: null, start_year: -45 });
      // 1890-03-01…1891-06-30 of the harbour, moved to the years −45 and −44.
      expect(linked[at].when).toEqual({
        timespans: [{ start: { earliest: "-0045" }, end: { latest: "-0044" } }],
        label: "-0045-03-01/-0044-06-30",
      });
    }),
  );

  dbTest("are in documents, tiles, columns and numbers by time", () =>
    served(async (ask) => {
      const collection = await jsonOf(ask, "/api/collections/events?f=json");
      expect(JSON.stringify(collection.extent.temporal)).not.toContain("-4712");
      for (const path of [
        "/api/collections/events/tiles/WebMercatorQuad/0/0/0",
        "/api/collections/events/tiles/WebMercatorQuad/0/0/0?datetime=-0043-03-15",
        "/api/collections/camps/tiles/WebMercatorQuad/0/0/0",
        "/api/collections/events/columns",
        "/api/dataset",
        "/api/analysis/separation?datetime=-0045-01-01/-0042-12-31&step=month",
        "/api/analysis/changes?from=-0045-04-01&to=-0044-08-01",
      ]) {
        const response = await ask(path);
        const text = await response.text();
        expect(response.status, `${path}: ${text.slice(0, 500)}`).toBe(200);
      }
      const timeline = await jsonOf(ask, "/api/analysis/timeline?datetime=-0043-01-01/-0043-12-31");
      expect(JSON.stringify(timeline)).toContain('"-0043-03"');
    }),
  );
});

describe("an instant beyond the first or the last day, where clocks are", () => {
  const QUESTIONS = (instant: string) => [
    `${EVENTS}&datetime=${instant}`,
    `${EVENTS}&datetime=../${instant}`,
    `${EVENTS}&datetime=${instant}/..`,
    `${EVENTS}&datetime=-4712-01-01/${instant}`,
    `${EVENTS}&start_earliest=${instant}`,
    `${EVENTS}&filter=start_earliest >= TIMESTAMP('${instant}')`,
    `${EVENTS}&filter=T_INTERSECTS(INTERVAL(start_earliest, end_latest), INTERVAL('..', '${instant}'))`,
    `${EVENTS}&filter=T_AFTER(INTERVAL(start_earliest, end_latest), TIMESTAMP('${instant}'))`,
    `/api/analysis/changes?from=${instant}&to=${instant}`,
    `/api/analysis/separation?datetime=${instant}`,
    `/api/analysis/timeline?datetime=${instant}`,
    `/api/download/events.csv?datetime=${instant}`,
  ];

  dbTest.for([
    // What it is UTC, what the first or last day has, and what everything up to or from it has.
    ["ahead of UTC", "Pacific/Kiritimati", "9999-12-31T23:30:00Z", "last-day", "../"],
    ["ahead of UTC, with an offset", "Asia/Tokyo", "9999-12-31T23:59:59-12:00", "last-day", "../"],
    ["behind UTC", "America/New_York", "-4712-01-01T00:30:00Z", "first-day", "/.."],
    ["behind UTC, with an offset", "UTC", "-4712-01-01T00:30:00+14:00", "first-day", "/.."],
  ] as const)("%s, is of that day", ([, timeZone, instant, event, open]) => {
    const other = temporaryFolder("ancient-zone");
    writeAncientPackage(other, "whole");
    const file = path.join(other, "datapackage.json");
    const descriptor = JSON.parse(readFileSync(file, "utf8"));
    descriptor.rocade.timeZone = timeZone;
    writeFileSync(file, JSON.stringify(descriptor));
    return served(async (ask) => {
      const asked = instant.replace("+", "%2B");
      for (const question of QUESTIONS(asked)) {
        const response = await ask(question.replaceAll(" ", "%20"));
        expect(response.status, `${question}: ${(await response.text()).slice(0, 300)}`).toBe(200);
      }
      expect(idsOf(await jsonOf(ask, `${EVENTS}&datetime=${asked}`))).toEqual([event]);
      const all = open === "../" ? `../${asked}` : `${asked}/..`;
      expect(idsOf(await jsonOf(ask, `${EVENTS}&datetime=${all}`)).length).toBe(IN_ORDER.length);
    }, other);
  });
});
