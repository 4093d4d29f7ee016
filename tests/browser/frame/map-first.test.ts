// Map first: it has most of the window, its key has what is on it and nothing else, and a mark that is pointed to is told.
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { openMenu } from "#tests/support/browser/menu.ts";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";
import { countsInWords, countsOn, runningAnimations } from "#tests/support/browser/readout.ts";

afterAll(closeBrowser);

const SIZES = [
  [1440, 900],
  [1280, 720],
  [1024, 768],
  [720, 450],
  [844, 390],
] as const;

const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** How much of the window's height is map that nothing of the page's frame lies over. */
const shareOfMap = (page: Page) =>
  page.evaluate(() => {
    const map = document.querySelector(".stage")?.getBoundingClientRect();
    if (!map) throw new Error("no map");
    const over = [...document.querySelectorAll(".side-panel, .time-bar")]
      .map((one) => one.getBoundingClientRect())
      .filter(({ left, right }) => left < map.right && right > map.left);
    return (Math.min(map.bottom, ...over.map(({ top }) => top)) - map.top) / window.innerHeight;
  });

/** Nothing lies over the middle of the element. */
const isOnTop = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const { bottom, left, right, top } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
  });

describe("the map", () => {
  browserTest("has more than half of the height, with the time bar opened and a panel too", () =>
    withPage("/?date=2014-05-27&view=now&lang=fr", DESKTOP, async ({ page }) => {
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height });
        const message = `${width} × ${height}`;
        await expect.poll(() => shareOfMap(page), { message }).toBeGreaterThanOrEqual(0.55);
        const opener = page.locator("[data-key=time-bar]");
        if (!(await opener.isVisible())) continue;
        await opener.click();
        await page.locator(".time-bar[data-open]").waitFor();
        await expect
          .poll(() => shareOfMap(page), { message: `${message}, opened` })
          .toBeGreaterThanOrEqual(0.55);
        await opener.click();
        await page.locator(".time-bar[data-open]").waitFor({ state: "detached" });
      }
    }),
  );

  browserTest("on a phone is seen above the time bar, and above what is read", () =>
    withPage("/?date=2014-05-27", PHONE, async ({ page }) => {
      for (const [width, height] of [
        [390, 844],
        [360, 640],
      ] as const) {
        await page.setViewportSize({ width, height });
        const message = `${width} × ${height}`;
        await expect.poll(() => shareOfMap(page), { message }).toBeGreaterThanOrEqual(0.6);
        const menu = await openMenu(page);
        await menu.getByRole("button", { name: "List", exact: true }).tap();
        await page.locator(".side-panel").waitFor();
        await expect.poll(() => shareOfMap(page), { message }).toBeGreaterThanOrEqual(0.28);
        for (const head of [".play-buttons .play", ".time-date", ".readout-main strong"])
          expect(await isOnTop(page, head), `${message}, ${head}`).toBe(true);
        await page.keyboard.press("Escape");
        await page.locator(".side-panel").waitFor({ state: "detached" });
        const opener = page.locator(".open-button");
        for (const height of ["middle", "high"]) {
          await opener.tap();
          await page.locator(`.time-bar[data-sheet="${height}"]`).waitFor();
        }
        await expect.poll(() => shareOfMap(page), { message }).toBeLessThan(0.4);
        expect(await shareOfMap(page), `${message}, top stop`).toBeGreaterThanOrEqual(0.28);
        await opener.tap();
      }
    }),
  );
});

