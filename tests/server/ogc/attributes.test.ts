// Columns of a dataset's own in what the service answers: each value by hand from the cells of the package.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { VectorTile } from "@mapbox/vector-tile";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import type { Feature } from "geojson";
import { PbfReader } from "pbf";
import { beforeAll, describe, expect } from "vitest";
import { importPackage } from "#import/load/import-package.ts";
import type { Dataset } from "#model/dataset/dataset.ts";
import { decodeDataset } from "#model/dataset/decode-dataset.ts";
import { NO_FILTER, passes } from "#model/question/filter.ts";
import { wordsOf } from "#model/words/fold.ts";
import { createApp } from "#server/app.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import {
  ATTRIBUTED_ID,
  EVENT_ATTRIBUTES,
  EVENT_VALUES,
  writeAttributedPackage,
} from "#tests/support/packages/attributed-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { factsOf } from "#web/view/scene/facts.ts";

let folder = "";
beforeAll(() => {
  folder = temporaryFolder("attributed");
  writeAttributedPackage(folder);
});

type Ask = (address: string, language?: string) => Promise<Response>;

function served(work: (ask: Ask) => Promise<void>, from = folder): Promise<void> {
  return rolledBack(async (db) => {
    const outcome = await importPackage(db, from);
    expect(outcome).toMatchObject({ status: "loaded" });
    const app = createApp({
      served: { db, datasetId: ATTRIBUTED_ID },
      drawPicture: renderPicture,
      log: createLog("error", () => {}),
      webRoot: undefined,
    });
    await work(async (address, language = "en") =>
      app.request(address, { headers: { "Accept-Language": language } }),
    );
  });
}

const EVENTS = "/api/collections/events/items?f=json&limit=100";

async function jsonOf(ask: Ask, address: string, language?: string) {
  const response = await ask(address, language);
  const text = await response.text();
  expect(response.status, `${address}: ${text.slice(0, 400)}`).toBe(200);
  return JSON.parse(text);
}

const featuresOf = async (ask: Ask, address: string): Promise<Feature[]> =>
  (await jsonOf(ask, address)).features;
const idsOf = async (ask: Ask, address: string) =>
  (await featuresOf(ask, address)).map(({ id }) => String(id));
const sorted = (ids: readonly string[]) => [...ids].sort();

/** The attributes of events that have a value. */
const valuesOf = (properties: Feature["properties"]) =>
  Object.fromEntries(
    EVENT_ATTRIBUTES.flatMap((name) =>
      properties?.[name] === null || properties?.[name] === undefined
        ? []
        : [[name, properties[name]]],
    ),
  );

