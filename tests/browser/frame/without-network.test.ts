// What the page does where no network is.
import { afterAll, describe, expect, inject } from "vitest";
import { openView } from "#tests/support/browser/menu.ts";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/browser/page.ts";
import { storedCopy, WITH_STORED_COPY } from "#tests/support/browser/stored-copy.ts";
import { startReverseProxy } from "#tests/support/product/reverse-proxy.ts";

afterAll(closeBrowser);

const NEWER = `<!doctype html><html lang="en"><title>newer</title>
<script type="module" src="./assets/index-newer.js"></script>`;

describe("without a network", () => {
  browserTest("the page opens again from the copy that the browser kept, and says so", async () => {
    const proxy = await startReverseProxy("", { isTakenOff: false });
    proxy.passTo(inject("productUrl"));
    const options = { ...DESKTOP, ...WITH_STORED_COPY, product: proxy.url };
    await withPage("/?date=2015-06-02", options, async ({ page }) => {
      await storedCopy(page, `${proxy.url}/`);
      await proxy.stop();
      await page.reload();
      await page.locator(".time-bar").waitFor();
      expect(await page.locator(".time-date").textContent()).toBe("2 June 2015");
      await page.getByText("No network: this is the copy").waitFor();
      // All of the page is in it, also what this visit has not opened.
      await openView(page, "List");
      await page.locator(".side-panel h2").filter({ hasText: "2 June 2015" }).waitFor();
      await page.getByRole("button", { name: "Make a picture" }).click();
      await page.locator(".picture-paper svg").first().waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Story" }).press("Enter");
      await page.locator(".story-card").first().waitFor();
    });
  });

  browserTest("a newer page whose files did not come leaves the copy of before", async () => {
    let isNewer = false;
    const instead = (address: string) => (isNewer && /^\/(\?|$)/.test(address) ? NEWER : undefined);
    const proxy = await startReverseProxy("", { isTakenOff: false, instead });
    proxy.passTo(inject("productUrl"));
    const options = { ...DESKTOP, ...WITH_STORED_COPY, product: proxy.url };
    await withPage("/?date=2015-06-02", options, async ({ page }) => {
      await storedCopy(page, `${proxy.url}/`);
      isNewer = true;
      await page.reload();
      expect(await page.title()).toBe("newer");
      await proxy.stop();
      await page.reload();
      await page.locator(".time-bar").waitFor();
      expect(await page.locator(".time-date").textContent()).toBe("2 June 2015");
    });
  });
});
