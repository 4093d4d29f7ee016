// What is selected is ringed, and in sight: nothing of the page lies over it.
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";
import { runningAnimations } from "#tests/support/browser/readout.ts";
import { sitesOn } from "#tests/support/packages/calais-facts.ts";

afterAll(closeBrowser);

/** Whether the middle of what is selected, and the points of its ring, are on the map with nothing over it. */
const isInSight = (page: Page) =>
  page.evaluate(() => {
    const ring = document.querySelector(".scene-chosen circle")?.getBoundingClientRect();
    if (!ring) return "not ringed";
    const [x, y] = [(ring.left + ring.right) / 2, (ring.top + ring.bottom) / 2];
    const isOnMap = ([right = 0, down = 0]: number[]) =>
      document.elementFromPoint(x + right, y + down)?.closest(".map") instanceof Element;
    return [[0], [-18], [18], [0, -18], [0, 18]].every(isOnMap) || `under something at ${x},${y}`;
  });

describe("what is selected", () => {
  // Each fifth place, by one window of each kind: an address, a list and a search lead to it in the same way.
  const SOME = sitesOn("2014-05-27")
    .map(({ id = "" }) => id)
    .filter((_, index) => index % 5 === 0);

  for (const options of [DESKTOP, { viewport: { width: 1024, height: 768 } }, PHONE])
    browserTest(
      `is in sight with its ring, wherever the map looked (${options.viewport.width} wide)`,
      () =>
        withPage("/?date=2014-05-27", options, async ({ page }) => {
          for (const id of [...SOME, "la-lande"]) {
            await page.goto(`${new URL(page.url()).origin}/?sel=place:${id}#map=15/50.93/1.8`);
            await page.locator(".map[data-drawn]").waitFor();
            await expect.poll(() => isInSight(page), { message: id }).toBe(true);
          }
          // Where the map looks is said in the address.
          await page.waitForURL((url) => url.hash !== "#map=15/50.93/1.8");
          await page.keyboard.press("Escape");
          await page.locator(".side-panel").waitFor({ state: "detached" });
        }),
    );

  browserTest("is in sight above the sheet that rises with what is read", () =>
    withPage(
      "/?date=2014-05-27",
      { ...PHONE, reducedMotion: "no-preference" },
      async ({ page }) => {
        for (const [date, selected] of [
          ["2014-05-27", "place:squat-coulogne"],
          ["2016-10-24", "event:hollande-26sep16"],
        ] as const) {
          await page.goto(`${new URL(page.url()).origin}/?date=${date}#map=11.4/50.94/1.88`);
          await page.locator(".map[data-drawn]").waitFor();
          await page.locator(`:is(.scene-sites, .scene-events) [data-sel="${selected}"]`).tap();
          await page.locator(".side-panel").waitFor();
          await expect.poll(() => runningAnimations(page)).toBe(0);
          await expect.poll(() => isInSight(page), { message: selected }).toBe(true);
        }
      },
    ),
  );
});
