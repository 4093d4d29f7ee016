// The page holds what it shows, whatever the direction and size of its text, and on a phone.
import { afterAll, describe, expect } from "vitest";
import { seriousViolations } from "#tests/support/browser/accessibility.ts";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";

afterAll(closeBrowser);

const NO_MAP = { ...DESKTOP, waitForMap: false };

describe("the layout", () => {
  browserTest("survives right-to-left and text twice as large", () =>
    withPage("/?date=2015-06-02&view=now", NO_MAP, async ({ page }) => {
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
      expect(await overflow()).toBeLessThanOrEqual(0);
      await page.evaluate(() => {
        document.documentElement.removeAttribute("dir");
        document.documentElement.style.fontSize = "200%";
      });
      expect(await overflow()).toBeLessThanOrEqual(0);
    }),
  );

  browserTest("on a phone holds every view and the lanes", () =>
    withPage(
      "/?date=2015-06-02&view=analysis",
      { ...PHONE, waitForMap: false },
      async ({ page }) => {
        const overflow = () =>
          page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(await overflow()).toBe(0);
        expect(await seriousViolations(page)).toEqual([]);
      },
    ),
  );
});
