// Another place, another century: nothing of the page may know that it was made for Calais.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/browser/page.ts";
import { writeHarbourPackage } from "#tests/support/packages/harbour-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";

let product: RunningProduct | undefined;

beforeAll(async () => {
  if (inject("chromiumPath") === null) return;
  const folder = temporaryFolder("harbour");
  writeHarbourPackage(folder);
  product = await ownProduct({ DATA_PACKAGE: folder });
});

afterAll(async () => {
  await closeBrowser();
  await product?.stop();
});

const entriesOf = (page: Page) => page.locator(".key-sheet li").allTextContents();
/** A place of its own, too: what Find lists of it says nothing of a side. */
const RIVER_AS_A_PLACE = /^River( \(fr\))?$/gm;
/** Of what separates, and of its sides. */
const OF_SIDES =
  /river|fleuve|\bsides?\b|(?<!à )côté|\binside\b|beyond|au-delà|en deçà|\bfences?\b|clôture/i;

browserTest("a dataset of another place and century is shown in its own words", () =>
  withPage(
    "/?lang=fr&view=now",
    { ...DESKTOP, product: product?.url ?? "" },
    async ({ page, complaints }) => {
      expect(await page.locator(".time-date").textContent()).toBe("15 janvier 1891");
      expect(await page.title()).toBe("15 janvier 1891 – Harbour 1890–1893 (fr) – Rocade");
      expect(await page.locator(".readout").textContent()).toContain("2 lieux");
      expect(await page.locator(".year-axis").textContent()).toMatch(/1890.*1891.*1892.*1893/);
      await page.keyboard.press("t");
      await page.locator(".axis-controls button").first().click();
      const lanes = page.locator(".lane button");
      expect(await lanes.count()).toBe(3);
      expect(await lanes.last().getAttribute("aria-label")).toContain("au-delà du fleuve");
      await lanes.last().click();
      await page.getByRole("heading", { level: 2, name: "far-moor" }).waitFor();
      expect(await page.locator(".time-date").textContent()).toBe("1er juillet 1891");
      const text = await page.evaluate(() => document.body.innerText);
      expect(text).toContain("du vieux pont");
      expect(text).not.toMatch(/Calais|hôtel de ville|rocade portuaire/i);
      expect(complaints).toEqual([]);
    },
  ),
);

browserTest("its legend has what is on its map, and nothing else", () =>
  withPage("/", { ...DESKTOP, product: product?.url ?? "" }, async ({ page }) => {
    const entries = await entriesOf(page);
    expect(entries).toContain("the river, ± 50 m");
    // It has no counts, no outline of a camp and no barrier; on its first days nothing is over.
    expect(entries.join()).not.toMatch(/people counted|outline|fences|former site/);
    await page.keyboard.press("End");
    const former = page.locator(".key-sheet li", { hasText: "former site" });
    await former.waitFor({ state: "attached" });
  }),
);

/** Everything that the page says, to those who see it and to those who do not. */
const wordsOf = (page: Page) =>
  page.evaluate(() => {
    const elements = [...document.querySelectorAll<HTMLElement>("*")];
    const said = elements.flatMap((element) => [
      element.ariaLabel ?? "",
      element.title,
      element instanceof HTMLTextAreaElement ? element.value : "",
    ]);
    const drawn = elements.flatMap((element) =>
      element.matches("svg text, svg title, svg desc") ? [element.textContent] : [],
    );
    return [document.body.innerText, ...said, ...drawn].join(" ");
  });

browserTest("without a line that separates, nothing speaks of sides, in pictures neither", () =>
  withPage("/?lang=fr", { ...DESKTOP, product: product?.url ?? "" }, async ({ page }) => {
    expect(await wordsOf(page)).toMatch(OF_SIDES);
    await page.route("**/api/dataset", async (route) => {
      const response = await route.fetch();
      const dataset = await response.json();
      dataset.meta.separation.line = null;
      await route.fulfill({ response, json: dataset });
    });
    for (const lang of ["en", "fr"])
      for (const view of ["now", "find", "analysis", "about"]) {
        await page.goto(`${product?.url}/?date=1891-07-10&lang=${lang}&view=${view}`);
        await page.locator(".side-panel h2").waitFor();
        expect((await wordsOf(page)).replace(RIVER_AS_A_PLACE, "")).not.toMatch(OF_SIDES);
      }
    await page.keyboard.press("t");
    await page.locator(".time-bar .chart").first().waitFor();
    expect(await page.locator(".time-bar .chart").count()).toBe(2);
    expect(await wordsOf(page)).not.toMatch(OF_SIDES);
    await page.locator(".axis-controls button").first().click();
    await page.locator(".lane").first().waitFor();
    await page.getByRole("button", { name: "Faire une image" }).click();
    await page.locator(".picture-paper svg").first().waitFor();
    const words = await wordsOf(page);
    expect(words).toContain("far-moor");
    expect(words).not.toMatch(OF_SIDES);
  }),
);
