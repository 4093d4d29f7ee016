// Another place, another century: nothing of the page may know that it was made for Calais.
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { writeHarbourPackage } from "#tests/support/harbour-package.ts";
import { temporaryFolder } from "#tests/support/packages.ts";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/page.ts";
import { type RunningProduct, startProduct } from "#tests/support/product.ts";

let product: RunningProduct | undefined;
let withoutLine: RunningProduct | undefined;

async function startHarbour(hasLine: boolean): Promise<RunningProduct> {
  const folder = temporaryFolder(`harbour-${hasLine}`);
  writeHarbourPackage(folder, { hasLine });
  return startProduct({ DATA_PACKAGE: folder });
}

beforeAll(async () => {
  if (inject("chromiumPath") === null) return;
  [product, withoutLine] = await Promise.all([startHarbour(true), startHarbour(false)]);
});

afterAll(async () => {
  await closeBrowser();
  await product?.stop();
  await withoutLine?.stop();
});

const entriesOf = (page: Page) => page.locator(".legend li").allTextContents();
/** Of what separates, and of its sides. */
const OF_SIDES = /river|fleuve|\bsides?\b|côté|inside|beyond|au-delà|en deçà|fences?|clôture/i;

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

browserTest("its legend has what can be on its map, and nothing else", () =>
  withPage("/", { ...DESKTOP, product: product?.url ?? "" }, async ({ page }) => {
    const entries = await entriesOf(page);
    expect(entries).toContain("the river, ± 50 m");
    expect(entries.join()).toContain("former site");
    // It has no counts, no outline of a camp and no barrier.
    expect(entries.join()).not.toMatch(/people counted|outline|fences/);
  }),
);

browserTest("without a line that separates, nothing speaks of sides", () =>
  withPage("/", { ...DESKTOP, product: withoutLine?.url ?? "" }, async ({ page, complaints }) => {
    expect((await entriesOf(page)).join()).toContain("movement");
    expect(await page.locator(".chart").count()).toBe(2);
    await page.locator(".axis-controls button").first().click();
    for (const view of ["now", "find", "analysis", "about"]) {
      await page.goto(`${withoutLine?.url}/?lang=en&view=${view}`);
      await page.locator(".side-panel h2").waitFor();
      const words = await page.evaluate(() =>
        [
          document.body.innerText,
          ...[...document.querySelectorAll("[aria-label],[title]")].map(
            (element) =>
              `${element.getAttribute("aria-label")} ${element.getAttribute("title") ?? ""}`,
          ),
        ].join(" "),
      );
      expect(words).not.toMatch(OF_SIDES);
    }
    for (const picture of ["snapshot.svg?", "snapshot.svg?lang=fr&"]) {
      const asked = `${withoutLine?.url}/${picture}date=1891-07-10&width=1200&height=900&distances=true`;
      const svg = await (await fetch(asked)).text();
      expect(svg).toContain("far-moor");
      expect(svg).not.toMatch(OF_SIDES);
    }
    const zip = await fetch(`${withoutLine?.url}/snapshot.zip?date=1891-07-10`);
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    const texts = Object.entries(files).filter(([name]) => name.endsWith(".txt"));
    expect(texts.length).toBeGreaterThan(0);
    for (const [, bytes] of texts) expect(Buffer.from(bytes).toString()).not.toMatch(OF_SIDES);
    expect(complaints).toEqual([]);
  }),
);
