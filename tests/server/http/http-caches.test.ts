// What caches and conditional requests are told.
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { getJson, testApp } from "#tests/support/product/app.ts";

const ADDRESSES = [
  "/api",
  "/api/collections",
  "/api/collections/camps/items?limit=3",
  "/api/collections/camps/items/la-lande",
  "/api/collections/events/columns",
  "/api/collections/camps/tiles/WebMercatorQuad/0/0/0",
  "/api/collections/camps/tiles/WebMercatorQuad?f=tilejson",
  "/api/dataset",
  "/api/download/camps.csv",
  "/api/analysis/separation?datetime=2014-05-27",
  "/api/analysis/changes?from=2014-05-27&to=2016-09-05",
  "/api/analysis/timeline",
  "/snapshot.svg?date=2014-05-27&width=1200&height=800&without=locator",
] as const;

async function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  const { app } = await testApp();
  const response = await app.request(path, { headers, method });
  await response.arrayBuffer();
  return response;
}

describe("a time that the client has", () => {
  dbTest.for(ADDRESSES)("is heard at %s, and the tag before it", async (path) => {
    const first = await ask(path);
    const changed = first.headers.get("Last-Modified") ?? "";
    expect(new Date(changed).toUTCString()).toBe(changed);
    expect(Date.parse(changed)).toBeLessThanOrEqual(Date.now());
    const statusOf = async (headers: Record<string, string>) => (await ask(path, headers)).status;
    const earlier = new Date(Date.parse(changed) - 1000).toUTCString();
    const tag = first.headers.get("ETag") ?? "";
    expect(await statusOf({ "If-Modified-Since": changed })).toBe(304);
    expect(await statusOf({ "If-Modified-Since": new Date().toUTCString() })).toBe(304);
    expect(await statusOf({ "If-Modified-Since": earlier })).toBe(200);
    expect(await statusOf({ "If-Modified-Since": "yesterday" })).toBe(200);
    expect(await statusOf({ "If-Modified-Since": changed, "If-None-Match": '"other"' })).toBe(200);
    expect(await statusOf({ "If-Modified-Since": earlier, "If-None-Match": tag })).toBe(304);
  });

  dbTest("is not before the data were published", async () => {
    const { body } = await getJson("/api/dataset");
    const changed = (await ask("/api")).headers.get("Last-Modified") ?? "";
    expect(Date.parse(changed)).toBeGreaterThanOrEqual(
      Math.floor(Date.parse(body.meta.version.publishedAt) / 1000) * 1000,
    );
  });
});

describe("what an answer depends on", () => {
  const variesOf = async (path: string, headers: Record<string, string> = {}) =>
    (await ask(path, headers)).headers.get("Vary")?.split(", ").sort();

  dbTest("is said once, and the same of what is not changed", async () => {
    const all = ["Accept", "Accept-Encoding", "Accept-Language"];
    for (const path of ["/api", "/api/collections", "/api/collections/camps/items?limit=3"]) {
      expect(await variesOf(path), path).toEqual(all);
      const tag = (await ask(path)).headers.get("ETag") ?? "";
      expect(await variesOf(path, { "If-None-Match": tag }), path).toEqual(all);
    }
    const tileset = "/api/collections/camps/tiles/WebMercatorQuad";
    expect(await variesOf(tileset)).toEqual(all);
    expect(await variesOf("/api/collections/camps/items?f=csv")).toEqual([
      "Accept-Encoding",
      "Accept-Language",
    ]);
  });

  dbTest("is a tag for each of its forms", async () => {
    const tags = await Promise.all([
      ask("/api", { "Accept-Language": "en" }),
      ask("/api", { "Accept-Language": "fr" }),
      ask("/api", { Accept: "text/html" }),
      ask("/api", { "Accept-Encoding": "gzip" }),
      ask("/api", { "Accept-Encoding": "br" }),
    ]);
    expect(new Set(tags.map(({ headers }) => headers.get("ETag"))).size).toBe(tags.length);
  });

  dbTest("a problem has no tag, no time and no place in a cache", async () => {
    for (const path of [
      "/api/collections/camps/items?limit=0",
      "/api/nothing",
      "/snapshot.svg?date=2014-05-27&sel=place:nowhere",
    ]) {
      const { headers, status } = await ask(path);
      expect(status, path).toBeGreaterThanOrEqual(400);
      expect(headers.get("Cache-Control"), path).toBe("no-store");
      expect([headers.get("ETag"), headers.get("Last-Modified")], path).toEqual([null, null]);
    }
  });
});

