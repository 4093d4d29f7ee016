// What the page asks for before the map is there, and after it.
import type { Page } from "playwright-core";
import { afterAll, expect } from "vitest";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/browser/page.ts";

afterAll(closeBrowser);

/** Has the page note when its map is drawn first. */
const noteDrawn = (page: Page) =>
  page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(".map[data-drawn]")) return;
      performance.mark("drawn");
      observer.disconnect();
    });
    observer.observe(document, { attributeFilter: ["data-drawn"], subtree: true });
  });

browserTest(
  "the page asks for all of Calais at once, in few files, and for what opens later once the map is drawn",
  () =>
    withPage("/", { ...DESKTOP, prepare: noteDrawn }, async ({ page }) => {
      const { all, early, ownBytes } = await page.evaluate(() => {
        const drawn = performance.getEntriesByName("drawn")[0]?.startTime ?? 0;
        const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
        const early = entries.filter(({ startTime }) => startTime < drawn);
        return {
          all: entries.map(({ name }) => name),
          early: early.map(({ name }) => name),
          ownBytes: early
            .filter(({ name }) => name.endsWith(".js") && !name.includes("maplibre"))
            .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
        };
      });
      const asked = new Set(all.filter((url) => url.includes("/api/")));
      expect([...asked].map((url) => new URL(url).pathname)).toEqual(["/api/dataset"]);
      expect(all.filter((url) => /animation|crowd|columns-source|tiles-source/.test(url))).toEqual(
        [],
      );
      // Small files take longer to ask for than to read.
      expect(early.filter((url) => /\.(js|css)$/.test(url)).length).toBeLessThanOrEqual(12);
      const later = /assets\/(panel-contents|story-parts|picture-dialog|embed-dialog|fr)-/;
      expect(early.join()).toContain("assets/en-");
      expect(ownBytes).toBeGreaterThan(50_000);
      expect(ownBytes).toBeLessThan(150_000);
      expect(early.filter((url) => later.test(url))).toEqual([]);
      for (const name of ["panel-contents", "story-parts", "picture-dialog", "embed-dialog", "fr"])
        expect(all.join()).toContain(`assets/${name}-`);
    }),
);

browserTest("the ground is drawn in all pixels once it is there, not for each tile of it", () => {
  // One frame of the map clears its colours once.
  const noteWidths = (page: Page) =>
    page.addInitScript(() => {
      const ofMaps = WebGL2RenderingContext.prototype;
      const { clear } = ofMaps;
      const widths: number[] = [];
      Object.assign(window, { widths });
      ofMaps.clear = function (bits) {
        if (bits & this.COLOR_BUFFER_BIT) widths.push(this.canvas.width);
        clear.call(this, bits);
      };
    });
  return withPage("/?date=2015-06-01", { ...DESKTOP, prepare: noteWidths }, async ({ page }) => {
    const widths = await page.evaluate(() => (window as unknown as { widths: number[] }).widths);
    const full = DESKTOP.viewport.width;
    expect(widths.at(-1)).toBe(full);
    expect(widths.filter((width) => width === full).length).toBeLessThanOrEqual(2);
  });
});