describe("the bar at the head", () => {
  for (const lang of ["en", "fr"])
    browserTest(`is one line that leads everywhere, at any width (${lang})`, () =>
      withPage(`/?date=2014-05-27&lang=${lang}`, DESKTOP, async ({ page }) => {
        const bar = page.locator(".masthead");
        for (const [width, height] of [...SIZES, [390, 844], [360, 640]] as const) {
          await page.setViewportSize({ width, height });
          const found = await bar.evaluate((one) => ({
            height: one.getBoundingClientRect().height,
            hidden: one.scrollWidth - one.clientWidth,
            // Nothing lies over the name of the product.
            isNamed: (() => {
              const name = one.querySelector(".masthead-name")?.getBoundingClientRect();
              const at = name && [name.left + name.width / 2, name.top + name.height / 2];
              return at && document.elementFromPoint(at[0] ?? 0, at[1] ?? 0)?.textContent;
            })(),
          }));
          expect(found, `${width}`).toEqual({ height: 48, hidden: 0, isNamed: "Rocade" });
          expect(await overflowOf(page), `${width}`).toBe(0);
          const menu = await openMenu(page);
          const views = await menu.getByRole("button").allInnerTexts();
          // What has no room in the bar stands in the menu.
          const inBar = await bar.locator(".view-direct").filter({ visible: true }).allInnerTexts();
          expect(new Set([...inBar, ...views]).size, `${width}`).toBeGreaterThanOrEqual(9);
          const box = await menu.boundingBox();
          expect(box && box.x >= 0 && box.x + box.width <= width, `${width}`).toBe(true);
          await page.keyboard.press("Escape");
          await menu.waitFor({ state: "hidden" });
          expect(await page.evaluate(() => document.activeElement?.getAttribute("data-key"))).toBe(
            "menu",
          );
        }
      }),
    );
});

/** What kinds of marks are drawn within the map, told from the drawing alone. */
const kindsInDrawing = (page: Page) =>
  page.evaluate(() => {
    const map = document.querySelector(".map")?.getBoundingClientRect();
    if (!map) throw new Error("no map");
    const isIn = (mark: Element) => {
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      return x >= map.left && x <= map.right && y >= map.top && y <= map.bottom;
    };
    const marks = (layer: string, within = "") =>
      [...document.querySelectorAll(`.scene-${layer} [data-sel] ${within}`)].filter(isIn);
    // Of a mark the reach of the pointer is drawn last: a circle without a stroke.
    const sites = marks("sites").map((mark) => ({
      isLozenge: mark.querySelector('path[fill][d*="Z"]') !== null,
      isBarred: mark.querySelector('path[stroke-width="2.2"]') !== null,
      dashes: mark.querySelector("[stroke-dasharray]")?.getAttribute("stroke-dasharray"),
      isEmpty: mark.querySelector('path[stroke-width="1.6"]') !== null,
    }));
    const found = new Set<string>();
    const note = (kind: string, is: boolean) => is && found.add(kind);
    note(
      "beyond",
      sites.some(({ isLozenge }) => isLozenge),
    );
    note(
      "edge",
      sites.some(({ isBarred }) => isBarred),
    );
    note(
      "inside",
      sites.some(({ isBarred, isLozenge }) => !isBarred && !isLozenge),
    );
    note(
      "possible",
      sites.some(({ dashes }) => dashes === "2.6 2"),
    );
    note(
      "convention",
      sites.some(({ dashes }) => dashes === "0.1 2.9"),
    );
    note(
      "empty",
      sites.some(({ isEmpty }) => isEmpty),
    );
    note("people", document.querySelector(".scene-people [data-sel]") !== null);
    note("former", marks("ghosts").length > 0);
    note("disc", document.querySelector(".scene-discs circle") !== null);
    note("line", document.querySelector(".scene-separator path") !== null);
    note("barrier", document.querySelector(".scene-barriers path") !== null);
    note("outline", document.querySelector(".scene-outlines path") !== null);
    note("movement", document.querySelector(".scene-movements path") !== null);
    note("event", document.querySelector(".scene-events [data-sel]") !== null);
    return [...found].sort();
  });

const TOLD = new Set([
  ..."inside edge beyond people possible convention empty".split(" "),
  ..."disc former outline line barrier movement event".split(" "),
]);

const kindsInKey = (page: Page) =>
  page
    .locator(".key-line li")
    .evaluateAll((all) => all.map((one) => one.getAttribute("data-key-of") ?? ""))
    .then((ids) =>
      [...new Set(ids.map((id) => (id.startsWith("family ") ? "event" : id)))]
        .filter((id) => TOLD.has(id))
        .sort(),
    );

