// Columns of a dataset's own, and the sums that it declares, as a reader meets them.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { openNarrowing } from "#tests/support/browser/narrowing.ts";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/browser/page.ts";
import { writeAttributedPackage } from "#tests/support/packages/attributed-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";

let product: RunningProduct | undefined;

beforeAll(async () => {
  if (inject("chromiumPath") === null) return;
  const folder = temporaryFolder("attributed");
  writeAttributedPackage(folder);
  product = await ownProduct({ DATA_PACKAGE: folder });
});

afterAll(async () => {
  await closeBrowser();
  await product?.stop();
});

const own = async (page: Page) => {
  const rows = page.locator(".attributes > div");
  await rows.first().waitFor();
  return rows.evaluateAll((all) => all.map((row) => [...row.children].map((c) => c.textContent)));
};

browserTest(
  "an event is shown with the columns that only its dataset has, in words and units",
  () =>
    withPage(
      "/?sel=event:quay-cleared&lang=en",
      { ...DESKTOP, product: product?.url ?? "" },
      async ({ page, complaints }) => {
        expect(await own(page)).toEqual([
          ["Wind", "12.5 km/h"],
          ["vessels", "3"],
          ["flooded", "yes"],
          ["Surveyed on", "2 July 1891"],
        ]);
        await page.getByRole("button", { name: "Lire cette page en français" }).click();
        await page.getByText("Autres données").waitFor();
        expect(await own(page)).toContainEqual(["Vent", "12,5 km/h"]);
        expect(await own(page)).toContainEqual(["flooded", "oui"]);
        expect(complaints).toEqual([]);
      },
    ),
);

browserTest("a place is, where its position is published in full, and not where it is coarse", () =>
  withPage(
    "/?sel=place:quay-huts&lang=en",
    { ...DESKTOP, product: product?.url ?? "" },
    async ({ page }) => {
      expect(await own(page)).toEqual([
        ["street", "Quay Lane 3"],
        ["rooms", "4"],
      ]);
      await page.goto(`${product?.url}/?sel=place:mill-yard&lang=en`);
      await page.getByRole("heading", { level: 2, name: "mill-yard" }).waitFor();
      expect(await page.locator(".attributes").count()).toBe(0);
      expect(await page.content()).not.toContain("secret-of-the");
    },
  ),
);

browserTest("events are found by them, in the panel, in the address and in what is told", () =>
  withPage(
    "/?date=1891-12-31&mode=cumulative&view=find&lang=en",
    { ...DESKTOP, product: product?.url ?? "" },
    async ({ page, complaints }) => {
      const facet = (title: string) =>
        page.locator(".narrowing", { has: page.locator("summary", { hasText: title }) });
      const matches = page.locator(".readout").getByText(/\d+ of \d+ events? match/);
      // Texts of which each is had once are found by words, and get no list.
      await facet("Wind").waitFor();
      expect(await facet("Parcel no.").count()).toBe(0);
      await openNarrowing(page, "Wind");
      await facet("Wind").getByLabel("from").fill("-5");
      await facet("Wind").getByLabel("to").fill("12,5");
      await facet("Wind").getByLabel("to").press("Enter");
      expect(await matches.textContent()).toMatch(/^2 of /);
      await openNarrowing(page, "flooded");
      await facet("flooded").getByLabel("yes").check();
      await page.waitForURL(/Wind_km_h=-5\/12\.5&flooded=true/);
      expect(await matches.textContent()).toMatch(/^1 of /);
      expect(await facet("flooded").getByLabel("no").isVisible()).toBe(true);
      expect(complaints).toEqual([]);
      // Loading again may break off what was still on its way, which is no complaint.
      await page.reload();
      complaints.splice(0);
      await page.getByRole("button", { name: "Remove Wind: -5 km/h to 12.5 km/h" }).waitFor();
      await openNarrowing(page, "flooded");
      expect(await facet("flooded").getByLabel("yes").isChecked()).toBe(true);
      await page.getByRole("button", { name: "Lire cette page en français" }).click();
      await openNarrowing(page, "Vent");
      await facet("Vent").getByLabel("de").fill("beaucoup");
      await facet("Vent").getByLabel("à").focus();
      const wrong = facet("Vent").getByLabel("de");
      await expect.poll(() => wrong.getAttribute("aria-invalid")).toBe("true");
      expect(new URL(page.url()).searchParams.get("Wind_km_h")).toBe("-5/12.5");
      await page.getByRole("button", { name: /^Retirer Vent/ }).click();
      await page.waitForURL((url) => !url.searchParams.has("Wind_km_h"));
      expect(complaints).toEqual([]);
    },
  ),
);

browserTest("the sums that it declares are told of the date, and drawn over the period", () =>
  withPage(
    "/?date=1891-01-10&view=analysis&lang=en",
    { ...DESKTOP, product: product?.url ?? "" },
    async ({ page }) => {
      const readout = page.locator(".readout");
      await readout.getByText("tide: 2.25 (1 of 1 events)").waitFor();
      expect(await readout.textContent()).toContain("Vessels: 0 (1 of 1 events)");
      const curve = page.locator(".curve", { hasText: "tide" }).first();
      expect(await curve.locator(".number").textContent()).toContain("January 1891");
      expect(await curve.locator(".number").textContent()).toContain("2.25");
      const heights = await curve
        .locator(".sum")
        .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute("height"))));
      expect(heights.filter((height) => height > 0)).toEqual([2.25, 10]);
    },
  ),
);
