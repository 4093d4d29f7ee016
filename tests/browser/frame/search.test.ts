// The one field that finds places, events, sources and dates, by the keyboard alone.
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { seriousViolations } from "#tests/support/browser/accessibility.ts";
import { openNarrowing } from "#tests/support/browser/narrowing.ts";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";

afterAll(closeBrowser);

const NO_MAP = { ...DESKTOP, waitForMap: false };
const field = (page: Page) => page.getByRole("combobox", { name: "Search" });
const panel = (page: Page) => page.locator(".side-panel");
const dateOf = (page: Page) => new URL(page.url()).searchParams.get("date");

/** The option that Enter would choose. */
const chosen = (page: Page) =>
  page.getByRole("listbox").getByRole("option", { selected: true }).first();

/** Whether the element has the focus. */
const isFocused = (page: Page) =>
  field(page).evaluate((element) => element === document.activeElement);

async function search(page: Page, words: string) {
  await page.keyboard.press("/");
  await page.keyboard.type(words);
}

describe("the search field", () => {
  browserTest("takes every letter, finds, opens, says that the date has moved, and goes back", () =>
    withPage("/?date=2016-09-05", NO_MAP, async ({ page, complaints }) => {
      await search(page, "rue lamy");
      expect(await field(page).inputValue()).toBe("rue lamy");
      expect(await chosen(page).textContent()).toContain("Syrian camp, rue Lamy");
      expect(await chosen(page).locator("mark").allTextContents()).toEqual(["rue", "Lamy"]);
      expect(await page.getByRole("option").allTextContents()).toEqual(
        expect.arrayContaining([expect.stringContaining("28 May 2014")]),
      );
      expect(dateOf(page)).toBe("2016-09-05");
      expect(await seriousViolations(page)).toEqual([]);
      await page.keyboard.press("Enter");
      await page.waitForURL(/sel=place:camp-lamy/);
      const heading = panel(page).locator("h2");
      await expect
        .poll(() => heading.evaluate((element) => element === document.activeElement))
        .toBe(true);
      await page.locator(".notice", { hasText: /^Date moved to \d+ \w+ 201[34]\./ }).waitFor();
      await page.keyboard.press("Escape");
      await panel(page).waitFor({ state: "detached" });
      expect(await isFocused(page)).toBe(true);
      await page.goBack();
      await page.waitForURL(/sel=place:camp-lamy/);
      await page.goBack();
      await page.waitForURL((url) => url.searchParams.get("date") === "2016-09-05");
      expect(complaints).toEqual([]);
    }),
  );

  browserTest("goes to a day, shows a month, and Back undoes each", () =>
    withPage("/?date=2016-09-05&lang=fr", NO_MAP, async ({ page }) => {
      await page.keyboard.press("Control+k");
      await page.keyboard.type("28/5/2014");
      await page.keyboard.press("Enter");
      await page.waitForURL(/date=2014-05-28/);
      expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
      await search(page, "c’est");
      expect(await page.getByRole("option", { name: /c’est/ }).count()).toBe(0);
      await page.keyboard.press("Control+a");
      await page.keyboard.type("mai 2014");
      await page.keyboard.press("Enter");
      await page.waitForURL(/time=2014-05-01\/2014-05-31/);
      await page.goBack();
      await page.waitForURL((url) => url.searchParams.get("date") === "2014-05-28");
      await page.goBack();
      await page.waitForURL((url) => url.searchParams.get("date") === "2016-09-05");
    }),
  );

  browserTest("is cleared by Escape, then left; closes nothing else", () =>
    withPage("/?date=2015-06-02&view=sources", NO_MAP, async ({ page }) => {
      await panel(page).getByRole("searchbox").first().focus();
      await page.keyboard.press("Control+k");
      await page.keyboard.type("lande");
      await chosen(page).waitFor();
      await page.keyboard.press("Escape");
      expect(await field(page).inputValue()).toBe("");
      expect(await isFocused(page)).toBe(true);
      await page.keyboard.press("Escape");
      expect(await isFocused(page)).toBe(false);
      expect(
        await panel(page)
          .getByRole("searchbox")
          .first()
          .evaluate((element) => element === document.activeElement),
      ).toBe(true);
    }),
  );

  browserTest("becomes the filter, or the list of all that it finds, which stays as it was", () =>
    withPage("/?date=2015-06-02", NO_MAP, async ({ page }) => {
      await search(page, "police");
      // The last of the options: from the first one back.
      await page.keyboard.press("ArrowUp");
      expect(await chosen(page).textContent()).toBe("Show these alone on the map");
      await page.keyboard.press("Enter");
      await page.waitForURL(/q=police/);
      await page.getByRole("button", { name: "Remove “police”" }).waitFor();
      await search(page, "police");
      for (let count = 0; count < 20; count += 1) {
        if (/^All .* events$/.test((await chosen(page).textContent()) ?? "")) break;
        await page.keyboard.press("ArrowDown");
      }
      await page.keyboard.press("Enter");
      const words = panel(page).getByRole("searchbox", { name: "Words" });
      await words.waitFor();
      expect(await words.inputValue()).toBe("police");
      await expect
        .poll(() => words.evaluate((element) => element === document.activeElement))
        .toBe(true);
      // A record, read and closed again, leaves the list where it was.
      const link = panel(page).locator(".events a").nth(9);
      await link.focus();
      const scroll = () => panel(page).evaluate((element) => element.scrollTop);
      const before = await scroll();
      expect(before).toBeGreaterThan(100);
      await page.keyboard.press("Enter");
      await page.waitForURL(/sel=event:/);
      await page.keyboard.press("Escape");
      await page.waitForURL((url) => !url.searchParams.has("sel"));
      expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await scroll()).toBe(before);
      // From one day to another: those of other days are no longer listed.
      const title = panel(page).getByRole("heading", { level: 3, name: /events?$/ });
      const all = Number.parseInt((await title.textContent()) ?? "", 10);
      await openNarrowing(page, "When");
      const from = panel(page).getByLabel("from", { exact: true });
      await from.and(page.locator("[type=date]")).fill("2016-01-01");
      await page.waitForURL(/time=2016-01-01\/2016-12-31/);
      const some = Number.parseInt((await title.textContent()) ?? "", 10);
      expect(some).toBeGreaterThan(0);
      expect(some).toBeLessThan(all);
      await page.keyboard.press("Escape");
      await panel(page).waitFor({ state: "detached" });
    }),
  );

  browserTest("lies over the bar of a telephone while it is asked", () =>
    withPage("/?date=2016-09-05", { ...PHONE, waitForMap: false }, async ({ page }) => {
      await page.getByRole("button", { name: "Search" }).tap();
      expect(await isFocused(page)).toBe(true);
      await page.keyboard.type("lande");
      const option = page.getByRole("option").first();
      const box = await option.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
      await option.tap();
      await page.waitForURL(/sel=place:la-lande/);
    }),
  );
});
