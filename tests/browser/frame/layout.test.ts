// The page holds what it shows, whatever the direction and size of its text, and on a phone.
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { seriousViolations } from "#tests/support/browser/accessibility.ts";
import { openView } from "#tests/support/browser/menu.ts";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";
import { rowsOf } from "#tests/support/packages/calais-facts.ts";

afterAll(closeBrowser);

const NARROW = { ...PHONE, viewport: { width: 320, height: 640 } };
const NO_MAP = { ...DESKTOP, waitForMap: false };

const DAY_MS = 86_400_000;
/** First days of the periods, as shares of the time from 2013 to 2016. */
const STARTS = rowsOf("phases").map(({ start = "" }) => {
  const [from, until] = [Date.UTC(2013), Date.UTC(2016)].map((time) => time / DAY_MS);
  return (Date.parse(start) / DAY_MS - Number(from)) / (Number(until) - Number(from));
});

/** By how many pixels a period begins beside its first day on the axis, at most. */
const offTheirDays = (page: Page) =>
  page.evaluate((starts) => {
    const leftOf = (element: Element) => element.getBoundingClientRect().left;
    const years = [...document.querySelectorAll(".year-axis .year")];
    const year = (label: string) => years.find((mark) => mark.textContent?.includes(label));
    const [from, until] = [year("2013"), year("2016")];
    const bands = [...document.querySelectorAll(".phase-band li")];
    if (!from || !until || bands.length !== starts.length) return Number.POSITIVE_INFINITY;
    const x = (share: number) => leftOf(from) + (leftOf(until) - leftOf(from)) * share;
    return Math.max(
      ...bands.map((band, index) => Math.abs(leftOf(band) - x(starts[index] ?? Number.NaN))),
    );
  }, STARTS);

describe("the layout", () => {
  browserTest("survives right-to-left and text twice as large", () =>
    withPage("/?date=2015-06-02&view=now", NO_MAP, async ({ page }) => {
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await page.locator(".side-panel h2").waitFor();
      await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
      expect(await overflow()).toBeLessThanOrEqual(0);
      await page.evaluate(() => {
        document.documentElement.removeAttribute("dir");
        document.documentElement.style.fontSize = "200%";
      });
      expect(await overflow()).toBeLessThanOrEqual(0);
    }),
  );

  browserTest(
    "tells its claim from its beginning, and every date whole, with text twice as large",
    async () => {
      for (const [address, options, atOpening] of [
        ["/", PHONE, true],
        ["/", NO_MAP, true],
        ["/?date=2016-09-05", PHONE, false],
        ["/?date=2016-09-05&compare=2014-05-27", PHONE, false],
        ["/?date=2016-09-05&compare=2014-05-27&lang=fr", NARROW, false],
        ["/?date=2016-09-05&lang=fr", NARROW, false],
        ["/?view=story", { ...PHONE, selector: ".story-dots" }, false],
        ["/?view=story", { ...NO_MAP, selector: ".story-dots" }, false],
      ] as const)
        await withPage(address, { ...options, withoutMap: true, atOpening }, async ({ page }) => {
          await page.evaluate(() => {
            document.documentElement.style.fontSize = "200%";
          });
          expect(await page.evaluate(notInSight), `${address} ${options.viewport.width}`).toEqual(
            [],
          );
          await page.evaluate(() => {
            document.documentElement.style.fontSize = "";
          });
        });
    },
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

  browserTest("has the periods over their own days of the axis, however narrow it is", () =>
    withPage("/?date=2016-09-05&view=now", NO_MAP, async ({ page }) => {
      await page.keyboard.press("t");
      for (const width of [1440, 1024]) {
        await page.setViewportSize({ width, height: 768 });
        await expect.poll(() => offTheirDays(page), { message: `${width}` }).toBeLessThan(1);
        await page.keyboard.press("Escape");
        await page.locator(".side-panel").waitFor({ state: "detached" });
        await expect.poll(() => offTheirDays(page), { message: `${width}` }).toBeLessThan(1);
        await openView(page, "List");
        await page.locator(".side-panel h2").waitFor();
      }
    }),
  );

  browserTest(
    "leaves the map more than half of the window, whether the time bar is open or not",
    () =>
      withPage("/?date=2014-05-27", NO_MAP, async ({ page }) => {
        const share = (name: string) =>
          page.evaluate(
            (selector) =>
              (document.querySelector(selector)?.getBoundingClientRect().height ?? 0) /
              window.innerHeight,
            name,
          );
        for (const [width, height] of [
          [1440, 900],
          [1280, 720],
          [1024, 768],
          [720, 450],
          [844, 390],
        ] as const) {
          await page.setViewportSize({ width, height });
          await expect.poll(() => share(".map"), { message: `${width}` }).toBeGreaterThan(0.55);
        }
        for (const [width, height] of [
          [1440, 900],
          [1280, 720],
        ] as const) {
          await page.setViewportSize({ width, height });
          const button = page.getByRole("button", { name: "Show more" });
          if (await button.isVisible()) await button.click();
          await page.locator(".time-bar[data-open]").waitFor();
          expect(await share(".map"), `${width}, open`).toBeGreaterThan(0.55);
          expect((await share(".time-bar")) * height).toBeLessThanOrEqual(height > 840 ? 296 : 238);
        }
        // A window that is too low for it has it closed.
        await page.setViewportSize({ width: 1280, height: 640 });
        await page.locator('.time-bar[data-layout="slim"]').waitFor();
        expect(Math.round((await share(".time-bar")) * 640)).toBe(104);
      }),
  );
});

/** In the page: what of its head, its claim, its dates and the steps of its story is cut off, or beyond the window. */
function notInSight(): string[] {
  const faults: string[] = [];
  if (document.documentElement.scrollWidth > window.innerWidth) faults.push("the page is wider");
  const name = document.querySelector(".masthead-name")?.getBoundingClientRect();
  const search = [...document.querySelectorAll(".search-open, .search-box")]
    .find((one) => one.checkVisibility())
    ?.getBoundingClientRect();
  if (name && search && name.right > search.left) faults.push("the name lies under the search");
  const opening = document.querySelector(".opening")?.getBoundingClientRect();
  const claim = document.querySelector(".opening-claim")?.getBoundingClientRect();
  if (opening && claim && claim.top < opening.top) faults.push("the claim begins out of sight");
  for (const date of document.querySelectorAll(".time-bar .time-date"))
    if (date.scrollWidth > date.clientWidth) faults.push(`cut off: ${date.textContent}`);
  const dots = document.querySelector(".story-dots")?.getBoundingClientRect();
  if (dots && (dots.right > window.innerWidth || dots.width < 200))
    faults.push("no room for the steps");
  return faults;
}
