// The least that a package may be, as a reader finds it: what it does not have is not offered.
import { afterAll, beforeAll, expect, inject } from "vitest";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/browser/page.ts";
import { minimalPackage } from "#tests/support/packages/minimal-package.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";

let product: RunningProduct | undefined;

beforeAll(async () => {
  if (inject("chromiumPath") === null) return;
  // A period that cuts the month of which an event is known.
  const period = { firstDay: "1871-03-17", lastDay: "1871-03-22" };
  product = await ownProduct({ DATA_PACKAGE: minimalPackage(period) });
});

afterAll(async () => {
  await closeBrowser();
  await product?.stop();
});

browserTest("a file of titles, dates and positions is a map of its events", () =>
  withPage(
    "/?date=1871-03-20",
    { ...DESKTOP, product: product?.url ?? "" },
    async ({ page, complaints }) => {
      // Two of that day, and the one that is known to the month.
      const told = "3 events (1 of them possibly)";
      expect(await page.locator(".readout").textContent()).toContain(told);
      const menu = await page.locator(".masthead nav button").allTextContents();
      expect(menu).toContain("List");
      expect(menu).not.toContain("Tour");
      expect(menu).not.toContain("Sources");
      await page.keyboard.press("t");
      await page.locator(".time-bar[data-open]").waitFor();
      expect(await page.locator(".coverage").count()).toBe(0);
      expect(await page.locator(".side-label, .phase-band").count()).toBe(0);
      const slider = page.locator(".date-slider").first();
      expect(await slider.getAttribute("aria-valuetext")).toBe(`20 March 1871, ${told}`);
      await page.locator(".spoken", { hasText: `20 March 1871, ${told}` }).waitFor({
        state: "attached",
      });
      const text = await page.evaluate(() => document.body.innerText);
      expect(text).not.toMatch(/Calais|\bsites?\b|\bcamps?\b|bypass|town hall/i);
      expect(complaints).toEqual([]);
    },
  ),
);

browserTest("its period of a few days is told day by day", () =>
  withPage(
    "/",
    { ...DESKTOP, product: product?.url ?? "", waitForMap: false },
    async ({ page }) => {
      const chart = page.locator(".chart-events");
      expect(await chart.getAttribute("aria-label")).toBe("Events by day");
      // One of the 18th, two of the 20th, and on each day the one that is known to the month.
      expect(await chart.locator("title").allTextContents()).toEqual([
        "17 March 1871: Possibly 1 event",
        "18 March 1871: 2 events (1 of them possibly)",
        "19 March 1871: Possibly 1 event",
        "20 March 1871: 3 events (1 of them possibly)",
        "21 March 1871: Possibly 1 event",
        "22 March 1871: Possibly 1 event",
      ]);
    },
  ),
);

browserTest("its bars stand over the days of the axis, however few they are", () =>
  withPage(
    "/?date=1871-03-20",
    { ...DESKTOP, product: product?.url ?? "", waitForMap: false },
    async ({ page }) => {
      const { first, until, bars } = await page.evaluate(() => {
        const svg = document.querySelector(".chart-events svg") as SVGSVGElement;
        const { x, width } = svg.viewBox.baseVal;
        const bars = [...svg.querySelectorAll("rect")].map((bar) => ({
          from: Number(bar.getAttribute("x")),
          to: Number(bar.getAttribute("x")) + Number(bar.getAttribute("width")),
        }));
        return { first: x, until: x + width + 1, bars };
      });
      expect(bars.length).toBeGreaterThan(0);
      for (const { from, to } of bars) {
        expect(from).toBeGreaterThanOrEqual(first);
        expect(to).toBeLessThanOrEqual(until);
        expect(to).toBeGreaterThan(from);
      }
    },
  ),
);
