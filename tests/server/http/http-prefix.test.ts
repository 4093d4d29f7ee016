// The service below a path of a public address, whether the proxy in front takes the path off or leaves it.

import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { COLLECTION_IDS } from "#tests/support/packages/calais-collections.ts";
import { testApp } from "#tests/support/product/app.ts";
import { builtPage } from "#tests/support/product/built-page.ts";

const ROOT = "https://maps.example.org/over/here/";
const INSIDE = "http://127.0.0.1:3000";

async function service(publicUrl = ROOT) {
  const { app } = await testApp({ webRoot: builtPage(), publicUrl: new URL(publicUrl) });
  return (at: string, headers: Record<string, string> = {}) =>
    app.request(INSIDE + at, { headers, redirect: "manual" });
}

/** Addresses of the service itself in a text: whole ones, and paths in HTML. */
function ownAddresses(text: string): string[] {
  const whole =
    text.match(/https?:\/\/(maps\.example\.org|127\.0\.0\.1|localhost)[^\s"'<>\\)]*/g) ?? [];
  const paths = [...text.matchAll(/\b(?:href|src|action|data-root)="(\/[^"]*)"/g)].map(
    ([, one]) => new URL(one ?? "", ROOT).href,
  );
  return [...whole, ...paths];
}

const DOCUMENTS = [
  "/",
  "/?date=2015-03-31&lang=fr",
  "/embed?date=2015-03-31",
  "/nothing",
  "/oembed?format=json&url=https%3A%2F%2Fmaps.example.org%2Fover%2Fhere%2F%3Fdate%3D2015-03-31",
  "/oembed?format=xml&url=https%3A%2F%2Fmaps.example.org%2Fover%2Fhere%2Fembed%3Fdate%3D2015-03-31",
  ...["", "/conformance", "/collections", "/openapi", "/download", "/tileMatrixSets"].flatMap(
    (one) => [`/api${one}`, `/api${one}?f=html`],
  ),
  ...COLLECTION_IDS.flatMap((id) => [
    `/api/collections/${id}`,
    `/api/collections/${id}?f=html`,
    `/api/collections/${id}/schema`,
    `/api/collections/${id}/items?limit=2`,
    `/api/collections/${id}/items?limit=2&f=html`,
    `/api/collections/${id}/items?limit=2&f=jsonfg`,
    `/api/collections/${id}/items.csv?limit=2`,
    `/api/download/${id}.geojson`,
  ]),
  "/api/collections/camps/items/la-lande",
  "/api/collections/camps/items/la-lande?f=html",
  "/api/collections/camps/items?limit=2&f=lpf",
  "/api/collections/camps/items?limit=2&f=kml",
  "/api/collections/camps/tiles",
  "/api/collections/camps/tiles/WebMercatorQuad",
  "/api/collections/camps/tiles/WebMercatorQuad?f=tilejson",
  "/snapshot.svg?date=2014-05-27&width=900&height=700",
];

describe("below a path", () => {
  dbTest(
    "every address that is printed is below it, and what is answered is the same both ways",
    async () => {
      const ask = await service();
      for (const at of DOCUMENTS) {
        const [taken, left] = await Promise.all([ask(at), ask(`/over/here${at}`)]);
        expect(left.status, at).toBe(taken.status);
        expect(left.headers.get("ETag"), at).toBe(taken.headers.get("ETag"));
        expect(left.headers.get("Link"), at).toBe(taken.headers.get("Link"));
        const [text, other] = [await taken.text(), await left.text()];
        const noRequest = (one: string) => one.replace(/urn:request:[\w-]+/, "");
        expect(noRequest(other), at).toBe(noRequest(text));
        const addresses = ownAddresses(`${text} ${taken.headers.get("Link")}`);
        for (const address of addresses) expect(`${address}/`, at).toMatch(new RegExp(`^${ROOT}`));
        if (!/svg|csv|schema/.test(at)) expect(addresses.length, at).toBeGreaterThan(0);
      }
    },
  );

  dbTest("links lead to what they say", async () => {
    const ask = await service();
    const seen = new Set<string>();
    const follow = async (address: string): Promise<void> => {
      const inside = address.replace(ROOT, "/").replace(/#.*/, "");
      if (seen.has(inside) || seen.size > 150 || inside.includes("{")) return;
      seen.add(inside);
      const response = await ask(inside, { Accept: "application/json, */*;q=0.1" });
      expect(response.status, inside).toBe(200);
      if (!/json(;|$)/.test(response.headers.get("Content-Type") ?? "")) return;
      // Of the document, and of the collections and tilesets in it.
      for (const [, href = ""] of (await response.text()).matchAll(/"href":"([^"]+)"/g))
        if (href.startsWith(ROOT)) await follow(href);
    };
    await follow(`${ROOT}api`);
    expect(seen.size).toBeGreaterThan(100);
  });

  dbTest("the page, its files and its oEmbed are found there", async () => {
    const ask = await service();
    const page = await (await ask("/over/here/?date=2015-03-31")).text();
    expect(page).toContain('data-root="/over/here/"');
    expect(page).toContain('src="/over/here/assets/index-abc.js"');
    expect(page).toContain('href="/over/here/api/dataset"');
    expect(page).toContain(`<link rel="canonical" href="${ROOT}?date=2015-03-31" />`);
    const discovered = /type="application\/json\+oembed" href="([^"]+)"/.exec(page)?.[1] ?? "";
    const address = discovered.replaceAll("&amp;", "&").replace(ROOT, "/");
    const oembed = (await (await ask(address)).json()) as Record<string, string>;
    expect(oembed.html).toContain(`src="${ROOT}embed?date=2015-03-31"`);
    expect(oembed.thumbnail_url).toMatch(`${ROOT}snapshot.png?`);
    expect(oembed.provider_url).toBe(ROOT);
    for (const at of ["/over/here/assets/index-abc.js", "/over/here/offline.js"])
      expect((await ask(at)).status, at).toBe(200);
    expect((await ask("/over/here/assets/index-abc.js")).headers.get("Cache-Control")).toContain(
      "immutable",
    );
  });

  dbTest("oEmbed knows its own pages only", async () => {
    const ask = await service();
    const statusOf = async (url: string) =>
      (await ask(`/oembed?url=${encodeURIComponent(url)}`)).status;
    expect(await statusOf(ROOT)).toBe(200);
    expect(await statusOf(ROOT.slice(0, -1))).toBe(200);
    expect(await statusOf(`${ROOT}embed/`)).toBe(200);
    expect(await statusOf("https://maps.example.org/")).toBe(404);
    expect(await statusOf("https://maps.example.org/over/hereafter/")).toBe(404);
    expect(await statusOf(`${ROOT}api`)).toBe(404);
    expect(await statusOf("https://other.example.org/over/here/")).toBe(404);
  });

  dbTest("redirects stay there, and the path without its slash leads to the page", async () => {
    const ask = await service();
    const locationOf = async (at: string) => {
      const response = await ask(at);
      expect(response.status, at).toBe(308);
      return response.headers.get("Location");
    };
    expect(await locationOf("/over/here?date=2015-03-31")).toBe(`${ROOT}?date=2015-03-31`);
    expect(await locationOf("/over/here/about/")).toBe(`${ROOT}?view=about`);
    expect(await locationOf("/about?lang=fr")).toBe(`${ROOT}?lang=fr&view=about`);
    expect(await locationOf("/index.html")).toBe(ROOT);
    expect((await ask("/over/hereafter")).status).toBe(404);
  });

  dbTest("a picture prints the public address, with its path", async () => {
    const ask = await service();
    const svg = await (
      await ask("/over/here/snapshot.svg?date=2014-05-27&width=1200&height=900&lang=en")
    ).text();
    expect(svg.replace(/<[^>]+>/g, "")).toContain("maps.example.org/over/here/?date=2014-05-27");
  });
});

describe("without a public address", () => {
  dbTest.for([
    ["http://[::1]:3000", "http://[::1]:3000"],
    ["http://localhost", "http://localhost"],
    ["https://map.example", "https://map.example"],
  ])("links are made of the address that was asked: %s", async ([asked, printed]) => {
    const { app } = await testApp();
    const response = await app.request(`${asked}/api`, {
      headers: { "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "gopher" },
    });
    const text = await response.text();
    expect(text).toContain(`"${printed}/api/collections"`);
    expect(text).not.toContain("evil.example");
  });

  dbTest("slashes that a client doubles or adds do no harm", async () => {
    const { app } = await testApp({ webRoot: builtPage() });
    for (const at of [
      "/embed/",
      "//embed",
      "/api//collections/",
      "//api/collections//camps/items?limit=1",
    ])
      expect((await app.request(`${INSIDE}${at}`)).status, at).toBe(200);
  });
});
