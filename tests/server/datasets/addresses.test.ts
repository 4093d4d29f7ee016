// Every dataset has all addresses below its own, and none of them says anything of another.
import { unzipSync } from "fflate";
import { describe, expect } from "vitest";
import { CALAIS_ID, dbTest } from "#tests/support/databases/database.ts";
import { withBoth } from "#tests/support/packages/harbour-beside.ts";
import { HARBOUR_ID } from "#tests/support/packages/harbour-package.ts";
import { builtPage } from "#tests/support/product/built-page.ts";

const AT = `/d/${HARBOUR_ID}`;
const HERE = "http://localhost";
const COLLECTIONS = [
  ...["places", "camps", "routes", "events", "movements"],
  ...["counts", "sources", "citations", "attestations", "phases", "basemap"],
];

const DOCUMENTS = [
  "/?date=1891-03-31&lang=fr",
  "/embed?date=1891-03-31",
  "/nothing",
  `/oembed?format=json&url=${encodeURIComponent(`${HERE}${AT}/?date=1891-03-31`)}`,
  ...["", "/conformance", "/collections", "/openapi", "/download", "/tileMatrixSets"].flatMap(
    (one) => [`/api${one}`, `/api${one}?f=html`],
  ),
  ...COLLECTIONS.flatMap((id) => [
    `/api/collections/${id}`,
    `/api/collections/${id}?f=html`,
    `/api/collections/${id}/items?limit=1`,
    `/api/collections/${id}/items?limit=1&f=html`,
    `/api/collections/${id}/items?limit=1&f=jsonfg`,
    `/api/download/${id}.csv`,
  ]),
  "/api/collections/camps/items/far-moor",
  "/api/collections/camps/items/far-moor?f=html",
  "/api/collections/camps/tiles/WebMercatorQuad?f=tilejson",
  "/api/collections/camps/schema",
  "/api/analysis/separation",
  "/api/analysis/timeline",
  "/api/dataset",
  "/api/download/datapackage.json",
  "/snapshot.svg?date=1891-03-31&width=900&height=700&lang=en",
];

