// Where the focus is: it moves with the reader's own act, before the next key can come, and else stays where it is.
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { openView } from "#tests/support/browser/menu.ts";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";

afterAll(closeBrowser);

const NO_MAP = { ...DESKTOP, waitForMap: false };
const panelTitle = (page: Page) => page.locator(".side-panel h2");

/** What has the focus: its label or text. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element === document.body
      ? "nothing"
      : (element?.getAttribute("aria-label") ?? (element as HTMLElement).innerText.trim());
  });

/** From now on the page gets no frame and no timer: what waits for one is too late for the next key. */
const holdFrames = (page: Page) =>
  page.evaluate(() => {
    window.requestAnimationFrame = () => 0;
    Object.assign(window, { setTimeout: () => 0 });
  });

describe("the focus", () => {
  browserTest("is in a panel as soon as it is asked for, and back as soon as it is closed", () =>
    withPage("/?date=2015-06-02", DESKTOP, async ({ page }) => {
      await holdFrames(page);
      await openView(page, "List");
      expect(await focused(page)).toBe("2 June 2015");
      await page.keyboard.press("Escape");
      // What had it is out of sight with the menu that it stands in.
      expect(await focused(page)).toBe("List, sources, data");
      await page.getByRole("button", { name: "Compare" }).press("Enter");
      expect(await focused(page)).toBe("Compare two dates");
      await page.keyboard.press("Escape");
      expect(await focused(page)).toBe("Compare");
    }),
  );

  browserTest("comes back from all that is opened, by Escape", () =>
    withPage("/?date=2015-06-02", NO_MAP, async ({ page }) => {
      const isLost = () => page.evaluate(() => document.activeElement === document.body);
      const openers = page.locator("button[aria-expanded=false]:visible:not([data-key=time-bar])");
      const count = await openers.count();
      expect(count).toBeGreaterThanOrEqual(4);
      for (let index = 0; index < count; index += 1) {
        const opener = openers.nth(index);
        await opener.focus();
        const name = await focused(page);
        await page.keyboard.press("Enter");
        await page.keyboard.press("Escape");
        expect(await focused(page)).toBe(name);
      }
      const views = ["List", "Find", "Analysis", "Sources", "Data", "About", "Keys"];
      for (const view of views) {
        await openView(page, view);
        await page.keyboard.press("Escape");
        await page.locator(":is(.side-panel, dialog)").waitFor({ state: "detached" });
        expect(await isLost(), view).toBe(false);
      }
    }),
  );

  browserTest("follows Enter from link to link without waiting, and Back", () =>
    withPage("/?date=2015-06-02", DESKTOP, async ({ page }) => {
      await holdFrames(page);
      await openView(page, "List");
      await page
        .locator(".side-panel")
        .getByRole("link", { name: /^La Lande camp[^→]*$/ })
        .focus();
      await page.keyboard.press("Enter");
      expect(await focused(page)).toContain("La Lande camp");
      await page.goBack();
      await panelTitle(page).filter({ hasText: "2 June 2015" }).waitFor();
      // Back in the list the reader is at the link by which it was left.
      expect(await focused(page)).toContain("La Lande camp");
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("A");
    }),
  );

  browserTest("takes no letter of what is typed after the key that opens a field", () =>
    withPage("/?date=2015-06-02", DESKTOP, async ({ page }) => {
      await holdFrames(page);
      await page.keyboard.type("/cwt");
      expect(await page.getByRole("combobox", { name: "Search" }).inputValue()).toBe("cwt");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.keyboard.type("d5 sept 2016");
      expect(await page.locator(".date-form input").inputValue()).toBe("5 sept 2016");
      await page.keyboard.press("Enter");
      expect(await focused(page)).toBe("5 September 2016");
    }),
  );

  browserTest("leaves a field of the date by Escape, which leaves the panel open", () =>
    withPage("/?date=2015-06-02&view=now", NO_MAP, async ({ page }) => {
      await page.keyboard.press("d");
      await page.keyboard.press("Escape");
      await page.locator(".date-form").waitFor({ state: "detached" });
      expect(await focused(page)).toBe("2 June 2015");
      expect(await panelTitle(page).isVisible()).toBe(true);
    }),
  );

  browserTest("is not taken by what an address opens", () =>
    withPage("/?date=2015-06-02&sel=place:la-lande", DESKTOP, async ({ page }) => {
      expect(await focused(page)).toBe("nothing");
    }),
  );

  browserTest("is in a window while the window is still loading, and Escape closes it", () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const prepare = (page: Page) =>
      page.route(/picture-dialog/, async (route) => {
        await held;
        await route.continue();
      });
    return withPage(
      "/?date=2015-06-02",
      { ...DESKTOP, waitForParts: false, prepare },
      async ({ page }) => {
        const opener = page.getByRole("button", { name: "Make a picture" });
        await opener.focus();
        await page.keyboard.press("Enter");
        expect(await focused(page)).toBe("A picture of the map");
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "detached" });
        expect(await focused(page)).toBe("Make a picture");
        const answered = page.waitForResponse(/picture-dialog/);
        release();
        await answered;
        await page.keyboard.press("Enter");
        await page.locator(".picture-paper svg").first().waitFor();
        expect(await focused(page)).toBe("A picture of the map");
      },
    );
  });

  browserTest("stays in the window while the map in its preview opens a record", () =>
    withPage("/?date=2015-06-02&sel=place:la-lande", DESKTOP, async ({ page }) => {
      await page.getByRole("button", { name: "Make a picture" }).press("Enter");
      await page.getByRole("dialog").getByRole("button", { name: "Embed the map" }).press("Enter");
      const theme = page.getByLabel("Colours");
      await theme.focus();
      await theme.selectOption("dark");
      const map = page.frameLocator(".embed-preview iframe");
      await map.locator("html[data-theme=dark] .map[data-drawn]").waitFor();
      await map.locator(".side-panel h2").waitFor();
      expect(await theme.evaluate((element) => element === document.activeElement)).toBe(true);
    }),
  );

  browserTest("stays on a row of the list that is put in another order", () =>
    withPage("/?date=2015-06-02&view=now", NO_MAP, async ({ page }) => {
      const row = page.locator(".sites tbody").getByRole("link", { name: "La Lande camp" });
      const place = () =>
        row.evaluate((element) => element.closest("tr")?.sectionRowIndex ?? Number.NaN);
      const places = new Set<number>();
      await row.focus();
      for (const column of ["Site", "Side", "People", "Site"]) {
        // As a reader's script or screen reader does, without moving the focus.
        await page
          .locator(".sites thead button", { hasText: column })
          .evaluate((element: HTMLElement) => element.click());
        expect(await focused(page)).toContain("La Lande camp");
        places.add(await place());
      }
      expect(places.size).toBeGreaterThan(1);
      for (let count = 0; count < 12; count += 1) {
        await page.keyboard.press(".");
        if ((await row.count()) === 0) break;
        expect(await focused(page)).toContain("La Lande camp");
      }
    }),
  );

  browserTest("goes from the menu of a telephone to the panel and back to the menu", () =>
    withPage("/?lang=fr", PHONE, async ({ page }) => {
      await page.getByRole("button", { name: "Menu" }).press("Enter");
      await page.getByRole("button", { name: "Liste", exact: true }).press("Enter");
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H2");
      await page.keyboard.press("Escape");
      expect(await focused(page)).toBe("Menu");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Analyse", exact: true }).focus();
      await page.keyboard.press("Escape");
      expect(await focused(page)).toBe("Menu");
    }),
  );

  browserTest("goes from a filter that is taken away to those that are left", () =>
    withPage("/?kinds=camp,squat&lang=en", NO_MAP, async ({ page }) => {
      await page.locator(".chip").first().focus();
      await page.keyboard.press("Enter");
      expect(await page.locator(".chip").count()).toBe(1);
      const holder = page.locator(".chip");
      expect(await holder.evaluate((element) => element === document.activeElement)).toBe(true);
    }),
  );
});