describe("columns of a dataset's own", () => {
  dbTest("are properties of the features, each of its type", () =>
    served(async (ask) => {
      const features = await featuresOf(ask, EVENTS);
      const found = features.map(({ id, properties }) => [id, valuesOf(properties)]);
      expect(Object.fromEntries(found)).toEqual(EVENT_VALUES);
      for (const { properties } of features)
        expect(Object.keys(properties ?? {})).toEqual(expect.arrayContaining(EVENT_ATTRIBUTES));
      const one = await jsonOf(ask, "/api/collections/events/items/crane-falls?f=json");
      expect(valuesOf(one.properties)).toEqual(EVENT_VALUES["crane-falls"]);
      const [river] = await featuresOf(ask, "/api/collections/routes/items?f=json");
      expect(river?.properties).toMatchObject({ bridges: 2 });
    }),
  );

  dbTest("are told by schema, queryables and sortables, with title, meaning and unit", () =>
    served(async (ask) => {
      for (const kind of ["schema", "queryables", "sortables"]) {
        const { properties } = await jsonOf(ask, `/api/collections/events/${kind}?f=json`);
        expect(properties.Wind_km_h, kind).toMatchObject({
          title: "Wind",
          description: "Mean speed of the wind at noon.",
          type: "number",
          "x-ogc-unit": "km/h",
        });
        expect(properties.vessels, kind).toMatchObject({ title: "vessels", type: "integer" });
        expect(properties.flooded, kind).toMatchObject({ type: "boolean" });
        expect(properties.surveyed, kind).toMatchObject({ type: "string", format: "date" });
        expect(properties.berth, kind).toMatchObject({ enum: ["north", "south"] });
        expect(properties.tide, kind).toMatchObject({ type: "number" });
        expect(properties.Parcel_no, kind).toMatchObject({ title: "Parcel no.", type: "string" });
      }
      const inFrench = await jsonOf(ask, "/api/collections/events/queryables?f=json", "fr");
      expect(inFrench.properties.Wind_km_h).toMatchObject({ title: "Vent" });
      // One that is titled in the first language alone is called so in all.
      expect(inFrench.properties.surveyed).toMatchObject({ title: "Surveyed on" });
      const page = await (await ask("/api/collections/events?f=html")).text();
      expect(page).toContain("Mean speed of the wind at noon.");
      const { paths } = await jsonOf(ask, "/api/openapi?f=json");
      const { parameters } = paths["/collections/events/items"].get;
      expect(parameters.map(({ name }: { name?: string }) => name)).toContain("Wind_km_h");
    }),
  );

  /** A question, and the events that answer it. */
  const QUESTIONS: readonly (readonly [question: string, events: readonly string[]])[] = [
    ["Wind_km_h=12.5", ["quay-cleared"]],
    ["vessels=0", ["bridge-closed"]],
    // In words, in its columns that are texts.
    ["q=gross", ["crane-falls"]],
    ["q=0107", ["crane-falls"]],
    ["q=south", ["bridge-closed"]],
    ["flooded=true", ["quay-cleared"]],
    ["surveyed=1891-07-02", ["quay-cleared"]],
    ["berth=south", ["bridge-closed"]],
    ["Gr%C3%B6%C3%9Fe=gro%C3%9F", ["crane-falls"]],
    ["Parcel_no=0107", ["crane-falls"]],
    ["filter=Wind_km_h > -5 AND Wind_km_h < 0", ["bridge-closed"]],
    ["filter=tide >= 2.25", ["bridge-closed", "crane-falls"]],
    ["filter=tide BETWEEN 9 AND 11", ["crane-falls"]],
    ["filter=vessels %2B 1 = 4", ["quay-cleared"]],
    ["filter=flooded = FALSE", ["bridge-closed"]],
    ["filter=flooded = TRUE", ["quay-cleared"]],
    ["filter=NOT flooded", ["bridge-closed"]],
    ["filter=surveyed > DATE('1891-07-01')", ["quay-cleared"]],
    ["filter=berth IS NULL AND tide IS NULL", ["quay-cleared", "nothing-known"]],
    ["filter=CASEI(Größe) LIKE CASEI('GRO%25')", ["crane-falls"]],
    ["filter=berth IN ('south', 'north')", ["bridge-closed"]],
    ["filter=Parcel_no LIKE '01%25' AND category = 'eviction'", ["crane-falls"]],
  ];
  dbTest.for(QUESTIONS)("are filtered by: %s", ([question, events]) =>
    served(async (ask) => {
      expect(sorted(await idsOf(ask, `${EVENTS}&${question}`))).toEqual(sorted(events));
    }),
  );

  dbTest("are sorted by, what has no value last, page after page", () =>
    served(async (ask) => {
      const orders: readonly (readonly [string, readonly string[]])[] = [
        ["Wind_km_h,id", ["bridge-closed", "quay-cleared", "crane-falls", "nothing-known"]],
        ["-tide,id", ["crane-falls", "bridge-closed", "nothing-known", "quay-cleared"]],
        ["surveyed,-flooded,id", ["quay-cleared", "bridge-closed", "crane-falls", "nothing-known"]],
        ["-flooded,id", ["quay-cleared", "bridge-closed", "crane-falls", "nothing-known"]],
        ["Größe,vessels,id", ["crane-falls", "bridge-closed", "quay-cleared", "nothing-known"]],
      ];
      for (const [order, events] of orders) {
        const asked = `sortby=${encodeURIComponent(order)}`;
        expect(await idsOf(ask, `${EVENTS}&${asked}`), order).toEqual(events);
        const walked: string[] = [];
        let next: string | undefined = `/api/collections/events/items?f=json&limit=1&${asked}`;
        while (next) {
          const page: { features: Feature[]; links: { rel: string; href: string }[] } =
            await jsonOf(ask, next);
          walked.push(...page.features.map(({ id }) => String(id)));
          const href = page.links.find(({ rel }) => rel === "next")?.href;
          next = href && new URL(href).pathname + new URL(href).search;
        }
        expect(walked, order).toEqual(events);
      }
    }),
  );

  dbTest("are chosen among the properties, and refused where they are none", () =>
    served(async (ask) => {
      const [first] = await featuresOf(ask, `${EVENTS}&properties=Wind_km_h,category&vessels=3`);
      expect(first?.properties).toEqual({ category: "eviction", Wind_km_h: 12.5 });
      for (const question of ["depth=3", "filter=depth > 3", "sortby=depth", "properties=depth"])
        expect((await ask(`${EVENTS}&${question}`)).status, question).toBe(400);
      const { problems } = await (await ask(`${EVENTS}&vessels=many`)).json();
      expect(problems[0]).toMatchObject({ name: "vessels", got: '"many"' });
    }),
  );

  dbTest("are columns of CSV, and attributes of tiles", () =>
    served(async (ask) => {
      const csv = await (await ask("/api/download/events.csv")).text();
      const rows: Record<string, string>[] = parse(csv, { columns: true });
      expect(rows.find(({ id }) => id === "quay-cleared")).toMatchObject({
        Wind_km_h: "12.5",
        vessels: "3",
        flooded: "true",
        surveyed: "1891-07-02",
        tide: "",
      });
      const address = "/api/collections/events/tiles/WebMercatorQuad/0/0/0";
      const bytes = new Uint8Array(await (await ask(address)).arrayBuffer());
      const layer = new VectorTile(new PbfReader(bytes)).layers.events;
      const inTile = Object.fromEntries(
        Array.from({ length: layer?.length ?? 0 }, (_, at) => {
          const properties = layer?.feature(at).properties ?? {};
          return [properties.id, valuesOf(properties)];
        }),
      );
      expect(inTile).toEqual(EVENT_VALUES);
      const { vector_layers: layers } = await jsonOf(
        ask,
        "/api/collections/events/tiles/WebMercatorQuad?f=tilejson",
      );
      expect(layers[0].fields).toMatchObject({ Wind_km_h: "Mean speed of the wind at noon." });
    }),
  );

  dbTest("come with the document that the page reads", () =>
    served(async (ask) => {
      const dataset: Dataset = decodeDataset(await jsonOf(ask, "/api/dataset"));
      const own = dataset.events.map(({ attributes, id }) => [id, attributes ?? {}]);
      expect(Object.fromEntries(own)).toEqual(EVENT_VALUES);
      expect(dataset.meta.attributes.events.map(({ name }) => name)).toEqual(EVENT_ATTRIBUTES);
      const river = dataset.placePhases.find(({ id }) => id === "river");
      expect(river?.attributes).toEqual({ bridges: 2 });
    }),
  );

  dbTest(
    "go with the package, which makes the same of them when it is imported again",
    async () => {
      const again = temporaryFolder("attributed-again");
      let before = "";
      await served(async (ask) => {
        before = JSON.stringify(await featuresOf(ask, EVENTS));
        const zip = await (await ask("/api/download/package.zip")).arrayBuffer();
        for (const [name, bytes] of Object.entries(unzipSync(new Uint8Array(zip)))) {
          mkdirSync(path.dirname(path.join(again, name)), { recursive: true });
          writeFileSync(path.join(again, name), bytes);
        }
      });
      await served(async (ask) => {
        expect(JSON.stringify(await featuresOf(ask, EVENTS))).toBe(before);
        const { properties } = await jsonOf(ask, "/api/collections/events/schema?f=json");
        expect(properties.Wind_km_h).toMatchObject({ title: "Wind", "x-ogc-unit": "km/h" });
        expect(properties.flooded).toMatchObject({ type: "boolean" });
      }, again);
    },
  );
});

