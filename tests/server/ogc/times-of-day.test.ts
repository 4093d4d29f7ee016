// Times of day in the rows of a package and in questions: each means the day on which it falls in the time zone of the
// dataset. The days of the table follow by hand from the offsets and the changes of the clock that it names.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import type { Feature } from "geojson";
import { describe, expect } from "vitest";
import { importPackage } from "#import/load/import-package.ts";
import { createApp } from "#server/app.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { writeHarbourPackage } from "#tests/support/packages/harbour-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";

/** A text, and the day that it means. */
type Case = readonly [text: string, day: string];

const ZONES: readonly (readonly [zone: string, why: string, cases: readonly Case[]])[] = [
  [
    "UTC",
    "whose offset is none",
    [
      ["2015-06-01T23:30:00-05:00", "2015-06-02"],
      ["2015-06-01T23:59:59Z", "2015-06-01"],
      ["2015-06-02T00:00:00Z", "2015-06-02"],
      ["2015-06-02T00:10:00+05:45", "2015-06-01"],
      ["2015-06-01T23:59:59", "2015-06-01"],
      ["2016-02-29T23:00:00-02:00", "2016-03-01"],
      ["2015-12-31T23:59:60Z", "2015-12-31"],
    ],
  ],
  [
    "Europe/Paris",
    "an hour ahead; two from 29 March to 25 October 2015",
    [
      ["2015-06-01T23:30:00-05:00", "2015-06-02"],
      ["2015-06-01T21:59:59Z", "2015-06-01"],
      ["2015-06-01T22:00:00Z", "2015-06-02"],
      ["2015-01-01T22:59:59Z", "2015-01-01"],
      ["2015-01-01T23:00:00Z", "2015-01-02"],
      ["2015-03-28T22:59:59Z", "2015-03-28"],
      ["2015-03-28T23:00:00Z", "2015-03-29"],
      ["2015-03-29T21:59:59Z", "2015-03-29"],
      ["2015-03-29T22:00:00Z", "2015-03-30"],
      ["2015-10-24T22:00:00Z", "2015-10-25"],
      ["2015-10-25T22:59:59Z", "2015-10-25"],
      ["2015-10-25T23:00:00Z", "2015-10-26"],
      ["2015-10-25T23:59:59", "2015-10-25"],
    ],
  ],
  [
    "America/New_York",
    "five hours behind; four from 8 March to 1 November 2015",
    [
      ["2015-06-01T23:30:00-05:00", "2015-06-02"],
      ["2015-06-01T23:30:00-04:00", "2015-06-01"],
      ["2015-12-01T23:30:00-05:00", "2015-12-01"],
      ["2015-12-02T04:59:59Z", "2015-12-01"],
      ["2015-12-02T05:00:00Z", "2015-12-02"],
      ["2015-03-08T04:59:59Z", "2015-03-07"],
      ["2015-03-09T03:59:59Z", "2015-03-08"],
      ["2015-03-09T04:00:00Z", "2015-03-09"],
      ["2015-11-01T04:00:00Z", "2015-11-01"],
      ["2015-11-02T04:59:59Z", "2015-11-01"],
      ["2015-11-02T05:00:00Z", "2015-11-02"],
    ],
  ],
  [
    "America/Sao_Paulo",
    "three hours behind, two until the midnight of 22 February 2015 and from that of 18 October, which has no hour 0",
    [
      ["2015-02-22T01:59:59Z", "2015-02-21"],
      ["2015-02-22T02:59:59Z", "2015-02-21"],
      ["2015-02-22T03:00:00Z", "2015-02-22"],
      ["2015-10-18T02:59:59Z", "2015-10-17"],
      ["2015-10-18T03:00:00Z", "2015-10-18"],
      ["2015-10-19T01:59:59Z", "2015-10-18"],
      ["2015-10-19T02:00:00Z", "2015-10-19"],
    ],
  ],
  [
    "Asia/Kathmandu",
    "five hours and three quarters ahead",
    [
      ["2015-06-01T18:14:59Z", "2015-06-01"],
      ["2015-06-01T18:15:00Z", "2015-06-02"],
      ["2015-06-01T23:30:00-05:00", "2015-06-02"],
      ["2015-06-01T23:50:00+05:45", "2015-06-01"],
    ],
  ],
  [
    "Pacific/Apia",
    "ten hours behind until it left out 30 December 2011, then fourteen ahead",
    [
      ["2011-12-30T09:59:59Z", "2011-12-29"],
      ["2011-12-30T10:00:00Z", "2011-12-31"],
      ["2011-12-31T09:59:59Z", "2011-12-31"],
      ["2011-12-31T10:00:00Z", "2012-01-01"],
    ],
  ],
];