/** What browsers show of every answer (Fetch, "CORS-safelisted response-header name"). */
const ALWAYS_SHOWN = new Set([
  "cache-control",
  "content-language",
  "content-length",
  "content-type",
  "expires",
  "last-modified",
  "pragma",
]);
/** What is said to the browser itself and to caches, not to scripts. */
const OF_THE_BROWSER =
  /^(access-control-|content-security-policy|cross-origin-|date$|origin-agent-cluster|permissions-policy|referrer-policy|strict-transport-security|vary|x-(?!request-id))/;

const lowerCaseList = (list: string | null) =>
  (list ?? "").split(",").map((one) => one.trim().toLowerCase());

describe("pages of other hosts", () => {
  dbTest(
    "may read the API, pictures and oEmbed, refusals too, with the heads they need",
    async () => {
      for (const path of [
        "/api/collections/camps/items?limit=3",
        "/api/collections/camps/items?limit=0",
        "/api/nothing",
        `/api/collections?x=${"9".repeat(9000)}`,
        "/api/download/camps.fgb",
        "/snapshot.svg?date=never",
        "/oembed",
      ]) {
        const { headers } = await ask(path, { Origin: "https://example.org" });
        expect(headers.get("Access-Control-Allow-Origin"), path).toBe("*");
        const exposed = headers.get("Access-Control-Expose-Headers")?.split(",") ?? [];
        for (const name of ["Link", "Content-Crs", "ETag", "Content-Range", "Accept-Ranges"])
          expect(exposed, path).toContain(name);
      }
    },
  );

  dbTest("may read whatever head an answer has of its own", async () => {
    const asked: readonly [string, Record<string, string>][] = [
      ["/api/collections/camps/items?limit=3", {}],
      ["/api/collections/camps/items?limit=3&f=csv", { "Accept-Encoding": "gzip" }],
      ["/api/download/camps.fgb", { Range: "bytes=0-9" }],
      ["/api/collections/camps/items?limit=0", {}],
      // A character that no typeface has, and a picture with less room than it could use.
      ["/snapshot.svg?date=2014-05-27&width=800&height=600&title=a%F3%B0%80%80", {}],
      ["/oembed?url=http%3A%2F%2Flocalhost%2F%3Fdate%3D2014-05-27", {}],
    ];
    const own = new Set<string>();
    for (const [path, headers] of asked) {
      const answer = await ask(path, { Origin: "https://example.org", ...headers });
      const exposed = lowerCaseList(answer.headers.get("Access-Control-Expose-Headers"));
      for (const name of answer.headers.keys()) {
        if (ALWAYS_SHOWN.has(name) || OF_THE_BROWSER.test(name)) continue;
        own.add(name);
        expect(exposed, path).toContain(name);
      }
    }
    for (const name of ["rocade-left-off", "rocade-missing-glyphs", "ogc-numbermatched", "link"])
      expect([...own]).toContain(name);
  });

  dbTest("may ask with the heads of conditional and partial requests", async () => {
    const { app } = await testApp();
    const response = await app.request("/api/download/camps.fgb", {
      method: "OPTIONS",
      headers: {
        Origin: "https://example.org",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "range, if-none-match",
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get("Access-Control-Allow-Headers")).toContain("range");
    expect(Number(response.headers.get("Access-Control-Max-Age"))).toBeGreaterThan(0);
  });
});

describe("methods", () => {
  dbTest("HEAD is GET without its body, everywhere", async () => {
    for (const path of [...ADDRESSES, "/healthz", "/api/page.css", "/api/nothing"]) {
      const [get, head] = [await ask(path), await ask(path, {}, "HEAD")];
      expect(head.status, path).toBe(get.status);
      for (const name of ["Content-Type", "ETag", "Last-Modified", "Vary", "Cache-Control", "Link"])
        expect(head.headers.get(name), `${path} ${name}`).toBe(get.headers.get(name));
    }
  });

  dbTest("OPTIONS says what there is, and others are refused with it", async () => {
    for (const path of ["/", "/embed", "/api", "/api/collections/camps/items", "/oembed"]) {
      const options = await ask(path, {}, "OPTIONS");
      expect(options.status, path).toBe(204);
      expect(options.headers.get("Allow"), path).toBe("GET, HEAD, OPTIONS");
      for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
        const refused = await ask(path, {}, method);
        expect(refused.status, `${method} ${path}`).toBe(405);
        expect(refused.headers.get("Allow")).toBe("GET, HEAD, OPTIONS");
      }
    }
  });
});