describe("the key", () => {
  browserTest("has what is on the map, and nothing else, on any day and from near", () =>
    withPage("/?date=2013-01-01", DESKTOP, async ({ page }) => {
      const isSame = async () => {
        const [drawn, told] = [await kindsInDrawing(page), await kindsInKey(page)];
        return JSON.stringify(drawn) === JSON.stringify(told) ? "the same" : { drawn, told };
      };
      for (let step = 0; step < 20; step += 1) {
        await expect.poll(isSame, { message: `step ${step}` }).toBe("the same");
        // Every second month; the key of the sides is the sentence that counts them.
        const month = new Date(Date.UTC(2013, 2 * step, 1)).toISOString().slice(0, 10);
        expect(await countsInWords(page), month).toEqual(countsOn(month));
        // With the focus on nothing these go on through the period.
        await page.keyboard.press("PageUp");
        await page.keyboard.press("PageUp");
      }
      // Who asked for no motion sees none.
      expect(await runningAnimations(page)).toBe(0);
      // A filter dims, and counts nothing away.
      await page.goto(`${new URL(page.url()).origin}/?date=2014-05-10&q=video`);
      await page.locator(".map[data-drawn]").waitFor();
      expect(await countsInWords(page)).toEqual(countsOn("2014-05-10"));
      // Only sea is in sight.
      await page.goto(`${new URL(page.url()).origin}/?date=2014-05-27#map=15/51.01/1.75`);
      await page.locator(".map[data-drawn]").waitFor();
      await expect.poll(isSame).toBe("the same");
    }),
  );
});

describe("a mark that is pointed to", () => {
  const tip = (page: Page) => page.locator(".mark-tip");

  browserTest("is told by mouse and by keyboard, in the window, and leaves the address", () =>
    withPage("/?date=2014-05-27", DESKTOP, async ({ page }) => {
      const address = page.url();
      const marks = await page.locator(".scene-sites [data-sel]").all();
      let [told, ofSites, hidden] = [0, 0, 0];
      for (const mark of marks) {
        const box = await mark.boundingBox();
        if (!box) continue;
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        // One at the edge of the map may lie beyond it.
        const isSeen = await page.evaluate(
          ([left = 0, top = 0]) =>
            document.elementFromPoint(left, top)?.closest(".map") instanceof Element,
          [x, y],
        );
        if (!isSeen) {
          hidden += 1;
          continue;
        }
        await page.mouse.move(x, y);
        await tip(page).waitFor();
        const at = await tip(page).boundingBox();
        expect(
          at && at.x >= 0 && at.y >= 0 && at.x + at.width <= 1440 && at.y + at.height <= 900,
        ).toBe(true);
        if (/ the bypass, .*± .* (certainly|possibly) there/.test(await tip(page).innerText()))
          ofSites += 1;
        told += 1;
        await page.mouse.move(4, 60);
        await tip(page).waitFor({ state: "detached" });
      }
      expect(hidden).toBeLessThan(3);
      expect(told).toBe(marks.length - hidden);
      // Over some of them stands what happened there.
      expect(ofSites).toBeGreaterThan(marks.length / 2);
      await page.locator(".maplibregl-canvas").focus();
      const names = new Set<string>();
      for (let step = 0; step < 5; step += 1) {
        await page.keyboard.press("Enter");
        names.add(await tip(page).locator("strong").innerText());
        expect(await page.locator(".scene-pointed > g").count()).toBe(1);
      }
      expect(names.size).toBe(5);
      expect(page.url()).toBe(address);
      await page.keyboard.press("Space");
      const heading = page.locator(".side-panel h2");
      await heading.waitFor();
      expect([...names].at(-1)).toBe(await heading.innerText());
      await page.keyboard.press("Escape");
      await heading.waitFor({ state: "detached" });
      // Back on the map, where it was.
      expect(await page.evaluate(() => document.activeElement?.className)).toContain("canvas");
    }),
  );

  browserTest("is told to a finger that rests on it, which opens nothing", () =>
    withPage("/?date=2016-09-05", PHONE, async ({ page }) => {
      const mark = page.locator('.scene-sites [data-sel="place:la-lande"]');
      const box = await mark.boundingBox();
      if (!box) throw new Error("the mark is not on the map");
      const client = await page.context().newCDPSession(page);
      const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
      await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
      await tip(page).waitFor();
      await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
      expect(await tip(page).innerText()).toContain("beyond the bypass");
      await mark.tap();
      await page.locator(".side-panel").waitFor();
      expect(await tip(page).count()).toBe(0);
    }),
  );
});
