// What the page leaves under a filter by columns of a dataset's own is what the API gives: by parameters of the same
// names, and by the addresses that the page makes.
import { beforeAll, describe, expect } from "vitest";
import { importPackage } from "#import/load/import-package.ts";
import { EventColumnsReader } from "#model/collection/event-columns.ts";
import { decodeDataset } from "#model/dataset/decode-dataset.ts";
import { NO_FILTER, passes } from "#model/question/filter.ts";
import { type OwnColumn, ownColumns, parseOwn, printOwn } from "#model/question/own-column.ts";
import { createApp } from "#server/app.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import {
  ATTRIBUTED_ID,
  writeAttributedPackage,
} from "#tests/support/packages/attributed-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { apiQuestion, eventsAtAnyTime } from "#web/view/address/api-address.ts";
import { factsOf } from "#web/view/scene/facts.ts";
import { offersOf } from "#web/view/scene/own-offers.ts";

let folder = "";
beforeAll(() => {
  folder = temporaryFolder("own-columns");
  writeAttributedPackage(folder);
});

type Ask = (address: string) => Promise<Response>;

function served(work: (ask: Ask) => Promise<void>): Promise<void> {
  return rolledBack(async (db) => {
    expect(await importPackage(db, folder)).toMatchObject({ status: "loaded" });
    const app = createApp({
      served: { db, datasetId: ATTRIBUTED_ID },
      drawPicture: renderPicture,
      log: createLog("error", () => {}),
      webRoot: undefined,
    });
    await work(async (address) => app.request(address, { headers: { "Accept-Language": "en" } }));
  });
}

async function jsonOf(ask: Ask, address: string) {
  const response = await ask(address);
  const text = await response.text();
  expect(response.status, `${address}: ${text.slice(0, 400)}`).toBe(200);
  return JSON.parse(text);
}

const datasetOf = async (ask: Ask) => decodeDataset(await jsonOf(ask, "/api/dataset"));

/** Texts that may be asked of a column: its values, ranges between them, and what no record has. */
function textsOf({ type }: OwnColumn, values: readonly string[]): string[][] {
  const some = [...new Set(values)];
  const single = [...some, type === "day" ? "1700-01-01" : type === "boolean" ? "true" : "77"];
  const several = some.length > 1 ? [some] : [];
  if (type === "text" || type === "boolean") return [...single.map((one) => [one]), ...several];
  const ranges = some.flatMap((from) => [
    `${from}/..`,
    `../${from}`,
    ...some.map((until) => `${from}/${until}`),
  ]);
  return [...[...single, ...ranges].map((one) => [one]), ...several];
}

