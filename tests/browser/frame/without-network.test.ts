// What the page does where no network is.
import { afterAll, describe, expect, inject } from "vitest";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/browser/page.ts";
import { breakableWay } from "#tests/support/databases/breakable-way.ts";

afterAll(closeBrowser);

describe("without a network", () => {
  browserTest("the page opens again from the copy that the browser kept, and says so", async () => {
    const way = await breakableWay(inject("productUrl"));
    await withPage("/?date=2015-06-02", { ...DESKTOP, product: way.url }, async ({ page }) => {
      await page.waitForFunction(async () => {
        const name = (await caches.keys()).find((one) => one.startsWith("rocade-1"));
        if (name === undefined) return false;
        const store = await caches.open(name);
        return (
          (await store.keys()).some(({ url }) => url.endsWith("/api/dataset")) &&
          navigator.serviceWorker.controller
        );
      });
      await way.cut();
      await page.reload();
      await page.locator(".time-bar").waitFor();
      expect(await page.locator(".time-date").textContent()).toBe("2 June 2015");
      await page.getByText("No network: this is the copy").waitFor();
    });
  });
});
