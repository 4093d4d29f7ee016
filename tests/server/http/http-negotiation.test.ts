// Which format a request gets: by the address, by `f`, by `Accept` as clients really write it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { preferredType } from "#server/http/accept.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { testApp } from "#tests/support/product/app.ts";

async function typeOf(path: string, headers: Record<string, string> = {}) {
  const { app } = await testApp();
  const response = await app.request(path, { headers });
  await response.arrayBuffer();
  const type = response.headers.get("Content-Type") ?? "";
  return [response.status, type.split(";")[0]];
}

const OPENAPI = "application/vnd.oai.openapi+json";
const ITEMS = "/api/collections/camps/items?limit=2";

describe("an accepted type with parameters is the type without, unless one contradicts", () => {
  dbTest.for([
    // The first request of the OGC test suite for Features 1.0.
    ["/api/openapi", "application/vnd.oai.openapi+json;version=3.0", 200, OPENAPI],
    ["/api/openapi", "application/vnd.oai.openapi+json; version=3.0", 200, OPENAPI],
    ["/api/openapi", 'application/vnd.oai.openapi+json; version="3.0"', 200, OPENAPI],
    ["/api/openapi", "application/vnd.oai.openapi+json;version=3.0.3", 200, OPENAPI],
    ["/api/openapi", "application/vnd.oai.openapi+json", 200, OPENAPI],
    ["/api/openapi", "APPLICATION/VND.OAI.OPENAPI+JSON;VERSION=3.0", 200, OPENAPI],
    [
      "/api/openapi",
      "application/vnd.oai.openapi+json;version=3.1",
      406,
      "application/problem+json",
    ],
    [
      "/api/openapi",
      "application/vnd.oai.openapi+json;version=3.1, text/html;q=0.1",
      200,
      "text/html",
    ],
    ["/api", "application/json; charset=utf-8", 200, "application/json"],
    ["/api/collections", "application/json; charset=utf-8", 200, "application/json"],
    ["/api/collections", "application/json; q=0.9; charset=utf-8", 200, "application/json"],
    ["/api/collections/camps", "text/html;charset=UTF-8", 200, "text/html"],
    [
      "/api/collections/camps/schema",
      "application/schema+json;charset=utf8",
      200,
      "application/schema+json",
    ],
    ["/api/conformance", "application/json;profile=anything", 200, "application/json"],
    [ITEMS, "application/geo+json;charset=utf-8", 200, "application/geo+json"],
    [ITEMS, "application/geo+json; charset=utf-8", 200, "application/geo+json"],
    [ITEMS, "application/geo+json; charset=iso-8859-1", 406, "application/problem+json"],
    [ITEMS, "application/vnd.geo+json", 200, "application/geo+json"],
    [ITEMS, "text/csv; header=present", 200, "text/csv"],
    [ITEMS, "text/csv; header=absent", 406, "application/problem+json"],
    [
      ITEMS,
      "text/csv;charset=utf-8;header=present;q=0.2, application/geo+json;q=0.1",
      200,
      "text/csv",
    ],
    [
      ITEMS,
      "text/csv;q=0.3, application/vnd.google-earth.kml+xml;charset=utf-8;q=0.4",
      200,
      "application/vnd.google-earth.kml+xml",
    ],
    [ITEMS, "application/geopackage+sqlite3; version=1.3", 200, "application/geopackage+sqlite3"],
    [ITEMS, "application/geo+json;q=0, */*;q=0.1", 200, "text/html"],
    [ITEMS, "*/*;charset=utf-8", 200, "application/geo+json"],
    [ITEMS, "text/*", 200, "text/html"],
    [ITEMS, "application/*;q=0.2", 200, "application/geo+json"],
    [ITEMS, "image/png", 406, "application/problem+json"],
    [ITEMS, "", 200, "application/geo+json"],
    // REST Assured's name for JSON, which the OGC suite sends; a browser; Java's own client.
    [
      ITEMS,
      "application/json, application/javascript, text/javascript, text/json",
      200,
      "application/geo+json",
    ],
    [
      ITEMS,
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
      200,
      "text/html",
    ],
    ["/api/analysis/separation", "text/csv; header=present", 200, "text/csv"],
    ["/api/analysis/timeline", "application/json;charset=utf-8", 200, "application/json"],
    [
      "/api/collections/camps/tiles/WebMercatorQuad/0/0/0",
      "application/x-protobuf",
      200,
      "application/vnd.mapbox-vector-tile",
    ],
    [
      "/api/collections/camps/tiles/WebMercatorQuad/0/0/0",
      "application/vnd.mapbox-vector-tile;v=2.1",
      200,
      "application/vnd.mapbox-vector-tile",
    ],
    // An address that names its format is not asked for another.
    ["/api/collections/camps/items.csv?limit=2", "application/json", 200, "text/csv"],
    ["/api/download/camps.kml", "application/json", 200, "application/vnd.google-earth.kml+xml"],
    [
      "/snapshot.svg?date=2014-05-27&width=1200&height=800&without=locator",
      "image/svg+xml;charset=utf-8",
      200,
      "image/svg+xml",
    ],
  ] as const)("%s with Accept: %s", async ([path, accept, status, type]) => {
    expect(await typeOf(path, { Accept: accept })).toEqual([status, type]);
  });

  it("several headers are one list", async () => {
    const { app } = await testApp();
    const headers = new Headers({ Accept: "image/png" });
    headers.append("Accept", "text/csv;header=present");
    const response = await app.request(ITEMS, { headers });
    expect(response.headers.get("Content-Type")).toContain("text/csv");
  });

  it("a parameter that an offered type does not have changes nothing", () => {
    const token = fc.stringMatching(/^[a-z]{1,8}$/);
    const value = fc.oneof(
      token,
      fc.string({ maxLength: 8 }).map((text) => JSON.stringify(text)),
    );
    fc.assert(
      fc.property(token, value, fc.integer({ min: 1, max: 9 }), (name, text, tenths) => {
        fc.pre(!["q", "charset", "header"].includes(name));
        const offered = [
          "application/geo+json",
          "text/csv; charset=utf-8; header=present",
        ] as const;
        const accept = `text/csv;${name}=${text};q=0.${tenths}`;
        return preferredType(accept, offered) === offered[1];
      }),
    );
  });

  it("the more specific wish decides about a type, the higher about the choice", () => {
    const offered = ["text/csv; header=present", "application/json"] as const;
    const choose = (accept: string) => preferredType(accept, offered);
    expect(choose("text/csv;header=present;q=0.1, text/csv;q=0.9, application/json;q=0.5")).toBe(
      "application/json",
    );
    expect(choose("*/*;q=0.9, application/json;q=0.1")).toBe("text/csv; header=present");
    expect(choose("text/csv;header=absent, application/json;q=0.1")).toBe("application/json");
    expect(choose("nonsense, ;, =")).toBeUndefined();
  });
});

