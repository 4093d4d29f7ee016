// Another place, another century: nothing of the page may know that it was made for Calais.
import { afterAll, beforeAll, expect, inject } from "vitest";
import { writeHarbourPackage } from "#tests/support/harbour-package.ts";
import { temporaryFolder } from "#tests/support/packages.ts";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/page.ts";
import { type RunningProduct, startProduct } from "#tests/support/product.ts";

let product: RunningProduct | undefined;

beforeAll(async () => {
  if (inject("chromiumPath") === null) return;
  const folder = temporaryFolder("harbour");
  writeHarbourPackage(folder);
  product = await startProduct({ DATA_PACKAGE: folder });
});

afterAll(async () => {
  await closeBrowser();
  await product?.stop();
});

browserTest("a dataset of another place and century is shown in its own words", () =>
  withPage(
    "/?lang=fr&view=now",
    { ...DESKTOP, product: product?.url ?? "" },
    async ({ page, complaints }) => {
      expect(await page.locator(".time-date").textContent()).toBe("15 janvier 1891");
      expect(await page.title()).toBe("15 janvier 1891 – Harbour 1890–1893 (fr) – Rocade");
      expect(await page.locator(".readout").textContent()).toContain("2 lieux");
      expect(await page.locator(".year-axis").textContent()).toMatch(/1890.*1891.*1892.*1893/);
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
