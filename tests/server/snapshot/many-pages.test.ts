// Pages whose heads take some hundredths of a second each, in which nobody else is answered: many at once.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { testApp } from "#tests/support/product/app.ts";

const PAGE = `<!doctype html><html lang="en"><head><title>t</title><meta name="description" content=""></head></html>`;

async function servedPages() {
  const webRoot = temporaryFolder("web");
  mkdirSync(path.join(webRoot, "assets"));
  writeFileSync(path.join(webRoot, "index.html"), PAGE);
  const { app } = await testApp({ webRoot });
  return async (address: string) => {
    const response = await app.request(address);
    const text = await response.text();
    return {
      status: response.status,
      title: /<title>([^<]*)</.exec(text)?.[1] ?? "",
      card: /property="og:image" content="([^"]*)"/.exec(text)?.[1] ?? "",
      text,
    };
  };
}

const dates = Array.from({ length: 60 }, (_, day) =>
  new Date(Date.UTC(2014, 2, 1 + day)).toISOString().slice(0, 10),
);
const OWN = /^[\w ]+ 2014 – .+ – Rocade$/;

describe("pages that are asked for at once", () => {
  dbTest("are all answered, few of them with words of their own", async () => {
    const ask = await servedPages();
    const pages = await Promise.all(dates.map((date) => ask(`/?date=${date}`)));
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
    const own = pages.filter(({ title }) => OWN.test(title));
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(10);
    // Each leads to its own picture all the same.
    expect(new Set(pages.map(({ card }) => card)).size).toBe(dates.length);
  });

  dbTest("have their own words one after the other, and again when they were found", async () => {
    const ask = await servedPages();
    for (const date of dates.slice(0, 12)) expect((await ask(`/?date=${date}`)).title).toMatch(OWN);
    const again = await Promise.all(dates.slice(0, 12).map((date) => ask(`/?date=${date}`)));
    for (const { title } of again) expect(title).toMatch(OWN);
  });

  dbTest("leave room for others: health is told before the last of them", async () => {
    const ask = await servedPages();
    const order: string[] = [];
    const note = (name: string, answer: Promise<unknown>) => answer.then(() => order.push(name));
    const asked = dates.map((date) => note("page", ask(`/?date=${date}&mode=cumulative`)));
    await Promise.all([...asked, note("health", ask("/healthz"))]);
    expect(order.indexOf("health")).toBeLessThan(order.lastIndexOf("page"));
  });

  dbTest("are not cached by who embeds them where they have no words of their own", async () => {
    const { app } = await testApp();
    const answers = await Promise.all(
      dates.map((date) => {
        const url = encodeURIComponent(`http://localhost/?date=${date}&mode=window`);
        return app.request(`/oembed?url=${url}`);
      }),
    );
    const policies = answers.map(({ headers }) => headers.get("Cache-Control"));
    expect(policies).toContain("no-store");
    expect(policies.filter((policy) => policy?.includes("max-age"))).not.toEqual([]);
  });
});
