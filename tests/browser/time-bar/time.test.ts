// The ways through time, as a researcher takes them.
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/browser/page.ts";

afterAll(closeBrowser);

const date = (page: Page) => page.locator(".time-date");
const plotBox = async (page: Page) => {
  const box = await page.locator(".time-plot").boundingBox();
  if (!box) throw new Error("the plot has no box");
  return box;
};

describe("time", () => {
  browserTest("can be a window with two thumbs that is dragged as a block, and an address", () =>
    withPage(
      "/?time=2015-01-01/2015-06-30",
      { ...DESKTOP, waitForMap: false },
      async ({ page }) => {
        expect(await date(page).textContent()).toBe("1 January to 30 June 2015");
        const thumbs = page.getByRole("slider");
        expect(await thumbs.count()).toBe(2);
        await page.getByRole("slider", { name: "First day" }).press("ArrowRight");
        expect(await date(page).textContent()).toBe("2 January to 30 June 2015");
        const box = await plotBox(page);
        const middle = box.x + box.width * ((2 + 0.25) / 4);
        await page.mouse.move(middle, box.y + 20);
        await page.mouse.down();
        await page.mouse.move(middle + box.width / 4, box.y + 20, { steps: 4 });
        await page.mouse.up();
        expect(await date(page).textContent()).toMatch(/January to .* June 2016$/);
        await page.waitForURL(/time=2016-01-0\d\/2016-06-\d\d|time=2016-01-0\d\/2016-07/);
      },
    ),
  );

  browserTest("goes from event to event, by key and by button, and takes a typed date", () =>
    withPage("/?date=2016-09-05", { ...DESKTOP, waitForMap: false }, async ({ page }) => {
      await page.keyboard.press(".");
      const next = await date(page).textContent();
      expect(next).not.toBe("5 September 2016");
      await page.keyboard.press(",");
      expect(await date(page).textContent()).toBe("5 September 2016");
      await page.keyboard.press("t");
      await page.keyboard.type("nonsense");
      await page.keyboard.press("Enter");
      expect(await page.getByRole("alert").textContent()).toContain("“nonsense” is not a date");
      await page.getByRole("textbox", { name: "Type a date" }).fill("mars 2015");
      await page.keyboard.press("Enter");
      expect(await date(page).textContent()).toBe("1 March 2015");
      await page.getByRole("combobox", { name: "Step" }).selectOption("month");
      await page.getByRole("button", { name: "One step forward" }).click();
      expect(await date(page).textContent()).toBe("1 April 2015");
    }),
  );

  browserTest("is zoomed by wheel and keys, and shown whole again", () =>
    withPage("/?date=2015-06-02", { ...DESKTOP, waitForMap: false }, async ({ page }) => {
      const ticks = () => page.locator(".year-axis").textContent();
      const whole = await ticks();
      const box = await plotBox(page);
      await page.mouse.move(box.x + box.width * 0.6, box.y + 30);
      await page.mouse.wheel(0, -400);
      await page.mouse.wheel(0, -400);
      await page.getByRole("button", { name: "Whole period" }).waitFor();
      expect(await ticks()).not.toBe(whole);
      await page.keyboard.press("0");
      expect(await ticks()).toBe(whole);
    }),
  );

  browserTest("stands in lanes, site by site, that lead to each site", () =>
    withPage("/?date=2015-06-02", { ...DESKTOP, waitForMap: false }, async ({ page }) => {
      await page.getByRole("button", { name: "Site by site" }).click();
      expect(await page.locator(".lane").count()).toBeGreaterThan(25);
      const lande = page.locator(".lanes").getByRole("button", { name: /^La Lande camp/ });
      expect(await lande.getAttribute("aria-label")).toContain("beyond the bypass");
      await lande.click();
      await page.getByRole("heading", { level: 2, name: "La Lande camp" }).waitFor();
    }),
  );

  browserTest("has a sheet of keys, and keys that switch the mode", () =>
    withPage("/?date=2015-06-02", { ...DESKTOP, waitForMap: false }, async ({ page }) => {
      await page.keyboard.press("?");
      await page.getByRole("heading", { level: 2, name: "The keyboard" }).waitFor();
      await page.keyboard.press("Escape");
      await page.keyboard.press("c");
      expect(await date(page).textContent()).toBe("1 January 2013 to 2 June 2015");
      await page.waitForURL(/mode=cumulative/);
      await page.keyboard.press("c");
      expect(await date(page).textContent()).toBe("2 June 2015");
      await page.keyboard.press("[");
      await page.getByRole("slider", { name: "Date" }).press("PageUp");
      await page.keyboard.press("]");
      expect(await date(page).textContent()).toBe("2 June to 2 July 2015");
    }),
  );
});
