import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { problemsOfDatabase } from "#tests/support/databases/broken-database.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { getJson, testApp } from "#tests/support/product/app.ts";

const BROWSER = { Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" };

describe("a bad parameter answers 400, names itself, what was got and what is allowed", () => {
  dbTest.for([
    ["/api/collections/camps/items?datetime=yesterday", "datetime", '"yesterday"'],
    ["/api/collections/camps/items?datetime=2015-02-29", "datetime", '"2015-02-29"'],
    [
      "/api/collections/camps/items?datetime=2016-01-01/2015-01-01",
      "datetime",
      '"2016-01-01/2015-01-01"',
    ],
    ["/api/collections/camps/items?bbox=1,2,3", "bbox", '"1,2,3"'],
    ["/api/collections/camps/items?bbox=1,60,2,50", "bbox", '"1,60,2,50"'],
    ["/api/collections/camps/items?certainty=maybe", "certainty", '"maybe"'],
    ["/api/collections/camps/items?limit=0", "limit", '"0"'],
    ["/api/collections/camps/items?limit=-1", "limit", '"-1"'],
    ["/api/collections/camps/items?limit=unlimited", "limit", '"unlimited"'],
    ["/api/collections/camps/items?limit=1e3", "limit", '"1e3"'],
    ["/api/collections/camps/items?limit=5&limit=6", "limit", "2 times"],
    ["/api/collections/camps/items?colour=red", "colour", "a parameter that is not known"],
    ["/api/collections/camps/items?bbox=1,2,3,4'%3B--", "bbox", '"1,2,3,4\';--"'],
    ["/api/collections?limit=3", "limit", "a parameter that is not known"],
    ["/api/collections/camps?f=xml", "f", '"xml"'],
    ["/api?x=1", "x", "a parameter that is not known"],
    ["/api/analysis/separation?step=fortnight", "step", '"fortnight"'],
    [
      "/api/analysis/separation?step=day&datetime=1000-01-01/2016-01-01",
      "datetime",
      "1000-01-01/2016-01-01",
    ],
    ["/api/analysis/timeline?limit=3", "limit", "a parameter that is not known"],
    [
      "/api/analysis/timeline?datetime=0001-01-01/2016-01-01&step=month",
      "step",
      "month, of which the datetime has 24181",
    ],
  ] as const)("%s", async ([path, name, got]) => {
    const { response, status, body } = await getJson(path);
    expect(status).toBe(400);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(body.problems).toEqual([{ name, got, allowed: expect.stringMatching(/./) }]);
    expect(body.detail).toContain(name);
    expect(body.instance).toBe(`urn:request:${response.headers.get("X-Request-Id")}`);
  });

  dbTest("all of them at once", async () => {
    const { body } = await getJson("/api/collections/camps/items?limit=0&certainty=maybe&x=1");
    expect(body.problems.map((problem: { name: string }) => problem.name)).toEqual([
      "limit",
      "certainty",
      "x",
    ]);
  });

  dbTest("and repeats no more of a long one than a line", async () => {
    const { body } = await getJson(`/api/collections/camps/items?datetime=${"9".repeat(5000)}`);
    expect(body.problems[0].got.length).toBeLessThan(70);
  });
});

describe("an address that is not there", () => {
  dbTest.for([
    "/api/nothing",
    "/api/collections/castles",
    "/api/collections/castles/items",
    "/api/collections/camps/items/x/y",
  ])("%s answers a 404 problem", async (path) => {
    const { response, status, body } = await getJson(path);
    expect(status).toBe(404);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(body.status).toBe(404);
  });

  dbTest("outside the API shows a page in the reader’s language", async () => {
    const { app } = await testApp();
    const english = await app.request("/nothing");
    expect(english.status).toBe(404);
    expect(await english.text()).toContain("There is nothing at this address.");
    const french = await app.request("/nothing", {
      headers: { "Accept-Language": "fr-FR,fr;q=0.9" },
    });
    expect(await french.text()).toContain("Il n’y a rien à cette adresse.");
  });

  dbTest("and a method that is not allowed answers 405 and says which are", async () => {
    const { app } = await testApp();
    const response = await app.request("/api/collections", { method: "DELETE" });
    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toBe("GET, HEAD, OPTIONS");
  });
});

describe("when something breaks", () => {
  dbTest(
    "the reader gets an id and no inside of ours, the log gets the cause under that id",
    async () => {
      const { app, lines } = await testApp({
        db: problemsOfDatabase({ code: "42P01", message: "secret table gone" }),
      });
      const response = await app.request("/api/collections/camps/items");
      const text = await response.text();
      expect(response.status).toBe(500);
      expect(text).not.toContain("secret");
      const logged = lines.map((line) => JSON.parse(line)).find((line) => line.level === "error");
      expect(logged.cause).toContain("secret table gone");
      expect(JSON.parse(text).instance).toBe(`urn:request:${logged.requestId}`);
    },
  );

  dbTest.for(["ECONNREFUSED", "57P01", "57014", "08006", "CONNECTION_CLOSED", "53300"])(
    "a database that is away (%s) answers 503 and when to try again",
    async (code) => {
      const { app } = await testApp({ db: problemsOfDatabase({ code, message: "away" }) });
      const response = await app.request("/api/dataset");
      expect(response.status).toBe(503);
      expect(response.headers.get("Retry-After")).toBe("5");
      expect((await app.request("/readyz")).status).toBe(503);
      expect((await app.request("/healthz")).status).toBe(200);
    },
  );

  dbTest.for([
    ["/", {}, "en", "Not available now"],
    ["/?date=2016-09-05", { "Accept-Language": "fr" }, "fr", "Indisponible"],
    ["/embed?lang=fr", {}, "fr", "Indisponible"],
  ] as const)(
    "a person who asks for %s while the database is away reads a page, and the log has one line without a stack",
    async ([path, headers, language, title]) => {
      const webRoot = temporaryFolder("web");
      writeFileSync(join(webRoot, "index.html"), readFileSync("web/index.html"));
      const away = { code: "CONNECTION_CLOSED", message: "write CONNECTION_CLOSED h:1" };
      const { app, lines } = await testApp({ webRoot, db: problemsOfDatabase(away) });
      const response = await app.request(path, { headers: { ...BROWSER, ...headers } });
      const text = await response.text();
      expect(response.status).toBe(503);
      expect(response.headers.get("Retry-After")).toBe("5");
      expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
      expect(response.headers.get("Content-Language")).toBe(language);
      expect(text).toContain(`<html lang="${language}"`);
      expect(text).toContain(title);
      const told = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === "error");
      expect(told).toEqual([
        expect.objectContaining({
          message: "the database does not answer",
          code: "CONNECTION_CLOSED",
        }),
      ]);
      expect(JSON.stringify(told)).not.toMatch(/ at |unexpected/);
    },
  );

  dbTest(
    "a program is answered by a problem all the same, and so is whoever asks the API",
    async () => {
      const { app } = await testApp({ db: problemsOfDatabase({ code: "08006", message: "away" }) });
      for (const path of ["/api/dataset", "/api/collections/camps/items", "/snapshot.png"]) {
        const response = await app.request(path, { headers: BROWSER });
        expect(response.status).toBe(503);
        expect(response.headers.get("Content-Type")).toBe("application/problem+json");
      }
    },
  );
});

describe("a picture in a format that has no address", () => {
  dbTest.for(["webp", "jpg", "gif", "mp4", "svg.gz"])("%s is told which have", async (ending) => {
    const { app } = await testApp();
    const response = await app.request(`/snapshot.${ending}?date=2016-09-05`, { headers: BROWSER });
    expect(response.status).toBe(404);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect((await response.json()).detail).toContain(
      "/snapshot.svg, /snapshot.png, /snapshot.pdf, /snapshot.zip, /kit.zip;",
    );
  });
});
