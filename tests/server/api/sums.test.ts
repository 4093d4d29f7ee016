// Sums of numeric fields of events: those of the package by hand, and those of any days as the page adds them up.
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { beforeAll, describe, expect } from "vitest";
import { importPackage } from "#import/load/import-package.ts";
import { declaredSums } from "#model/collection/declared-sums.ts";
import type { Dataset } from "#model/dataset/dataset.ts";
import { decodeDataset } from "#model/dataset/decode-dataset.ts";
import { sumsOverEach } from "#model/measure/sum.ts";
import { printDatetime } from "#model/time/datetime.ts";
import { addDays, type Day, parseDay } from "#model/time/day.ts";
import { createApp } from "#server/app.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import { CALAIS_ID, dbTest, rolledBack } from "#tests/support/databases/database.ts";
import {
  ATTRIBUTED_ID,
  writeAttributedPackage,
} from "#tests/support/packages/attributed-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";

let folder = "";
beforeAll(() => {
  folder = temporaryFolder("attributed");
  writeAttributedPackage(folder);
});

type Ask = (address: string) => Promise<Response>;

function served(work: (ask: Ask) => Promise<void>, datasetId = ATTRIBUTED_ID): Promise<void> {
  return rolledBack(async (db) => {
    expect(await importPackage(db, folder)).toMatchObject({ status: "loaded" });
    const app = createApp({
      served: { db, datasetId },
      drawPicture: renderPicture,
      log: createLog("error", () => {}),
      webRoot: undefined,
    });
    await work(async (address) => app.request(address));
  });
}

async function jsonOf(ask: Ask, address: string) {
  const response = await ask(address);
  const text = await response.text();
  expect(response.status, `${address}: ${text.slice(0, 400)}`).toBe(200);
  return JSON.parse(text);
}

const SUMS = "/api/analysis/sums";

describe("the sums that a dataset declares", () => {
  dbTest("are of all events of the period, or of those of some days", () =>
    served(async (ask) => {
      expect(await jsonOf(ask, SUMS)).toMatchObject({
        dataset: ATTRIBUTED_ID,
        measures: [
          { field: "vessels", label: { en: "Vessels", fr: "Navires" } },
          { field: "tide", label: { en: "tide" } },
        ],
        events: 4,
        sums: { vessels: { sum: 3, told: 2 }, tide: { sum: 12.25, told: 2 } },
      });
      expect(await jsonOf(ask, `${SUMS}?datetime=1891-01-01/1891-01-31`)).toMatchObject({
        events: 1,
        sums: { vessels: { sum: 0, told: 1 }, tide: { sum: 2.25, told: 1 } },
      });
      expect(await jsonOf(ask, `${SUMS}?datetime=1891-03-10`)).toMatchObject({
        events: 1,
        sums: { vessels: { sum: null, told: 0 }, tide: { sum: null, told: 0 } },
      });
      expect(await jsonOf(ask, `${SUMS}?filter=tide > 5`)).toMatchObject({
        events: 1,
        sums: { tide: { sum: 10, told: 1 } },
      });
    }),
  );

  dbTest("are a series by month, as JSON and as CSV", () =>
    served(async (ask) => {
      const address = `${SUMS}?datetime=1891-01-01/1891-06-30&step=month`;
      const { series } = await jsonOf(ask, address);
      expect(
        series.map(({ datetime, sums }: { datetime: string; sums: { tide: object } }) => [
          datetime.slice(0, 7),
          sums.tide,
        ]),
      ).toEqual([
        ["1891-01", { sum: 2.25, told: 1 }],
        ["1891-02", { sum: 10, told: 1 }],
        ["1891-03", { sum: null, told: 0 }],
        ["1891-04", { sum: null, told: 0 }],
        ["1891-05", { sum: null, told: 0 }],
        ["1891-06", { sum: null, told: 0 }],
      ]);
      const rows: Record<string, string>[] = parse(await (await ask(`${address}&f=csv`)).text(), {
        columns: true,
        bom: true,
      });
      expect(rows).toHaveLength(6);
      expect(rows[1]).toMatchObject({ from: "1891-02-01", to: "1891-02-28", events: "1" });
      expect(rows[1]).toMatchObject({ tide: "10", tide_told: "1", vessels: "", vessels_told: "0" });
      expect(rows[5]).toMatchObject({ vessels: "3", vessels_told: "1" });
    }),
  );

  dbTest("are of any days what the page adds up from its document", () =>
    served(async (ask) => {
      const dataset: Dataset = decodeDataset(await jsonOf(ask, "/api/dataset"));
      const first = parseDay("1890-12-25") as Day;
      await fc.assert(
        fc.asyncProperty(
          fc.nat(220),
          fc.integer({ min: 1, max: 90 }),
          fc.constantFrom("possible", "certain"),
          async (from, days, certainty) => {
            const window = { from: addDays(first, from), until: addDays(first, from + days) };
            const datetime = printDatetime(window);
            const body = await jsonOf(ask, `${SUMS}?datetime=${datetime}&certainty=${certainty}`);
            const properties = declaredSums(dataset.meta).map(({ property }) => property);
            const [own = []] = sumsOverEach(dataset.events, properties, [window], certainty);
            expect(own.length).toBeGreaterThan(0);
            for (const [at, { events, sum, told }] of own.entries()) {
              expect(body.sums[properties[at]?.name ?? ""]).toEqual({ sum, told });
              expect(body.events).toBe(events);
            }
          },
        ),
        { numRuns: 40 },
      );
    }),
  );

  dbTest(
    "are refused in words where the question is wrong, and there are none without a declaration",
    () =>
      served(async (ask) => {
        for (const wrong of ["step=change", "step=hour", "depth=3", "step=day&datetime=../.."])
          expect((await ask(`${SUMS}?${wrong}`)).status, wrong).toBe(
            wrong.includes("..") ? 200 : 400,
          );
        const { paths } = await jsonOf(ask, "/api/openapi?f=json");
        expect(Object.keys(paths)).toContain("/analysis/sums");
      }),
  );

  dbTest("are not there in Calais, which declares none", () =>
    served(async (ask) => {
      expect((await ask(SUMS)).status).toBe(404);
      const { paths } = await jsonOf(ask, "/api/openapi?f=json");
      expect(Object.keys(paths)).not.toContain("/analysis/sums");
    }, CALAIS_ID),
  );
});
