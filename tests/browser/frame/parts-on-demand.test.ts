// Parts of the page that are fetched when they are asked for: late, not at all, or asked for again at once.
import type { Page, Route } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { seriousViolations } from "#tests/support/browser/accessibility.ts";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/browser/page.ts";

afterAll(closeBrowser);

const OPTIONS = { ...DESKTOP, withoutMap: true, waitForParts: false } as const;

/** Requests to addresses of a kind do not arrive until the function that it answers is called; then it tells how many did. */
async function cutOff(page: Page, address: RegExp): Promise<() => { readonly count: number }> {
  const arrived = { count: 0 };
  let isCut = true;
  await page.route(address, async (route: Route) => {
    if (isCut) return route.abort();
    arrived.count += 1;
    return route.continue();
  });
  return () => {
    isCut = false;
    return arrived;
  };
}

/** A page whose panels and story do not come until they are released. */
function heldBack() {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const prepare = (page: Page) =>
    page.route(/assets\/(panel-contents|story-parts)/, async (route) => {
      await held;
      await route.continue();
    });
  return { prepare, release };
}

const notice = (page: Page) => page.locator(".notice").filter({ hasText: "could not be loaded" });

describe("a part of the page that is fetched when it is asked for", () => {
  browserTest("opens, when it is asked for before the browser has told that it closed", () =>
    withPage("/?date=2015-06-02", OPTIONS, async ({ page }) => {
      const opener = page.getByRole("button", { name: "Make a picture" });
      await opener.press("Enter");
      await page.locator(".picture-paper svg").first().waitFor();
      // The browser tells of a close in a later task: these two are of one.
      await page.evaluate(() => {
        document.querySelector("dialog")?.close();
        (document.activeElement as HTMLElement).click();
      });
      await page.locator("dialog[open] .picture-paper svg").first().waitFor();
      expect(await page.locator("dialog").count()).toBe(1);
      await page.getByRole("dialog").getByRole("button", { name: "Embed the map" }).click();
      await page.locator(".embed-preview").waitFor();
      await page.keyboard.press("Escape");
      await page.locator("dialog").waitFor({ state: "detached" });
      expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    }),
  );

  browserTest("is told of when it does not come, and comes when it is asked for again", () => {
    let mend = () => ({ count: 0 });
    const panel = heldBack();
    const prepare = async (page: Page) => {
      mend = await cutOff(page, /assets\/(picture-dialog|separation-(?!series))/);
      await panel.prepare(page);
    };
    return withPage(
      "/?date=2015-06-02&view=analysis",
      { ...OPTIONS, prepare },
      async ({ page }) => {
        const opener = page.getByRole("button", { name: "Make a picture" });
        await opener.press("Enter");
        await notice(page).waitFor();
        expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
        // Another part that comes takes nothing back.
        panel.release();
        await page.locator(".side-panel h2").waitFor();
        await notice(page).getByRole("button").click();
        const table = page.getByRole("button", { name: /CSV/ });
        await table.click();
        await notice(page).waitFor();
        mend();
        const saved = page.waitForEvent("download");
        await table.click();
        expect((await saved).suggestedFilename()).toBe("rocade-separation.csv");
        await notice(page).waitFor({ state: "detached" });
        await opener.press("Enter");
        await page.locator(".picture-paper svg").first().waitFor();
      },
    );
  });

  browserTest("opens with the focus in it where it is a panel that did not come at first", () => {
    let mend = () => ({ count: 0 });
    const prepare = async (page: Page) => {
      mend = await cutOff(page, /assets\/panel-contents/);
    };
    return withPage("/?date=2015-06-02", { ...OPTIONS, prepare }, async ({ page }) => {
      const opener = page.getByRole("button", { name: "Compare" });
      await opener.press("Enter");
      await notice(page).waitFor();
      expect(await page.locator(".side-panel").count()).toBe(0);
      expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
      mend();
      await opener.press("Enter");
      await page.locator(".side-panel h2:focus").waitFor();
      await notice(page).waitFor({ state: "detached" });
      await page.keyboard.press("Escape");
      await page.locator(".side-panel").waitFor({ state: "detached" });
      expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    });
  });

  browserTest("has the focus when it comes, where the search field has asked for it", () => {
    const { prepare, release } = heldBack();
    return withPage("/?date=2015-06-02", { ...OPTIONS, prepare }, async ({ page }) => {
      await page.keyboard.press("/");
      await page.keyboard.type("rue Lamy");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("Enter");
      await page.locator(".side-panel").getByText("Loading…").waitFor();
      release();
      const heading = page.locator(".side-panel h2");
      await expect
        .poll(() => heading.evaluate((element) => element === document.activeElement))
        .toBe(true);
    });
  });

  browserTest("is closed by Escape while it has not come, and then stays closed", () => {
    const { prepare, release } = heldBack();
    return withPage("/?date=2015-06-02", { ...OPTIONS, prepare }, async ({ page }) => {
      await page.getByRole("button", { name: "Compare" }).press("Enter");
      await page.locator(".side-panel").getByText("Loading…").waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.locator(".side-panel").waitFor({ state: "detached" });
      const answered = page.waitForResponse(/panel-contents/);
      release();
      await answered;
      await page.locator(":root[data-whole]").waitFor({ state: "attached" });
      expect(await page.locator(".side-panel").count()).toBe(0);
    });
  });

  browserTest("is asked for again where it is the typeface of another script", () =>
    withPage("/?date=2015-06-02", OPTIONS, async ({ page }) => {
      const mend = await cutOff(page, /snapshot\.fonts/);
      await page.getByRole("button", { name: "Make a picture" }).click();
      const title = page.getByRole("dialog").getByLabel("Title", { exact: true }).first();
      const failed = page.waitForEvent("requestfailed", (request) =>
        request.url().includes("fonts"),
      );
      await title.fill("كاليه");
      await failed;
      const arrived = mend();
      await title.fill("كاليه 2015");
      await expect.poll(() => arrived.count).toBe(1);
      await title.fill("كاليه 2016");
      await page.locator(".picture-paper title").filter({ hasText: "2016" }).waitFor({
        state: "attached",
      });
      expect(arrived.count).toBe(1);
    }),
  );
});
