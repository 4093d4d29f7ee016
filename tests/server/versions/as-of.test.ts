// Every answer about a version is the same before and after another one, in which nothing is left of it, was published.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect } from "vitest";
import { undoVersion } from "#db/queries/publish/undo-version.ts";
import { importPackage } from "#import/load/import-package.ts";
import { CALAIS_ID, dbTest, rolledBack, testReads } from "#tests/support/databases/database.ts";
import { COLLECTION_IDS } from "#tests/support/packages/calais-collections.ts";
import { minimalPackage } from "#tests/support/packages/minimal-package.ts";
import { CALAIS, temporaryFolder } from "#tests/support/packages/packages.ts";
import { testApp } from "#tests/support/product/app.ts";
import { builtPage } from "#tests/support/product/built-page.ts";
import { ask } from "#tests/support/product/everything-answered.ts";

const { version: LABEL } = JSON.parse(
  readFileSync(path.join(CALAIS, "datapackage.json"), "utf8"),
) as { version: string };

/** Another dataset under the same name: of no record of Calais anything is left. */
function nothingOfIt(): string {
  const folder = temporaryFolder("nothing-left");
  cpSync(minimalPackage(), folder, { recursive: true });
  const file = path.join(folder, "datapackage.json");
  const descriptor = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...descriptor, name: CALAIS_ID, version: "9.9" }));
  return folder;
}

type App = Awaited<ReturnType<typeof testApp>>["app"];

/** What is asked of a version: the API below its path, pictures by their parameter. */
const ADDRESSES = [
  ...["", "/dataset", "/collections", "/download"],
  ...["/download/datapackage.json", "/download/package.zip"],
  "/collections/events/columns",
  "/collections/events/tiles/WebMercatorQuad/0/0/0",
  "/collections/events/tiles/WebMercatorQuad/12/1374/2072",
  "/collections/camps/tiles/WebMercatorQuad/12/1374/2072",
  "/collections/camps/tiles/WebMercatorQuad?f=tilejson",
  "/collections/camps/items/la-lande",
  "/collections/events/items?q=lande&sortby=-start_earliest&limit=3",
  "/collections/events/items?f=html&limit=3",
  "/analysis/timeline",
  "/analysis/separation?step=month&f=csv",
  "/analysis/separation?conventions=false",
  "/analysis/changes?from=2014-01-15&to=2014-10-15",
  ...COLLECTION_IDS.flatMap((id) => [
    `/collections/${id}`,
    `/collections/${id}/items?limit=1000`,
    `/collections/${id}/items?f=csv&limit=1000`,
    `/download/${id}.csv`,
  ]),
]
  .map((address) => `/v/${LABEL}/api${address}`)
  .concat(`/snapshot.svg?date=2014-05-10&v=${LABEL}`);

async function askAll(app: App) {
  const answers = new Map<string, Awaited<ReturnType<typeof ask>>>();
  for (const address of ADDRESSES) answers.set(address, await ask(app, address));
  return answers;
}

/** What is of the answering: tags and times are of both versions, and files are sent whole once they are known. */
const comparable = ({ head, body }: { readonly head: string; readonly body: Uint8Array }) => ({
  head: head
    .split("\n")
    .filter((line) => !/^(etag|last-modified|accept-ranges|content-length|rocade)/i.test(line))
    .map((line) =>
      line.replace(/(, )?<[^>]*>; rel="latest-version"[^,]*/, "").replace(/^link: $/, ""),
    )
    .filter((line) => line !== "")
    .join("\n"),
  // Files are told with their lengths once those are known.
  body: Buffer.from(body)
    .toString("latin1")
    .replaceAll(/,"length":\d+/g, "")
    // A page for people says that another version has followed.
    .replace(/<p class="former">.*?<\/p>/, ""),
});

