// Two dates on one axis: as thumbs that are dragged and moved by keys, in words, and in the address.
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";

afterAll(closeBrowser);

const PAIR = "/?date=2014-05-27&compare=2016-09-05";
const A = "A, the earlier date";
const B = "B, the later date";
const thumb = (page: Page, name: string) => page.getByRole("slider", { name, exact: true });
const dates = (page: Page) => page.locator(".compare-date .time-date").allTextContents();

async function middleOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  const box = await thumb(page, name).boundingBox();
  if (!box) throw new Error(`there is no thumb ${name}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

describe("two dates that are compared", () => {
  browserTest("are two thumbs on one axis, as large as a fingertip, and nothing lies on them", () =>
    withPage(PAIR, { ...DESKTOP, waitForMap: false }, async ({ page }) => {
      expect(await page.getByRole("slider").count()).toBe(2);
      expect(await page.locator(".time-plot").count()).toBe(1);
      for (const name of [A, B]) {
        const box = await thumb(page, name).boundingBox();
        expect([box?.width, box?.height], name).toEqual([44, 44]);
        const { x, y } = await middleOf(page, name);
        for (const [across, down] of [
          [0, 0],
          [-12, 0],
          [12, 0],
          [0, -12],
          [0, 12],
        ] as const) {
          const label = await page.evaluate(
            ([left, top]) => document.elementFromPoint(left, top)?.getAttribute("aria-label"),
            [x + across, y + down] as const,
          );
          expect(label, `${name} ${across} ${down}`).toBe(name);
        }
      }
    }),
  );

  browserTest("reach every day by keyboard, cross, and are A and B in the order of time", () =>
    withPage(PAIR, { ...DESKTOP, waitForMap: false }, async ({ page }) => {
      await thumb(page, B).press("ArrowRight");
      expect(await dates(page)).toEqual([`${A} 27 May 2014`, `${B} 6 September 2016`]);
      await thumb(page, A).press("End");
      expect(await dates(page)).toEqual([`${A} 6 September 2016`, `${B} 31 December 2016`]);
      // The thumb that has the focus is another letter now, and goes on from where it is.
      await page.keyboard.press("ArrowRight");
      expect(await dates(page)).toEqual([`${A} 6 September 2016`, `${B} 31 December 2016`]);
      await page.keyboard.press("Home");
      expect(await dates(page)).toEqual([`${A} 1 January 2013`, `${B} 6 September 2016`]);
      await thumb(page, B).press("Home");
      expect(await dates(page)).toEqual([`${A} 1 January 2013`, `${B} 1 January 2013`]);
    }),
  );

  browserTest("are dragged, each by itself, and Back undoes it", () =>
    withPage(PAIR, { ...DESKTOP, waitForMap: false }, async ({ page }) => {
      const { x, y } = await middleOf(page, B);
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 200, y, { steps: 4 });
      await page.mouse.up();
      const [before, after] = await dates(page);
      expect(before).toBe(`${A} 27 May 2014`);
      expect(after).toMatch(/2016$/);
      expect(after).not.toContain("5 September");
      await page.waitForURL((url) => url.searchParams.get("compare") !== "2016-09-05");
      await page.goBack();
      await expect.poll(() => dates(page)).toEqual([`${A} 27 May 2014`, `${B} 5 September 2016`]);
    }),
  );

  browserTest("are typed, listed by what changed, and left for one map", () =>
    withPage(PAIR, { ...DESKTOP, waitForMap: false }, async ({ page }) => {
      await page.locator(".compare-date .time-date").first().click();
      await page.getByRole("textbox", { name: A }).fill("mars 2015");
      await page.keyboard.press("Enter");
      expect((await dates(page))[0]).toBe(`${A} 1 March 2015`);
      await page.getByRole("button", { name: "The changes as a list" }).click();
      await page.getByRole("heading", { name: "1 March 2015 → 5 September 2016" }).waitFor();
      await page.getByRole("button", { name: "One map" }).click();
      expect(await page.getByRole("slider").count()).toBe(1);
      await page.waitForURL((url) => !url.searchParams.has("compare"));
    }),
  );

  browserTest("are both to be taken by a finger on a phone", () =>
    withPage(PAIR, { ...PHONE, waitForMap: false }, async ({ page }) => {
      const { x, y } = await middleOf(page, A);
      await page.touchscreen.tap(x - 40, y);
      expect((await dates(page))[0]).not.toBe(`${A} 27 May 2014`);
      expect((await dates(page))[1]).toBe(`${B} 5 September 2016`);
      const ends = await page
        .locator(".compare-date")
        .evaluateAll((all) => all.map((date) => date.getBoundingClientRect().right));
      expect(Math.max(...ends)).toBeLessThan(390);
    }),
  );
});