describe("f", () => {
  dbTest.for([
    ["f=GeoJSON", "application/geo+json"],
    ["f=geojson", "application/geo+json"],
    ["f=JSON", "application/geo+json"],
    ["f=Csv", "text/csv"],
    ["f=HTML", "text/html"],
    ["f=FlatGeobuf", undefined],
    ["f=fgb", "application/flatgeobuf"],
    ["f=application/geo%2Bjson", "application/geo+json"],
    // The plus sign as a client leaves it.
    ["f=application/geo+json", "application/geo+json"],
    ["f=application/geo%2Bjson%3Bcharset=utf-8", "application/geo+json"],
    ["f=text/html", "text/html"],
    ["f=application/json", "application/geo+json"],
    ["f=xml", undefined],
    ["f=", undefined],
  ] as const)("%s", async ([f, type]) => {
    const expected = type ? [200, type] : [400, "application/problem+json"];
    expect(await typeOf(`${ITEMS}&${f}`, { Accept: "image/png" })).toEqual(expected);
  });

  dbTest("names a format wherever there is a choice", async () => {
    expect(await typeOf("/api/openapi?f=JSON")).toEqual([200, OPENAPI]);
    expect(await typeOf("/api/collections?f=Text/HTML")).toEqual([200, "text/html"]);
    expect(await typeOf("/api/analysis/separation?f=CSV")).toEqual([200, "text/csv"]);
    const tileJson = "/api/collections/camps/tiles/WebMercatorQuad?f=TileJSON";
    expect(await typeOf(tileJson)).toEqual([200, "application/json"]);
    expect(await typeOf(`${ITEMS}&f=csv&f=csv`)).toEqual([400, "application/problem+json"]);
  });
});

describe("encoding", () => {
  const CASES = [
    ["br;q=0.1, gzip", "gzip"],
    ["gzip;q=0.1, br;q=0.2", "br"],
    ["gzip, deflate, br", "br"],
    ["gzip", "gzip"],
    ["GZIP", "gzip"],
    ["*", "br"],
    ["br;q=0, *", "gzip"],
    ["identity", null],
    ["identity, gzip;q=0.5", null],
    ["identity;q=0.5, gzip;q=0.4", null],
    ["gzip;q=0", null],
    ["deflate", null],
    ["", null],
    ["gzip, identity;q=0", "gzip"],
    ["*;q=0, gzip", "gzip"],
  ] as const;

  dbTest.for(CASES)("Accept-Encoding: %s", async ([accepted, encoding]) => {
    const { app } = await testApp();
    for (const path of ["/api/collections", "/api/download/camps.geojson"]) {
      const response = await app.request(path, { headers: { "Accept-Encoding": accepted } });
      expect(response.status).toBe(200);
      expect(response.headers.get("Content-Encoding")).toBe(encoding);
      expect(response.headers.get("Vary")).toContain("Accept-Encoding");
    }
  });

  dbTest("of event columns is chosen by the same rule, each with a tag of its own", async () => {
    const { app } = await testApp();
    const ask = async (accepted: string) =>
      (
        await app.request("/api/collections/events/columns", {
          headers: { "Accept-Encoding": accepted },
        })
      ).headers;
    expect((await ask("gzip;q=0")).get("Content-Encoding")).toBeNull();
    expect((await ask("gzip")).get("Content-Encoding")).toBe("gzip");
    expect((await ask("gzip")).get("ETag")).not.toBe((await ask("gzip;q=0")).get("ETag"));
  });

  dbTest("that is refused altogether answers 406", async () => {
    const { app } = await testApp();
    for (const accepted of [
      "*;q=0",
      "identity;q=0",
      "identity;q=0, br;q=0, gzip;q=0",
      "identity;q=0, deflate",
    ]) {
      const response = await app.request("/api", { headers: { "Accept-Encoding": accepted } });
      expect(response.status, accepted).toBe(406);
      expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
      expect((await response.json()).detail).toContain("Accept-Encoding");
    }
  });

  dbTest("where only a compressed answer is wished for, even a GeoPackage is one", async () => {
    const { app } = await testApp();
    const plain = await app.request("/api/download/camps.gpkg", {
      headers: { "Accept-Encoding": "gzip" },
    });
    expect(plain.headers.get("Content-Encoding")).toBeNull();
    await plain.arrayBuffer();
    const response = await app.request("/api/download/camps.gpkg", {
      headers: { "Accept-Encoding": "gzip, identity;q=0" },
    });
    expect(response.headers.get("Content-Encoding")).toBe("gzip");
    await response.arrayBuffer();
  });
});
