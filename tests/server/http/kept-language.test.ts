// The language that an address names is that of the answer, and of every page to which a page leads on.
import { describe, expect } from "vitest";
import { CALAIS_ID, dbTest } from "#tests/support/databases/database.ts";
import { testApp } from "#tests/support/product/app.ts";

/** A reader whose browser wishes for another language than the address names. */
const READER = { Accept: "text/html,*/*;q=0.8", "Accept-Language": "en" };

const PAGES = [
  ...["", "/conformance", "/collections", "/openapi", "/download", "/versions"],
  ...["/tileMatrixSets", "/tileMatrixSets/WebMercatorQuad"],
  ...["/collections/camps/tiles", "/collections/camps/tiles/WebMercatorQuad"],
  "/collections/camps/items/la-lande",
  ...["camps", "sources"].flatMap((id) =>
    ["", "/schema", "/schema/geojson", "/queryables", "/sortables", "/items?limit=2"].map(
      (part) => `/collections/${id}${part}`,
    ),
  ),
].map((path) => `/api${path}`);
const OF_SERVICE = ["/datasets", "/verify", `/d/${CALAIS_ID}/api`];
const MISSING = ["/nowhere", "/d/nowhere/"];

const inFrench = (path: string) => `${path}${path.includes("?") ? "&" : "?"}lang=fr`;
const linksOf = (html: string) =>
  [...html.matchAll(/<a\b[^>]*?href="([^"]*)"/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );

describe("a page that is asked for in a language", () => {
  dbTest("is in it, and leads on in it wherever it leads within the service", async () => {
    const { app } = await testApp();
    const { versions } = await (await app.request("/api/versions")).json();
    const { label } = versions[0];
    const difference = `/api/versions/${label}/diff/${label}`;
    for (const path of [...PAGES, difference, ...OF_SERVICE, ...MISSING]) {
      const answer = await app.request(inFrench(path), { headers: READER });
      const html = await answer.text();
      expect(answer.status, `${path} ${html}`).toBe(MISSING.includes(path) ? 404 : 200);
      expect(answer.headers.get("Content-Language"), path).toBe("fr");
      expect(html, path).toContain('<html lang="fr">');
      const own = linksOf(html)
        .map((href) => new URL(href, `http://localhost${inFrench(path)}`))
        .filter(({ origin }) => origin === "http://localhost");
      expect(own.length, path).toBeGreaterThan(0);
      for (const { href, searchParams } of own)
        expect(searchParams.getAll("lang"), `${path} leads to ${href}`).toEqual(["fr"]);
    }
    // What has no page, but can be led to, can be asked for in a language as well.
    for (const path of ["/changes?limit=1", "/analysis/timeline", "/download/datapackage.json"]) {
      const { status } = await app.request(inFrench(`/api${path}`));
      expect(status, path).toBe(200);
    }
  });

  dbTest(
    "is answered in another that the data or the pages have where they have not that one",
    async () => {
      const { app } = await testApp();
      const ask = (lang: string) =>
        app.request(`/api?f=html&lang=${lang}`, { headers: { "Accept-Language": "fr" } });
      for (const [lang, spoken] of [
        ["fr-CA", "fr"],
        ["en", "en"],
        ["de", "fr"],
      ] as const)
        expect((await ask(lang)).headers.get("Content-Language"), lang).toBe(spoken);
      const refused = await ask("1");
      expect(refused.status).toBe(400);
      expect(await refused.text()).toContain("a language, such as en or fr");
      const { title } = await (await app.request("/api/collections/places?lang=fr")).json();
      expect(title).toBe("Lieux");
      // Sources have a language of their own, which filters ask for.
      const sources = "/api/collections/sources/items?limit=1";
      const all = await (await app.request(`${sources}&lang=fr`)).json();
      const french = await (await app.request(`${sources}&filter=lang='fr'`)).json();
      expect(french.numberMatched).toBeLessThan(all.numberMatched);
    },
  );
});
