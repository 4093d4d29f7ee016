// Who asks by a name that a property had before 0.3 is told what it is called now, wherever names are asked by.
import { describe, expect } from "vitest";
import { FORMER_COLUMNS } from "#model/record/former-names.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { ask } from "#tests/support/product/api.ts";

const NAMES = { ...FORMER_COLUMNS, port_distance_m: "further_distance_m" };

const WAYS: Readonly<Record<string, (name: string) => string>> = {
  "a parameter of its own": (name) => `${name}=1`,
  "a filter": (name) => `filter=${encodeURIComponent(`${name} = 1`)}`,
  "a filter in JSON": (name) =>
    `filter-lang=cql2-json&filter=${encodeURIComponent(JSON.stringify({ op: "isNull", args: [{ property: name }] }))}`,
  "a list of properties": (name) => `properties=kind,${name}`,
  "an order": (name) => `sortby=-${name}`,
};

describe("a former name", () => {
  dbTest.for(Object.entries(WAYS))("in %s is refused with the new one", async ([, asking]) => {
    for (const [former, now] of Object.entries(NAMES))
      for (const collection of ["camps", "places"]) {
        const { body, response } = await ask(
          `/api/collections/${collection}/items?${asking(former)}`,
        );
        expect(response.status).toBe(400);
        expect(JSON.stringify(body)).toContain(
          JSON.stringify(`${now}, as "${former}" is called now`).slice(1, -1),
        );
      }
  });

  dbTest("is refused in tiles, too", async () => {
    const { body, response } = await ask(
      "/api/collections/camps/tiles/WebMercatorQuad/10/344/517?properties=ring_road",
    );
    expect(response.status).toBe(400);
    expect(JSON.stringify(body)).toContain("stated_side");
  });

  dbTest("is any name where nothing was called so", async () => {
    const { body, response } = await ask("/api/collections/events/items?properties=ring_road");
    expect(response.status).toBe(400);
    expect(JSON.stringify(body)).not.toContain("stated_side");
  });

  dbTest("is in no answer", async () => {
    for (const address of [
      "/api/openapi",
      "/api/dataset",
      "/api/collections/camps/queryables",
      "/api/collections/camps/items?limit=3",
      "/api/analysis/separation?datetime=2014-05-27",
    ]) {
      const { body, response } = await ask(address);
      expect(response.status, address).toBe(200);
      for (const former of Object.keys(NAMES)) expect(JSON.stringify(body)).not.toContain(former);
    }
  });
});
