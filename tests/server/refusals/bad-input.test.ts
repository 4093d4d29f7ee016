// Every parameter with values that are wrong: each answers 4xx with a problem that names it, and never a 500.
import { describe, expect } from "vitest";
import { HOSTILE, WRONG } from "#tests/support/cases/wrong-values.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { getJson, testApp } from "#tests/support/product/app.ts";

const cases = Object.entries(WRONG).flatMap(([name, values]) =>
  values.map((value) => [name, value] as const),
);

describe("a wrong value", () => {
  dbTest.for(cases)("of %s: %s", async ([name, value]) => {
    const query = new URLSearchParams({ [name]: value });
    const { status, body, response } = await getJson(`/api/collections/camps/items?${query}`);
    expect(status).toBe(400);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(body.problems.map((problem: { name: string }) => problem.name)).toContain(name);
    expect(JSON.stringify(body).length).toBeLessThan(6000);
  });

  const once = Object.keys(WRONG).filter((name) => name !== "distance_m");
  dbTest.for(once)("and %s twice is told", async (name) => {
    const { status, body } = await getJson(`/api/collections/camps/items?${name}=1&${name}=2`);
    expect(status).toBe(400);
    expect(body.problems.map((problem: { name: string }) => problem.name)).toContain(name);
  });

  dbTest("a property may be asked for by several values, and is told by too many", async () => {
    const asked = (count: number) =>
      getJson(`/api/collections/camps/items?${"distance_m=1&".repeat(count)}limit=1`);
    expect((await asked(100)).status).toBe(200);
    const { status, body } = await asked(101);
    expect(status).toBe(400);
    expect(body.problems).toContainEqual({
      name: "distance_m",
      got: "101 times",
      allowed: "at most 100 times",
    });
  });

  dbTest("a hostile text that may be a value finds nothing and harms nothing", async () => {
    const before = (await getJson("/api/collections/events/items?limit=1")).body.numberMatched;
    for (const text of HOSTILE)
      for (const name of ["id", "name_en", "q"]) {
        const { status, body } = await getJson(
          `/api/collections/camps/items?${new URLSearchParams({ [name]: text })}`,
        );
        expect(status, text).toBe(200);
        if (name !== "q") expect(body.numberMatched, text).toBe(0);
      }
    for (const text of HOSTILE) {
      const literal = `name_en = '${text.replaceAll("'", "''")}'`;
      const { status } = await getJson(
        `/api/collections/camps/items?${new URLSearchParams({ filter: literal })}`,
      );
      expect(status, literal).toBe(200);
    }
    expect((await getJson("/api/collections/events/items?limit=1")).body.numberMatched).toBe(
      before,
    );
  });

  dbTest("an address of ten megabytes is 414, a body is 413, another method 405", async () => {
    const { app } = await testApp();
    const long = await app.request(`/api/collections/camps/items?q=${"x".repeat(10_000_000)}`);
    expect(long.status).toBe(414);
    expect(long.headers.get("Content-Type")).toBe("application/problem+json");
    const body = await app.request("/api/collections", {
      method: "POST",
      headers: { "Content-Length": "5" },
      body: "hello",
    });
    expect(body.status).toBe(413);
    expect((await app.request("/api/collections", { method: "PUT" })).status).toBe(405);
  });
});