/** Addresses of the service itself in a text: whole ones, and paths in HTML. */
function ownAddresses(text: string, origin: string): string[] {
  const whole = text.split(/["'<>\\\s)]/).filter((word) => word.startsWith(origin));
  const paths = [...text.matchAll(/\b(?:href|src|action|data-root)="(\/[^"]*)"/g)].map(
    ([, one]) => new URL(one ?? "", origin).href,
  );
  return [...whole, ...paths];
}

describe("a dataset below its own address", () => {
  dbTest.for([
    [HERE, undefined],
    ["https://maps.example.org/over/here", new URL("https://maps.example.org/over/here")],
  ] as const)("%s: every address that it prints is below it", ([service, publicUrl]) =>
    withBoth({ webRoot: builtPage(), ...(publicUrl ? { publicUrl } : {}) }, async ({ app }) => {
      for (const document of DOCUMENTS) {
        const asked = document.replace(encodeURIComponent(HERE), encodeURIComponent(service));
        const response = await app.request(`${HERE}${AT}${asked}`);
        expect(response.status, document).toBe(document === "/nothing" ? 404 : 200);
        const text = await response.text();
        expect(text, document).not.toMatch(/calais|la-lande/i);
        const origin = new URL(service).origin;
        const printed = ownAddresses(`${text} ${response.headers.get("Link")}`, origin);
        const ofService = ["/datasets", "/missing.css"].map((one) => service + one);
        const astray = printed.filter(
          (one) =>
            !`${one}/`.startsWith(`${service}${AT}/`) &&
            // Of the whole service: the list, and who provides oEmbed.
            ![...ofService, `${service}/`].includes(one.replace(/\?.*/, "")),
        );
        expect(astray, document).toEqual([]);
      }
    }),
  );

  dbTest("pictures and their files print it, and so does the data package", () =>
    withBoth({}, async ({ app }) => {
      const asked = "date=1891-03-31&width=900&height=700&lang=en";
      const svg = await (await app.request(`${AT}/snapshot.svg?${asked}`)).text();
      expect(svg.replace(/<[^>]+>/g, "")).toContain(`localhost${AT}/?date=1891-03-31`);
      const zip = await (await app.request(`${AT}/snapshot.zip?${asked}`)).arrayBuffer();
      const files = unzipSync(new Uint8Array(zip));
      const state = JSON.parse(Buffer.from(files["state.json"] ?? []).toString());
      expect(state.page).toMatch(`${HERE}${AT}/?date=1891-03-31`);
      expect(state.picture).toMatch(`${AT}/snapshot.zip?`);
      const packed = await (await app.request(`${AT}/api/download/package.zip`)).arrayBuffer();
      const descriptor = unzipSync(new Uint8Array(packed))["datapackage.json"] ?? [];
      expect(JSON.parse(Buffer.from(descriptor).toString())).toMatchObject({
        name: HARBOUR_ID,
        homepage: `${HERE}${AT}/`,
      });
    }),
  );

  dbTest("the default dataset answers there as it does at the root", () =>
    withBoth({ webRoot: builtPage() }, async ({ app }) => {
      for (const document of [
        "/api/collections/camps/items?limit=3",
        "/api/dataset",
        "/api/analysis/separation?datetime=2014-05-27",
        "/?date=2014-05-27",
      ]) {
        const named = await (await app.request(`/d/${CALAIS_ID}${document}`)).text();
        const atRoot = await (await app.request(document)).text();
        const plain = named
          .replaceAll(`/d/${CALAIS_ID}/`, "/")
          .replaceAll(encodeURIComponent(`/d/${CALAIS_ID}/`), encodeURIComponent("/"));
        expect(plain).toBe(atRoot);
      }
      const page = await (await app.request(`/d/${CALAIS_ID}/?date=2014-05-27`)).text();
      expect(page).toContain(`<link rel="canonical" href="${HERE}/?date=2014-05-27" />`);
      expect(page).toContain(`data-root="/d/${CALAIS_ID}/"`);
    }),
  );

  dbTest("is found without a slash at its end, with doubled ones, and by the page of old", () =>
    withBoth({ webRoot: builtPage() }, async ({ app }) => {
      const leads = await app.request(`${AT}?lang=fr`);
      expect([leads.status, leads.headers.get("Location")]).toEqual([308, `${HERE}${AT}/?lang=fr`]);
      const about = await app.request(`${AT}/about`);
      expect(about.headers.get("Location")).toBe(`${HERE}${AT}/?view=about`);
      expect((await app.request(`${AT}//api//collections/`)).status).toBe(200);
      expect((await app.request(`${AT}/offline.js`)).status).toBe(200);
      expect((await app.request(`${AT}/assets/index-abc.js`)).status).toBe(200);
      expect((await app.request(`${AT}/readyz`)).status).toBe(404);
    }),
  );

  dbTest("is held to the same headers as one at the root", () =>
    withBoth({ webRoot: builtPage() }, async ({ app }) => {
      for (const path of ["/", "/embed", "/api", "/snapshot.svg?width=900&height=700"]) {
        const named = (await app.request(`/d/${CALAIS_ID}${path}`)).headers;
        const atRoot = (await app.request(path)).headers;
        for (const name of [
          "Content-Security-Policy",
          "Access-Control-Allow-Origin",
          "Cache-Control",
          "Vary",
        ])
          expect(named.get(name), `${path} ${name}`).toBe(atRoot.get(name));
      }
    }),
  );

  dbTest("one oEmbed knows the pages of all", () =>
    withBoth({ webRoot: builtPage() }, async ({ app }) => {
      for (const at of ["", AT, `/d/${CALAIS_ID}`]) {
        const embedded = `${HERE}${AT}/embed?date=1891-03-31`;
        const response = await app.request(`${at}/oembed?url=${encodeURIComponent(embedded)}`);
        const { html, provider_url, title } = await response.json();
        expect(title).toContain("Harbour");
        expect(html).toContain(`src="${HERE}${AT}/embed?date=1891-03-31"`);
        expect(provider_url).toBe(`${HERE}/`);
      }
      for (const other of [`${HERE}/d/nowhere/`, `${HERE}${AT}/api`, `http://else${AT}/`])
        expect((await app.request(`/oembed?url=${encodeURIComponent(other)}`)).status).toBe(404);
    }),
  );
});

describe("ids of one dataset", () => {
  dbTest("lead nowhere in another", () =>
    withBoth({ webRoot: builtPage() }, async ({ app }) => {
      for (const [at, own, other] of [
        ["", "la-lande", "far-moor"],
        [AT, "far-moor", "la-lande"],
      ] as const) {
        const item = (id: string) => app.request(`${at}/api/collections/camps/items/${id}`);
        expect([(await item(own)).status, (await item(other)).status]).toEqual([200, 404]);
        const picture = (id: string) =>
          app.request(`${at}/snapshot.svg?width=900&height=700&sel=place:${id}`);
        expect([(await picture(own)).status, (await picture(other)).status]).toEqual([200, 400]);
        const filter = encodeURIComponent(`id IN ('${own}','${other}')`);
        const found = await (
          await app.request(`${at}/api/collections/camps/items?filter=${filter}`)
        ).json();
        expect(found.features.map(({ id }: { id: string }) => id)).toEqual([own]);
      }
    }),
  );

  dbTest("never reach each other’s answers, whatever is asked of words and boxes", () =>
    withBoth({}, async ({ app }) => {
      const idsOf = async (at: string, collection: string, search: string) => {
        const response = await app.request(`${at}/api/collections/${collection}/items?${search}`);
        const { features } = await response.json();
        return features.map(({ id }: { id: string }) => id) as string[];
      };
      for (const collection of COLLECTIONS) {
        const ofHarbour = new Set(await idsOf(AT, collection, "limit=10000"));
        const ofCalais = new Set(await idsOf("", collection, "limit=10000"));
        expect([...ofHarbour].filter((id) => ofCalais.has(id) && id !== "land")).toEqual([]);
        for (const search of ["bbox=-180,-90,180,90", "q=the", "q=camp", "datetime=../.."]) {
          const asked = `${search}&limit=10000`;
          for (const id of await idsOf(AT, collection, asked)) expect(ofHarbour).toContain(id);
          for (const id of await idsOf("", collection, asked)) expect(ofCalais).toContain(id);
        }
      }
    }),
  );
});
