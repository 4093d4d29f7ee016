// What the page shows under a filter is what its addresses give.
import { describe, expect } from "vitest";
import { findDataset } from "#db/queries/dataset/dataset.ts";
import { isSite } from "#model/dataset/roles.ts";
import { type Filter, NO_FILTER } from "#model/question/filter.ts";
import { parseDay } from "#model/time/day.ts";
import { CALAIS_ID, dbTest, testDatabase } from "#tests/support/databases/database.ts";
import { ask } from "#tests/support/product/api.ts";
import { createAppState, NOTHING_ASKED } from "#web/state/app-state.ts";
import { apiQuestion } from "#web/view/address/api-address.ts";

const AREA = {
  type: "Polygon" as const,
  coordinates: [
    [
      [1.84, 50.94],
      [1.88, 50.94],
      [1.88, 50.97],
      [1.84, 50.97],
      [1.84, 50.94],
    ],
  ],
};

const FILTERS: readonly (readonly [string, Partial<Filter>])[] = [
  ["nothing", {}],
  ["kinds", { kinds: ["squat", "camp"] }],
  ["a side", { sides: ["inside"] }],
  ["words", { q: "rue" }],
  ["accented words", { q: "Erythrée" }],
  ["an area", { area: AREA }],
  ["categories", { categories: ["eviction", "blockade"] }],
  ["how well events are attested", { certainties: ["confirmed"] }],
  ["all together", { kinds: ["squat"], sides: ["inside"], q: "squat", area: AREA }],
];
const DATES = ["2014-05-27", "2015-06-02", "2016-09-05"];

describe("the page and the API under the same filter", () => {
  dbTest.for(FILTERS)("agree on %s", async ([, changes]) => {
    const dataset = await findDataset(await testDatabase(), { datasetId: CALAIS_ID });
    if (!dataset) throw new Error("no dataset");
    const filter = { ...NO_FILTER, ...changes };
    for (const date of DATES)
      for (const certainty of ["possible", "certain"] as const) {
        const day = parseDay(date);
        const state = createAppState(dataset, {
          ...NOTHING_ASKED,
          day,
          certainty,
          filter,
          language: "en",
        });
        const scene = state.scene.peek();
        const idsOf = async (id: "camps" | "events") => {
          const { leftOut, search } = apiQuestion(id === "camps" ? "sites" : id, {
            filter,
            certainty,
            window: state.window.peek(),
          });
          const { body } = await ask(`/api/collections/${id}/items${search}`);
          const ids: string[] = body.features.map((feature: { id: string }) => feature.id);
          return { ids, leftOut };
        };
        const camps = await idsOf("camps");
        const shown = scene.sites
          .filter(({ isMatch, place }) => isMatch && isSite(dataset.meta, place))
          .map(({ phase }) => phase.id);
        expect([...camps.ids].sort(), date).toEqual([...shown].sort());
        expect(camps.leftOut).toEqual([]);
        const events = await idsOf("events");
        const told = scene.events
          .filter(({ isMatch, isRecent }) => isMatch && !isRecent)
          .map(({ thing }) => thing.id);
        // What a file cannot be asked for is said, and it then holds more.
        if (events.leftOut.length === 0) expect(events.ids, date).toEqual([...told].sort());
        else expect(events.ids, date).toEqual(expect.arrayContaining(told));
      }
  });
});
