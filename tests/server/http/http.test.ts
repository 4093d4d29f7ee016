import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { CALAIS_VERSION } from "#tests/support/packages/calais-facts.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { getJson, testApp } from "#tests/support/product/app.ts";

describe("every answer", () => {
  dbTest("forbids scripts, styles and requests from anywhere else", async () => {
    const { response } = await getJson("/api");
    const policy = response.headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(policy).not.toMatch(/https?:/);
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(response.headers.get("Set-Cookie")).toBeNull();
  });

  dbTest("of the API may be read from any page", async () => {
    const { app } = await testApp();
    const response = await app.request("/api/collections", {
      headers: { Origin: "https://example.org" },
    });
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const preflight = await app.request("/api/collections", {
      method: "OPTIONS",
      headers: { Origin: "https://example.org", "Access-Control-Request-Method": "GET" },
    });
    expect(preflight.status).toBe(204);
  });

  dbTest("to HEAD is the answer to GET without its body", async () => {
    const { app } = await testApp();
    const response = await app.request("/api/collections/camps/items", { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(response.headers.get("ETag")).toMatch(/^"/);
    expect(await response.text()).toBe("");
  });

  dbTest("is compressed when the client can read that", async () => {
    const { app } = await testApp();
    const response = await app.request("/api/dataset", { headers: { "Accept-Encoding": "gzip" } });
    expect(response.headers.get("Content-Encoding")).toBe("gzip");
  });
});

describe("health", () => {
  dbTest("tells that the process lives, and that the data are there", async () => {
    expect((await getJson("/healthz")).body).toEqual({ status: "ok" });
    expect((await getJson("/readyz")).body).toEqual({
      status: "ready",
      dataset: "calais-2013-2016",
      version: CALAIS_VERSION,
      datasets: { "calais-2013-2016": CALAIS_VERSION },
    });
  });
});

describe("the landing page of the API", () => {
  dbTest("leads to data, analysis, licences and the map", async () => {
    const { body } = await getJson("/api");
    const rels = body.links.map((link: { rel: string }) => link.rel);
    expect(rels).toEqual(
      expect.arrayContaining(["self", "data", "related", "alternate", "license"]),
    );
  });
});

describe("the page’s files", () => {
  dbTest("are served: named by hash for ever, the rest asked for again", async () => {
    const webRoot = temporaryFolder("web");
    mkdirSync(path.join(webRoot, "assets"));
    writeFileSync(
      path.join(webRoot, "index.html"),
      '<!doctype html><html lang="en"><title>Rocade</title>',
    );
    writeFileSync(path.join(webRoot, "assets", "main-abc.js"), "export {};");
    const { app } = await testApp({ webRoot });
    const page = await app.request("/?date=2015-03-31");
    expect(await page.text()).toMatch(
      /<title>31 March 2015 – Calais 2013–2016: .+ – Rocade<\/title>/,
    );
    expect(page.headers.get("Cache-Control")).toBe("no-cache");
    const script = await app.request("/assets/main-abc.js");
    expect(script.headers.get("Cache-Control")).toContain("immutable");
    expect((await app.request("/assets/../../../etc/passwd")).status).toBe(404);
    expect((await app.request("/assets/gone.js")).status).toBe(404);
  });
});
