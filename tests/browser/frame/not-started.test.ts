// Why the map is not there: nothing came, what came cannot be read, or the page has a fault. Each is told as what it is.
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/browser/page.ts";

afterAll(closeBrowser);

const OPTIONS = { ...DESKTOP, selector: ".loading button" } as const;

const said = (page: Page) => page.locator(".loading").innerText();

describe("a page without a map", () => {
  browserTest(
    "says in the reader's language that data did not come, and asks for them again",
    () => {
      let isBroken = true;
      const prepare = (page: Page) =>
        page.route("**/api/dataset", (route) =>
          isBroken ? route.fulfill({ status: 503, body: "" }) : route.continue(),
        );
      return withPage("/", { ...OPTIONS, locale: "fr-FR", prepare }, async ({ page }) => {
        expect(await said(page)).toContain("Les données n’ont pas pu être chargées.");
        isBroken = false;
        await page.getByRole("button", { name: "Réessayer" }).click();
        await page.locator(".time-bar").waitFor();
      });
    },
  );

  browserTest(
    "says so when its texts did not come, and asks for those of one language alone",
    () => {
      let isBroken = true;
      const asked: string[] = [];
      const prepare = (page: Page) =>
        page.route(/assets\/(en|fr)-/, (route) => {
          asked.push(new URL(route.request().url()).pathname.replace(/.*\/(\w+)-.*/, "$1"));
          return isBroken ? route.abort() : route.continue();
        });
      return withPage("/", { ...OPTIONS, locale: "fr-FR", prepare }, async ({ page }) => {
        expect(await said(page)).toContain("Les données n’ont pas pu être chargées.");
        isBroken = false;
        await page.getByRole("button", { name: "Réessayer" }).click();
        await page.locator(".time-bar").waitFor();
        expect(new Set(asked.slice(0, 2))).toEqual(new Set(["fr"]));
      });
    },
  );

  browserTest("says which value of the document it cannot read, and loads itself again", () => {
    let isWrong = true;
    const prepare = (page: Page) =>
      page.route("**/api/dataset", async (route) => {
        const response = await route.fetch();
        const dataset = await response.json();
        if (isWrong) dataset.events[3].title = "one text for all languages";
        await route.fulfill({ response, json: dataset });
      });
    return withPage("/", { ...OPTIONS, prepare }, async ({ complaints, page }) => {
      expect(await said(page)).toContain(
        'The service sent something that this page cannot read: events[3].title is "one text for all languages", not an object. Load it again.',
      );
      // It is no fault of the page.
      expect(complaints).toEqual([]);
      isWrong = false;
      await page.getByRole("button", { name: "Try again" }).click();
      await page.locator(".time-bar").waitFor();
    });
  });

  browserTest("never says of a fault of its own that the data did not come", () => {
    const prepare = (page: Page) =>
      page.addInitScript(() => Reflect.deleteProperty(window, "requestAnimationFrame"));
    return withPage("/", { ...OPTIONS, prepare }, async ({ complaints, page }) => {
      expect(await said(page)).toMatch(
        /This page has a fault and cannot show the map: ReferenceError: requestAnimationFrame .*\. The data are not the cause\./,
      );
      expect(complaints.join()).toContain("requestAnimationFrame");
    });
  });
});
