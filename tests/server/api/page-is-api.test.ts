// Whatever a package holds, the page's measures are those of the API, in every field and every null.

import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { findDataset } from "#db/queries/dataset/dataset.ts";
import { printSeparation, rowsOfSeries, separationCsv } from "#formats/separation.ts";
import { importPackage } from "#import/load/import-package.ts";
import type { Dataset } from "#model/dataset/dataset.ts";
import { measureSeparation, separationSeries } from "#model/measure/separation-series.ts";
import { distanceToLines } from "#model/space/geometry.ts";
import { withoutConventions } from "#model/time/convention.ts";
import { addDays } from "#model/time/day.ts";
import { createApp } from "#server/app.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import { dbTest, testDatabase } from "#tests/support/databases/database.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import {
  anyPackage,
  type RandomPackage,
  writeRandomPackage,
} from "#tests/support/packages/random-package.ts";
import { sitesOf } from "#web/view/scene/sites.ts";

const ID = "made-for-a-test";
const RUNS = 12;

const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));

describe("the page and the API, of any package,", () => {
  dbTest(
    "measure the same in every field",
    async () => {
      const db = await testDatabase();
      const folder = temporaryFolder("random");
      // A service of its own for each package: one that runs may tell of the last version for a second.
      const service = () =>
        createApp({
          served: { db, datasetId: ID },
          drawPicture: renderPicture,
          log: createLog("debug", () => {}),
          webRoot: undefined,
        });
      let app = service();
      const ask = async (search: string) => {
        const response = await app.request(`/api/analysis/separation?${search}`);
        if (response.status !== 200) throw new Error(await response.text());
        return response;
      };
      const compare = async (
        dataset: Dataset,
        certainty: "possible" | "certain",
        conventions: boolean,
      ) => {
        const sites = sitesOf(dataset);
        const records = { ...dataset, sites: conventions ? sites : withoutConventions(sites) };
        const reading = { certainty, conventions };
        const { firstDay, lastDay } = dataset.meta;
        const rows = rowsOfSeries(separationSeries(records, firstDay, lastDay, certainty));
        const asked = `certainty=${certainty}&conventions=${conventions}`;
        const series = await (await ask(`step=change&${asked}`)).json();
        const empty = neverLivedIn(dataset);
        for (const { open_sites } of series.series)
          for (const { place_id } of open_sites) expect(empty).not.toContain(place_id);
        expect(rows.map((row) => asJson(printSeparation(row, reading)))).toEqual(series.series);
        const window = { from: firstDay, until: addDays(lastDay, 1) };
        const whole = await (await ask(`datetime=2014-01-01/..&${asked}`)).json();
        const measured = measureSeparation(records, window, certainty);
        const { dataset: _, version: __, methods: ___, ...api } = whole;
        expect(asJson(printSeparation({ window, measured }, reading))).toEqual(api);
        const csv = await (await ask(`step=change&f=csv&${asked}`)).text();
        const page = separationCsv({ meta: dataset.meta, ...reading, step: "change" }, rows);
        expect(page).toBe(csv);
      };
      const property = async (made: RandomPackage) => {
        writeRandomPackage(folder, ID, made);
        const outcome = await importPackage(db, folder);
        if (outcome.status === "refused") throw new Error(JSON.stringify(outcome.problems));
        const dataset = await findDataset(db, { datasetId: ID });
        if (!dataset) throw new Error("the package is not there");
        app = service();
        fc.pre(!isTooNearToTell(dataset));
        for (const certainty of ["possible", "certain"] as const)
          for (const conventions of [true, false]) await compare(dataset, certainty, conventions);
      };
      try {
        await fc.assert(fc.asyncProperty(anyPackage, property), {
          numRuns: RUNS,
          endOnFailure: true,
          interruptAfterTimeLimit: 40_000,
          markInterruptAsFailure: false,
        });
      } finally {
        await db.execute(sql`DELETE FROM datasets WHERE id = ${ID}`);
      }
    },
    240_000,
  );
});

/** The places of which every figure is 0, and that nobody is said to have left or come to. */
function neverLivedIn({ counts, movements, places }: Dataset): string[] {
  const most = ({ best, high, low }: Dataset["counts"][number]) => high ?? best ?? low ?? 0;
  return places
    .map(({ id }) => id)
    .filter((id) => {
      const figures = counts.filter(
        ({ measure, placeId }) => placeId === id && measure === "present",
      );
      const isLeftOrReached = movements.some(({ fromId, toId }) => fromId === id || toId === id);
      const isNobody = (one: Dataset["counts"][number]) =>
        most(one) === 0 && (one.best !== null || one.high !== null);
      return figures.length > 0 && figures.every(isNobody) && !isLeftOrReached;
    });
}

/** True where a disc ends so near to the line that page and PostGIS (within 0.1 %) may differ on which it reaches. */
function isTooNearToTell(dataset: Dataset): boolean {
  const lines = dataset.placePhases.flatMap(({ geometry }) =>
    geometry.type === "LineString"
      ? [geometry]
      : geometry.type === "MultiLineString"
        ? geometry.coordinates.map((coordinates) => ({ type: "LineString" as const, coordinates }))
        : [],
  );
  return dataset.placePhases.some(({ geometry, quality }) => {
    if (geometry.type !== "Point" || lines.length === 0) return false;
    const distance = distanceToLines(geometry.coordinates, lines);
    return Math.abs(distance - quality.precisionM) < distance * 0.001 + 0.1;
  });
}