describe("the words of columns of its own", () => {
  dbTest("find the same events and places on the page and in the API", () =>
    served(async (ask) => {
      const decoded = decodeDataset(await jsonOf(ask, "/api/dataset"));
      const facts = factsOf(decoded);
      const words = new Set(
        [...decoded.events, ...decoded.placePhases].flatMap(({ attributes }) =>
          Object.values(attributes ?? {}).flatMap((value) => wordsOf(String(value))),
        ),
      );
      expect(words.size).toBeGreaterThan(5);
      for (const q of [...words, "secret"])
        for (const kind of ["events", "places"] as const) {
          const onPage = [...facts[kind]].flatMap(([id, of]) =>
            passes({ ...NO_FILTER, q }, of) ? id : [],
          );
          const address = `/api/collections/${kind}/items?f=json&limit=100&q=${encodeURIComponent(q)}`;
          expect(onPage.sort(), `${kind} with ${q}`).toEqual(sorted(await idsOf(ask, address)));
        }
    }),
  );
});

describe("columns of its own of a place that is coarse or hidden", () => {
  dbTest("are no words by which it is found, and those of a place that is exact are", () =>
    served(async (ask) => {
      const places = "/api/collections/places/items?f=json";
      expect(await idsOf(ask, `${places}&q=lane`)).toEqual(["quay-huts"]);
      expect(await idsOf(ask, `${places}&q=secret`)).toEqual([]);
    }),
  );

  dbTest("are in nothing that is answered, since they may tell where it is", () =>
    served(async (ask) => {
      const places = await featuresOf(ask, "/api/collections/places/items?f=json&limit=100");
      const told = places.map(({ properties }) => [
        properties?.place_id,
        properties?.street,
        properties?.rooms,
      ]);
      expect(told.sort()).toEqual([
        ["far-moor", null, null],
        ["mill-yard", null, null],
        ["old-bridge", null, null],
        ["quay-huts", "Quay Lane 3", 4],
      ]);
      for (const address of [
        "/api/dataset",
        "/api/download/package.zip",
        "/api/download/places.csv",
        "/api/download/camps.geojson",
        "/api/collections/places/tiles/WebMercatorQuad/0/0/0",
        "/api/collections/places/items?f=html",
      ]) {
        const bytes = new Uint8Array(await (await ask(address)).arrayBuffer());
        const texts = address.endsWith(".zip") ? Object.values(unzipSync(bytes)) : [bytes];
        for (const text of texts)
          expect(Buffer.from(text).toString("latin1"), address).not.toContain("secret-of-the");
      }
      const found = await featuresOf(
        ask,
        "/api/collections/places/items?f=json&filter=rooms > 4 OR street LIKE 'secret%25'",
      );
      expect(found).toEqual([]);
    }),
  );
});
