// Columns of a dataset's own, of more events than the page holds: the server finds by them, whether the page has the
// events as columns of numbers or as tiles.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { writeSyntheticPackage } from "#tests/bench/synthetic-package.mjs";
import { openNarrowing } from "#tests/support/browser/narrowing.ts";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/browser/page.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";

const WAYS = { columns: {}, tiles: { MAX_EVENTS_IN_BROWSER: "5500" } } as const;
const products = new Map<string, RunningProduct>();

beforeAll(async () => {
  if (inject("chromiumPath") === null) return;
  const folder = temporaryFolder("crowd-of-own-columns");
  await writeSyntheticPackage(folder, { events: 6000 });
  const file = path.join(folder, "events.csv");
  const [head, ...rows] = readFileSync(file, "utf8").trimEnd().split("\n");
  const told = rows.map(
    (row, index) => `${row},${index % 12},${index % 3 === 0 ? "east" : "west"}`,
  );
  writeFileSync(file, `${[`${head},wind,bank`, ...told].join("\n")}\n`);
  const description = path.join(folder, "datapackage.json");
  const { rocade, ...descriptor } = JSON.parse(readFileSync(description, "utf8"));
  const measures = [{ type: "sum", field: "wind", label: { en: "Wind", fr: "Vent" } }];
  writeFileSync(description, JSON.stringify({ ...descriptor, rocade: { ...rocade, measures } }));
  for (const [way, settings] of Object.entries(WAYS))
    products.set(way, await ownProduct({ DATA_PACKAGE: folder, ...settings }));
});

afterAll(async () => {
  await closeBrowser();
  for (const product of products.values()) await product.stop();
});

describe.each(Object.keys(WAYS))("many events as %s", (way) => {
  browserTest("are found by their own columns, and counted as the API counts them", () => {
    const product = products.get(way)?.url ?? "";
    return withPage(
      "/?date=2015-03-01&mode=cumulative&view=find",
      { ...DESKTOP, product },
      async ({ page }) => {
        const matched = async (search: string) => {
          const asked = `datetime=../2015-03-01&limit=1&${search}`;
          const answer = await fetch(`${product}/api/collections/events/items?${asked}`);
          return Number(answer.headers.get("OGC-NumberMatched")).toLocaleString("en");
        };
        const told = async () =>
          /([\d,]+) of [\d,]+ events match/.exec(
            (await page.locator(".readout").textContent()) ?? "",
          )?.[1] ?? "";
        await openNarrowing(page, "wind");
        const wind = page.locator(".narrowing", { hasText: "wind" });
        await wind.getByLabel("from").fill("10");
        await wind.getByLabel("from").press("Enter");
        await expect.poll(told).toBe(await matched("wind=10/.."));
        await page.getByText("the values of bank are not listed here").waitFor();
        // An address asks all the same for what is not listed.
        await page.goto(`${product}/?date=2015-03-01&mode=cumulative&wind=10/11&bank=east`);
        await expect.poll(told).toBe(await matched("wind=10/11&bank=east"));
        await page.getByRole("button", { name: "Remove bank: east" }).click();
        await expect.poll(told).toBe(await matched("wind=10/11"));
        // What a month comes to is added up where the events are.
        await page.goto(`${product}/?date=2015-03-10&view=analysis`);
        const month = "datetime=2015-03-01/2015-03-31";
        const sums = await (await fetch(`${product}/api/analysis/sums?${month}`)).json();
        const curve = page.locator(".curve", { hasText: "Wind" });
        await curve.locator("rect.sum").first().waitFor();
        expect(await curve.locator("rect.sum").count()).toBe(48);
        expect(sums.sums.wind.sum).toBeGreaterThan(0);
        expect(await curve.locator(".number").textContent()).toContain(
          sums.sums.wind.sum.toLocaleString("en"),
        );
      },
    );
  });

  browserTest(
    "are drawn in the picture of the page as in that of the service, or not there",
    () => {
      const product = products.get(way)?.url ?? "";
      const asked = "date=2015-03-01&bank=east&categories=strike&lang=en";
      return withPage(`/?${asked}`, { ...DESKTOP, product }, async ({ page }) => {
        const readout = page.locator(".readout").filter({ hasText: /\d of [\d,]+ events match/ });
        const said = /[\d,]+ of [\d,]+ events match/.exec(await readout.innerText())?.[0] ?? "";
        await page.locator(".map-controls button[aria-haspopup=dialog]").click();
        const preview = page.locator(".picture-paper svg").first();
        await preview.waitFor();
        const served = await (await fetch(`${product}/snapshot.svg?${asked}&paper=a4`)).text();
        if (way === "tiles") {
          const words = (text: string | null) => text?.replace(/<[^>]*>|\s/g, "");
          const left = "Thedatasethas6,000events";
          await expect.poll(async () => words(await preview.textContent())).toContain(left);
          return expect(words(served)).toContain(left);
        }
        await preview.locator("#crowd").waitFor({ state: "attached" });
        const marks = (svg: string) =>
          svg.match(/M[\d.]+ [\d.]+h\.01|<circle [^>]*opacity/g)?.length;
        expect(marks(served)).toBeGreaterThan(50);
        expect(marks(await preview.evaluate((one) => one.outerHTML))).toBe(marks(served));
        for (const svg of [served, await preview.textContent()]) expect(svg).toContain(said);
      });
    },
  );
});
