// Calais and the harbour side by side in one instance, as a reader meets them.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { seriousViolations } from "#tests/support/browser/accessibility.ts";
import { openMenu, openView } from "#tests/support/browser/menu.ts";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";
import { storedCopy, WITH_STORED_COPY } from "#tests/support/browser/stored-copy.ts";
import { HARBOUR_ID, writeHarbourPackage } from "#tests/support/packages/harbour-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";

let product: RunningProduct | undefined;
const AT = `/d/${HARBOUR_ID}/`;

beforeAll(async () => {
  if (inject("chromiumPath") === null) return;
  const folder = temporaryFolder("harbour");
  writeHarbourPackage(folder);
  product = await ownProduct({}, [folder]);
});

afterAll(async () => {
  await closeBrowser();
  await product?.stop();
});

const here = () => ({ product: product?.url ?? "" });
const storesOf = (page: Page) => page.evaluate(() => caches.keys());

browserTest("each has its own page, and a reader goes from one to the other by the list", () =>
  withPage("/", { ...DESKTOP, ...here() }, async ({ page, complaints, strangers }) => {
    expect(await page.title()).toContain("Calais");
    const menu = await openMenu(page);
    await menu.getByRole("link", { name: "All maps" }).click();
    await page.getByRole("heading", { level: 1, name: "Datasets" }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole("link", { name: "Harbour 1890–1893" }).click();
    await page.locator(".map[data-drawn]").first().waitFor();
    expect(await page.locator(".time-date").textContent()).toBe("15 January 1891");
    expect(new URL(page.url()).pathname).toBe(AT);
    const text = await page.evaluate(() => document.body.innerText);
    expect(text).not.toMatch(/Calais/);
    expect([...complaints, ...strangers]).toEqual([]);
  }),
);

browserTest("what one is asked stays with it: its address, its pictures, its data", () =>
  withPage(`${AT}?date=1891-07-10`, { ...DESKTOP, ...here() }, async ({ page, complaints }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.keyboard.press("ArrowRight");
    await page.locator(".time-date", { hasText: "11 July 1891" }).waitFor();
    await page.waitForURL((url) => url.pathname === AT && url.search.includes("1891-07-11"));
    await page.getByRole("button", { name: "Make a picture" }).click();
    const paper = page.locator(".picture-paper svg").first();
    await paper.waitFor();
    expect(await paper.textContent()).toContain(`${AT}?date=1891-07-11`);
    await page.keyboard.press("Escape");
    await openView(page, "Data");
    const links = await page
      .locator(".side-panel a[href]")
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).pathname));
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((path) => !path.startsWith(`${AT}api`))).toEqual([]);
    expect(asked.filter((path) => !path.startsWith(AT))).toEqual([]);
    expect(complaints).toEqual([]);
  }),
);

browserTest("each opens again from a copy of its own, and takes none of the other’s", () =>
  withPage("/", { ...DESKTOP, ...here(), ...WITH_STORED_COPY }, async ({ page }) => {
    const root = `${product?.url}/`;
    await storedCopy(page, root);
    await page.goto(root + AT.slice(1));
    await page.locator(".time-bar").waitFor();
    await storedCopy(page, root + AT.slice(1));
    expect((await storesOf(page)).sort()).toEqual([
      `rocade-1 ${root}`,
      `rocade-1 ${root}${AT.slice(1)}`,
    ]);
    await page.context().setOffline(true);
    await page.reload();
    await page.locator(".time-date", { hasText: "1891" }).waitFor();
    await page.goto(root);
    await page.locator(".time-date", { hasText: /201[3-6]/ }).waitFor();
  }),
);

browserTest("the list fits a phone, in French and in the dark", () =>
  withPage(
    "/datasets?lang=fr",
    { ...PHONE, ...here(), colorScheme: "dark", selector: "h1" },
    async ({ page, complaints }) => {
      expect(await page.locator("article").count()).toBe(2);
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Jeux de données");
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      expect(await seriousViolations(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  ),
);