describe("a former version", () => {
  dbTest("answers as it did when it was the newest, at every address and in every format", () =>
    rolledBack(async (db) => {
      const { app: before } = await testApp({ db });
      const was = await askAll(before);
      const outcome = await importPackage(db, nothingOfIt());
      expect(outcome).toMatchObject({ status: "loaded", version: { label: "9.9" } });
      const { app } = await testApp({ db });
      const newest = await (await app.request("/api/collections/events/items")).json();
      expect(newest.numberMatched).toBe(4);
      const is = await askAll(app);
      const others = [...is].filter(([address, answer]) => {
        const former = was.get(address);
        return JSON.stringify(comparable(answer)) !== JSON.stringify(former && comparable(former));
      });
      expect(others.map(([address]) => address)).toEqual([]);
      const answered = [...was.values()].filter(({ head }) => /^20[04]/.test(head));
      expect(answered.length).toBe(ADDRESSES.length);
    }),
  );

  dbTest("is named by its label or an instant, with everything that can be asked besides", () =>
    rolledBack(async (db) => {
      const items = "/api/collections/events/items?limit=1000&datetime=2014-05-01/2014-05-31";
      const { app } = await testApp({ db });
      const asked = await app.request(items);
      const { features, numberMatched } = await asked.json();
      expect(numberMatched).toBeGreaterThan(2);
      expect(asked.headers.get("Cache-Control")).toContain("max-age");
      await importPackage(db, nothingOfIt());
      const { app: later } = await testApp({ db });
      const { versions } = await (await later.request("/api/versions")).json();
      const [second, first] = versions as { label: string; publishedAt: string }[];
      if (!first || !second) throw new Error("there are two");
      const between = new Date(Date.parse(second.publishedAt) - 1).toISOString();
      for (const asOf of [LABEL, first.publishedAt, between]) {
        const answer = await later.request(`${items}&asOf=${encodeURIComponent(asOf)}`);
        expect(answer.status).toBe(200);
        expect(answer.headers.get("Cache-Control")).toBe("no-cache");
        const page = await answer.json();
        expect(page.features).toEqual(features);
        for (const { href } of page.links) expect(href).toContain(`/v/${LABEL}/api/`);
        const again = await later.request(`${items}&asOf=${encodeURIComponent(asOf)}`, {
          headers: { "If-None-Match": answer.headers.get("ETag") ?? "" },
        });
        expect(again.status).toBe(304);
      }
      const newest = await later.request(`${items}&asOf=${second.publishedAt}`);
      expect((await newest.json()).numberMatched).toBe(0);
      const filtered = `${items}&asOf=${LABEL}&filter=${encodeURIComponent("category='eviction'")}&crs=${encodeURIComponent("http://www.opengis.net/def/crs/EPSG/0/3857")}`;
      const evictions = await (await later.request(filtered)).json();
      const [one] = evictions.features;
      expect(one.properties.category).toBe("eviction");
      expect(Math.abs(one.geometry.coordinates[0])).toBeGreaterThan(1000);
    }),
  );

  dbTest("is marked, and leads to the same of the newest", () =>
    rolledBack(async (db) => {
      const { app: before } = await testApp({ db });
      const item = `/v/${LABEL}/api/collections/camps/items/la-lande?f=html&lang=fr`;
      const unmarked = await before.request(item);
      expect(unmarked.headers.get("Link") ?? "").not.toContain("latest-version");
      expect(await unmarked.text()).not.toContain('class="former"');
      await importPackage(db, nothingOfIt());
      const { app } = await testApp({ db });
      const page = await app.request(item);
      const newest = "http://localhost/api/collections/camps/items/la-lande?f=html&amp;lang=fr";
      expect(await page.text()).toMatch(
        new RegExp(
          `<p class="former">[^<]*${LABEL}[^<]*<a href="${newest.replace(/[?]/g, "\\?")}">`,
        ),
      );
      for (const path of [
        ...["", "/collections/camps", "/collections/camps/items?limit=2", "/analysis/timeline"],
        ...["/collections/camps/items/la-lande", "/download/camps.csv", "/dataset"],
        "/collections/events/tiles/WebMercatorQuad/0/0/0",
      ]) {
        for (const address of [
          `/v/${LABEL}/api${path}`,
          `/api${path}${path.includes("?") ? "&" : "?"}asOf=${LABEL}`,
        ]) {
          const link = (await app.request(address)).headers.get("Link") ?? "";
          expect(link, address).toContain(`<http://localhost/api${path}>; rel="latest-version"`);
        }
      }
      // What tells of all versions is of none.
      for (const path of ["/api/versions", `/api/versions/${LABEL}/diff/9.9?f=csv`]) {
        const led = await app.request(`/v/${LABEL}${path}`);
        expect([led.status, led.headers.get("Location")]).toEqual([308, `http://localhost${path}`]);
      }
      const feed = await app.request(`/v/${LABEL}/feed.xml`);
      expect(feed.headers.get("Location")).toBe("http://localhost/feed.xml");
      const { links } = await (await app.request(`/v/${LABEL}/api`)).json();
      const history = (links as { rel: string; href: string }[]).find(
        ({ rel }) => rel === "version-history",
      );
      expect(history?.href).toBe("http://localhost/api/versions");
    }),
  );

  dbTest("whose label has a plus is found where that was not encoded, as a space", () =>
    rolledBack(async (db) => {
      await importPackage(db, nothingOfIt());
      const undone = await undoVersion(db, CALAIS_ID);
      const label = `${LABEL}+undo.1`;
      expect(undone).toMatchObject({ version: { label } });
      const { app } = await testApp({ db });
      for (const address of [
        `/api/collections/events/items?asOf=${label}&limit=1`,
        `/snapshot.svg?date=2014-05-10&v=${label}`,
        `/v/${label}/api/dataset`,
      ])
        expect((await app.request(address)).status, address).toBe(200);
    }),
  );

  dbTest("is read by the role that reads", async () => {
    const { app } = await testApp({ db: await testReads() });
    const { publishedAt } = (await (await app.request("/api/versions")).json()).versions[0];
    for (const id of COLLECTION_IDS) {
      const newest = await (await app.request(`/api/collections/${id}/items`)).json();
      const asOf = await app.request(`/api/collections/${id}/items?asOf=${publishedAt}`);
      expect((await asOf.json()).features).toEqual(newest.features);
    }
    const whole = await (await app.request("/api/dataset")).json();
    expect(await (await app.request(`/v/${LABEL}/api/dataset`)).json()).toEqual(whole);
  });

  dbTest("that is not there is refused in words, and so is one that is named twice", async () => {
    const { app } = await testApp();
    for (const asOf of ["7.7", "1999-01-01", "1999-01-01T00:00:00Z", "2999-01-01", ""]) {
      const answer = await app.request(`/api/collections/events/items?asOf=${asOf}`);
      expect(answer.status).toBe(400);
      const { problems } = await answer.json();
      expect(problems).toMatchObject([{ name: "asOf" }]);
      expect(problems[0].allowed).toContain(LABEL);
      expect(problems[0].allowed).toMatch(/an instant from \d{4}-/);
    }
    const twice = await app.request(`/api?asOf=${LABEL}&asOf=${LABEL}`);
    expect(twice.status).toBe(400);
    // Clients carry it along to where the links lead.
    const items = "/api/collections/events/items?limit=1";
    const both = await app.request(`/v/${LABEL}${items}&asOf=${LABEL}`);
    expect(both.status).toBe(200);
    const plain = (await (await app.request(`/v/${LABEL}${items}`)).json()).links;
    expect((await both.json()).links).toEqual(plain);
    const beside = await app.request(`/v/${LABEL}/api?asOf=1999-01-01`);
    expect(beside.status).toBe(400);
    expect((await beside.json()).problems).toMatchObject([{ name: "asOf", got: '"1999-01-01"' }]);
    const missing = await app.request("/v/7.7/api/collections");
    expect(missing.status).toBe(404);
    expect((await missing.json()).detail).toContain(LABEL);
    expect((await app.request("/snapshot.svg?date=2014-05-10&v=7.7")).status).toBe(404);
  });

  dbTest("is said on its page, which asks for it and is shared as it", () =>
    rolledBack(async (db) => {
      const webRoot = builtPage();
      const html = async (address: string) =>
        (await (await testApp({ db, webRoot })).app.request(address)).text();
      const named = await html(`/?v=${LABEL}&date=2014-05-10`);
      expect(named).toContain(`data-version="${LABEL}">`);
      await importPackage(db, nothingOfIt());
      const page = await html(`/?v=${LABEL}&date=2014-05-10`);
      expect(page).toContain(`data-version="${LABEL}" data-is-former>`);
      // One that says what the newest says is not told to be out of date.
      await undoVersion(db, CALAIS_ID);
      const again = await html(`/?v=${LABEL}&date=2014-05-10`);
      expect(again).toContain(
        `data-version="${LABEL}" data-is-former data-same-as="${LABEL}+undo.1">`,
      );
      expect(page).toContain(`href="/v/${LABEL}/api/dataset"`);
      expect(page).toMatch(new RegExp(`og:image" content="[^"]*[?;]v=${LABEL}&amp;`));
      const { app: unknown } = await testApp({ db, webRoot });
      const statusOf = async (address: string) => (await unknown.request(address)).status;
      expect(await statusOf("/")).toBe(200);
      // The newest is shown, and says so; an archive is told that this one is not there.
      expect(await statusOf("/?v=7.7")).toBe(404);
      for (const address of ["/", "/?v=7.7"]) {
        const newest = await html(address);
        expect(newest).not.toContain("data-version");
        expect(newest).toContain('href="/api/dataset"');
      }
    }),
  );

  dbTest("has its page and its pictures at the address that is printed", async () => {
    const { app } = await testApp();
    const page = await app.request(`/d/${CALAIS_ID}/v/${LABEL}/embed?date=2014-05-10`);
    expect(page.status).toBe(308);
    expect(page.headers.get("Location")).toBe(
      `http://localhost/d/${CALAIS_ID}/embed?date=2014-05-10&v=${LABEL}`,
    );
    const picture = await app.request(`/v/${LABEL}/snapshot.png?date=2014-05-10`);
    expect(picture.headers.get("Location")).toBe(
      `http://localhost/snapshot.png?date=2014-05-10&v=${LABEL}`,
    );
  });
});
