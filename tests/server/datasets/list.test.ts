// `/datasets`, and what is told of a dataset that is not there.
import { describe, expect } from "vitest";
import { CALAIS_ID, dbTest } from "#tests/support/databases/database.ts";
import { CALAIS_VERSION } from "#tests/support/packages/calais-facts.ts";
import { withBoth } from "#tests/support/packages/harbour-beside.ts";
import { HARBOUR_ID } from "#tests/support/packages/harbour-package.ts";
import { testApp } from "#tests/support/product/app.ts";
import { builtPage } from "#tests/support/product/built-page.ts";

const BROWSER = { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

describe("the list of datasets", () => {
  dbTest("tells programs what each is, how much it holds and where it is", () =>
    withBoth({}, async ({ app }) => {
      const response = await app.request("/datasets");
      expect(response.headers.get("Content-Type")).toBe("application/json");
      expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
      const body = await response.json();
      expect(body.default).toBe(CALAIS_ID);
      // The one that is shown first comes first.
      expect(body.datasets.map(({ id }: { id: string }) => id)).toEqual([CALAIS_ID, HARBOUR_ID]);
      const [calais, harbour] = body.datasets;
      expect(calais).toMatchObject({ default: true, version: { label: CALAIS_VERSION } });
      // As in the package, and as many as the collections answer: four places (the river is a line), one event, one movement, one
      // source.
      expect(harbour).toMatchObject({
        default: false,
        status: "available",
        title: "Harbour 1890–1893",
        description: "An invented town.",
        period: { first: "1890-01-01", last: "1893-12-31" },
        bbox: [-3.3, 55.9, -3.05, 56],
        languages: ["en", "fr"],
        counts: { places: 4, events: 1, movements: 1, counts: 0, sources: 1 },
        attribution: "Invented.",
        licences: [{ name: "CC0-1.0" }],
        version: { label: "0.1" },
      });
      for (const { href, rel, type } of [...calais.links, ...harbour.links]) {
        if (type === "text/html") continue;
        const answer = await app.request(href);
        expect(answer.status, `${rel} ${href}`).toBe(200);
        expect(answer.headers.get("Content-Type")).toContain(type);
      }
      const french = await (
        await app.request("/datasets", { headers: { "Accept-Language": "fr" } })
      ).json();
      expect(french.datasets[1].title).toBe("Harbour 1890–1893 (fr)");
    }),
  );

  dbTest("shows people the same, in their language", () =>
    withBoth({ webRoot: builtPage() }, async ({ app }) => {
      const page = await (await app.request("/datasets?lang=fr", { headers: BROWSER })).text();
      expect(page).toContain('<html lang="fr">');
      expect(page).toContain("2 cartes dans le temps");
      expect(page).toContain('<a href="http://localhost/?lang=fr">');
      expect(page).toContain(`<a href="http://localhost/d/${HARBOUR_ID}/?lang=fr">Harbour`);
      expect(page).toContain("1er janvier 1890 – 31 décembre 1893");
      expect(page).toContain("4 lieux, 1 événement, 1 déplacement, 1 source");
      expect(page).toContain("anglais, français");
      const english = await (await app.request("/datasets?f=html")).text();
      expect(english).toContain("4 places, 1 event, 1 movement, 1 source");
    }),
  );

  dbTest("is set in the typeface of the map, which the service has", async () => {
    const { app } = await testApp();
    const style = await (await app.request("/api/page.css")).text();
    expect(style).toContain("body { margin: 0 auto;");
    expect(style).toMatch(/body \{[^}]*"Source Sans 3"/);
    const fonts = [...style.matchAll(/url\("(.*?)"\)/g)].map(([, file = ""]) => file);
    expect(fonts).toHaveLength(2);
    for (const file of fonts) {
      const font = await app.request(`/api/${file}`);
      expect([font.status, font.headers.get("Content-Type")], file).toEqual([200, "font/woff2"]);
      expect(Buffer.from(await font.arrayBuffer()).toString("latin1", 0, 4)).toBe("wOF2");
    }
    expect((await app.request("/api/page-fonts/500.woff2")).status).toBe(404);
  });

  dbTest("has a tag that changes when a dataset does", async () => {
    const { app: alone } = await testApp();
    const before = (await alone.request("/datasets")).headers.get("ETag") ?? "";
    await withBoth({}, async ({ app }) => {
      const first = await app.request("/datasets", { headers: { "If-None-Match": before } });
      expect(first.status).toBe(200);
      const tag = first.headers.get("ETag") ?? "";
      const again = await app.request("/datasets", { headers: { "If-None-Match": tag } });
      expect(again.status).toBe(304);
    });
  });

  dbTest("refuses what it does not know", async () => {
    const { app } = await testApp();
    const response = await app.request("/datasets?title=x");
    expect(response.status).toBe(400);
    expect((await response.json()).problems[0].name).toBe("title");
  });

  dbTest("is found from the page where there are others, and from the API always", async () => {
    const { app: alone } = await testApp({ webRoot: builtPage() });
    expect(await (await alone.request("/")).text()).not.toContain("data-datasets");
    await withBoth({ webRoot: builtPage() }, async ({ app }) => {
      for (const at of ["/", `/d/${HARBOUR_ID}/`]) {
        expect(await (await app.request(at)).text()).toContain('data-datasets="/datasets"');
        const { links } = await (await app.request(`${at}api`)).json();
        const up = links.find(({ rel }: { rel: string }) => rel === "up");
        expect(up.href).toBe("http://localhost/datasets");
      }
    });
  });
});

describe("a dataset that is not there", () => {
  dbTest("is told to programs in words, with those that are", () =>
    withBoth({}, async ({ app }) => {
      for (const path of ["/d/nowhere/api/collections", "/d/nowhere", "/d/nowhere/snapshot.png"]) {
        const response = await app.request(path);
        expect(response.status).toBe(404);
        expect(response.headers.get("Content-Type")).toBe("application/problem+json");
        const { detail } = await response.json();
        expect(detail).toContain('"nowhere"');
        expect(detail).toContain(`${CALAIS_ID} (/), ${HARBOUR_ID} (/d/${HARBOUR_ID}/)`);
      }
      const cross = await app.request("/d/nowhere/api");
      expect(cross.headers.get("Access-Control-Allow-Origin")).toBe("*");
    }),
  );

  dbTest("is told to people on a page, in their language", () =>
    withBoth({ webRoot: builtPage() }, async ({ app }) => {
      const response = await app.request("/d/nowhere/?lang=fr", { headers: BROWSER });
      expect(response.status).toBe(404);
      const page = await response.text();
      expect(page).toContain("Jeu de données introuvable");
      expect(page).toContain(`href="/d/${HARBOUR_ID}/?lang=fr"`);
      expect(page).toContain('href="/datasets?lang=fr"');
      const leads = await app.request("/d/");
      expect(leads.headers.get("Location")).toBe("http://localhost/datasets");
    }),
  );

  dbTest("is nothing that an address can be made of", async () => {
    const { app } = await testApp();
    for (const id of ["%00", "..%2f", "'--", "%3Cscript%3E", "x".repeat(500)]) {
      const response = await app.request(`/d/${id}/api`, { headers: BROWSER });
      expect(response.status, id).toBe(404);
      expect(await response.text(), id).not.toMatch(/<script>|SELECT|at .*\.ts/);
    }
  });
});