describe("a filter by a column of the dataset's own", () => {
  dbTest("leaves on the page what the API answers, whatever is asked of any column", () =>
    served(async (ask) => {
      const dataset = await datasetOf(ask);
      const facts = factsOf(dataset);
      let asked = 0;
      for (const column of ownColumns(dataset.meta.attributes))
        for (const kind of column.of) {
          const values = [...facts[kind].values()].flatMap(
            ({ own }) => own?.values[column.name] ?? [],
          );
          for (const texts of textsOf(column, values.map(String))) {
            const choice = parseOwn(column, texts);
            if (!choice) throw new Error(`${column.name} is not asked for by ${texts}`);
            const condition = { ...column, asked: choice };
            const filter = { ...NO_FILTER, own: [condition] };
            const onPage = [...facts[kind]].flatMap(([id, of]) => (passes(filter, of) ? id : []));
            const window = { from: null, until: null };
            const { search } = apiQuestion(kind, { filter, window, certainty: "possible" });
            const own = new URLSearchParams(
              printOwn(condition).map((text): [string, string] => [column.name, text]),
            );
            for (const parameters of [search.slice(1), `${own}`]) {
              const address = `/api/collections/${kind}/items?f=json&limit=100&${parameters}`;
              const { features } = await jsonOf(ask, address);
              const ids = features.map(({ id }: { id: string }) => id);
              expect(ids.sort(), address).toEqual(onPage.sort());
            }
            asked += 1;
          }
        }
      expect(asked).toBeGreaterThan(40);
    }),
  );

  dbTest("holds for columns of numbers, tiles and counts by time alike", () =>
    served(async (ask) => {
      const { meta } = await datasetOf(ask);
      const column = ownColumns(meta.attributes).find(({ name }) => name === "tide");
      const asked = column && parseOwn(column, ["3/.."]);
      if (!column || !asked) throw new Error("there is no tide");
      const filter = { ...NO_FILTER, own: [{ ...column, asked }] };
      const search = eventsAtAnyTime({ filter, certainty: "possible" });
      const columns = await ask(`/api/collections/events/columns?${search}`);
      const reader = new EventColumnsReader();
      reader.read(new Uint8Array(await columns.arrayBuffer()));
      expect(reader.head?.matched).toBe(1);
      const timeline = await jsonOf(ask, `/api/analysis/timeline?step=month&${search}`);
      const total: Record<string, number> = timeline.all.by_category;
      expect(Object.values(total).reduce((sum, count) => sum + count, 0)).toBe(1);
      const tile = "/api/collections/events/tiles/WebMercatorQuad/0/0/0";
      const bytes = Buffer.from(await (await ask(`${tile}?${search}`)).arrayBuffer());
      expect(bytes.includes("crane-falls")).toBe(true);
      expect(bytes.includes("bridge-closed")).toBe(false);
    }),
  );

  dbTest("is honoured by pictures, which say how much of what is shown matches", () =>
    served(async (ask) => {
      const words = async (search: string) => {
        const response = await ask(`/snapshot.svg?mode=cumulative&date=1892-01-01&${search}`);
        const text = await response.text();
        return { status: response.status, text: text.replace(/<[^>]+>/g, " ") };
      };
      expect((await words("tide=2/..")).text).toMatch(/2 of \d+ events match/);
      expect((await words("berth=south")).text).toMatch(/1 of \d+ events? match/);
      expect(await words("tide=high")).toMatchObject({
        status: 400,
        text: expect.stringContaining("a number, or from one to another"),
      });
      expect((await words("depth=3")).status).toBe(400);
    }),
  );

  dbTest("is refused in words where it makes no sense", () =>
    served(async (ask) => {
      const response = await ask("/api/collections/events/items?vessels=3/many");
      expect(response.status).toBe(400);
      const { problems } = await response.json();
      expect(problems[0]).toMatchObject({
        name: "vessels",
        got: '"3/many"',
        allowed: expect.stringContaining("from/until"),
      });
    }),
  );
});

describe("what a reader can choose by", () => {
  dbTest("is a list of few values, a range, or nothing", () =>
    served(async (ask) => {
      const { offers, unlisted } = offersOf(await datasetOf(ask));
      expect(unlisted).toEqual([]);
      expect(
        offers.map((offer) => [
          offer.column.name,
          offer.kind === "values" ? offer.values : [offer.least, offer.most],
        ]),
      ).toEqual([
        ["Wind_km_h", [-4, 12.5]],
        ["vessels", [0, 3]],
        ["flooded", ["true", "false"]],
        // The only value of its column, or all different: nothing to choose from.
        ["berth", ["north", "south"]],
        ["tide", [2.25, 10]],
      ]);
    }),
  );

  dbTest("is, of events that the page does not hold, what the dataset declares", () =>
    served(async (ask) => {
      const dataset = await datasetOf(ask);
      const { offers, unlisted } = offersOf({ ...dataset, events: [], eventsAs: "columns" });
      expect(unlisted.map(({ name }) => name)).toEqual(["Größe", "Parcel_no"]);
      expect(offers.map(({ column }) => column.name)).toEqual([
        ...["Wind_km_h", "vessels", "flooded", "surveyed", "berth", "tide"],
      ]);
    }),
  );
});
