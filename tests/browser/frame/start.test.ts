// What the page asks for before the map is there.
import { afterAll, expect } from "vitest";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/browser/page.ts";

afterAll(closeBrowser);

browserTest(
  "the page asks for all of Calais at once, and for what dialogs need when they open",
  () =>
    withPage("/", DESKTOP, async ({ page }) => {
      const urls = await page.evaluate(() =>
        performance.getEntriesByType("resource").map(({ name }) => name),
      );
      const asked = new Set(urls.filter((url) => url.includes("/api/")));
      expect([...asked].map((url) => new URL(url).pathname)).toEqual(["/api/dataset"]);
      expect(urls.filter((url) => /dialog|animation|crowd/.test(url))).toEqual([]);
    }),
);