const NO_DAYS = { start_earliest: "", start_latest: "", end_earliest: "", end_latest: "" };

/** The harbour in a time zone, with an event, a place and a movement for each text, which have no days of their own. */
function packageIn(timeZone: string, texts: readonly string[]): string {
  const folder = temporaryFolder("times");
  writeHarbourPackage(folder);
  const file = path.join(folder, "datapackage.json");
  const descriptor = JSON.parse(readFileSync(file, "utf8"));
  descriptor.rocade.timeZone = timeZone;
  writeFileSync(file, JSON.stringify(descriptor));
  const add = (table: string, cellsOf: (text: string, id: string) => Record<string, string>) => {
    const target = path.join(folder, `${table}.csv`);
    const rows: Record<string, string>[] = parse(readFileSync(target), { columns: true });
    const like = rows.at(-1) ?? {};
    const added = texts.map((text, at) => {
      const id = `at-${at}`;
      return { ...like, ...NO_DAYS, id, ...cellsOf(text, id) };
    });
    const columns = Object.keys(like);
    writeFileSync(target, stringify([...rows, ...added], { header: true, columns }));
  };
  add("events", (edtf) => ({ edtf, place_id: "" }));
  add("movements", (edtf, id) => ({ edtf, from_id: id, to_id: "old-bridge" }));
  add("places", (text) => ({ start_edtf: text, end_edtf: text }));
  return folder;
}

describe("a time of day means the day on which it falls in the time zone of the dataset", () => {
  dbTest.for(ZONES)("%s, %s", ([zone, , cases]) =>
    rolledBack(async (db) => {
      const texts = cases.map(([text]) => text);
      const outcome = await importPackage(db, packageIn(zone, texts));
      expect(outcome, JSON.stringify(outcome)).toMatchObject({ status: "loaded" });
      const app = createApp({
        served: { db, datasetId: "harbour-1890" },
        drawPicture: renderPicture,
        log: createLog("error", () => {}),
        webRoot: undefined,
      });
      const features = async (collection: string, query: Record<string, string>) => {
        const asked = new URLSearchParams({ f: "json", limit: "1000", ...query });
        const answer = await app.request(`/api/collections/${collection}/items?${asked}`);
        const body = await answer.json();
        expect(answer.status, `${asked}: ${JSON.stringify(body)}`).toBe(200);
        const all = body.features as Feature[];
        return all.filter(({ id }) => String(id).startsWith("at-"));
      };
      for (const collection of ["events", "movements", "places"]) {
        const all = await features(collection, {});
        const days = Object.fromEntries(all.map(({ id, properties }) => [id, properties]));
        for (const [at, [text, day]] of cases.entries())
          expect(days[`at-${at}`], `${collection}: ${text}`).toMatchObject({
            start_earliest: day,
            start_latest: day,
            end_earliest: day,
            end_latest: day,
          });
      }
      for (const [text, day] of cases) {
        const sameDay = cases.flatMap((one, at) => (one[1] === day ? [`at-${at}`] : []));
        for (const query of [
          { datetime: text },
          { datetime: `${text}/${text}` },
          { start_earliest: text },
          { filter: `start_earliest = TIMESTAMP('${text}')` },
          { filter: `start_earliest = '${text}'` },
          { filter: `T_EQUALS(start_earliest, TIMESTAMP('${text}'))` },
          {
            filter: `T_INTERSECTS(INTERVAL(start_earliest, end_latest), INTERVAL('${text}', '${text}'))`,
          },
          {
            "filter-lang": "cql2-json",
            filter: JSON.stringify({
              op: "=",
              args: [{ property: "end_latest" }, { timestamp: text }],
            }),
          },
        ]) {
          const found = await features("events", query as Record<string, string>);
          expect(found.map(({ id }) => String(id)).sort(), JSON.stringify(query)).toEqual(
            sameDay.sort(),
          );
        }
      }
    }),
  );
});
