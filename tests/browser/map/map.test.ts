// The marks on the map: what a pointer and a date do to them.
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { seriousViolations } from "#tests/support/browser/accessibility.ts";
import { dataRequests } from "#tests/support/browser/data-requests.ts";
import { drawFingers } from "#tests/support/browser/fingers.ts";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";

afterAll(closeBrowser);

const LA_LANDE = '.scene-sites [data-sel="place:la-lande"]';
const LA_LANDE_HEADING = { level: 2, name: /^La Lande camp/ } as const;

describe("a mark on the map", () => {
  browserTest("opens its record and is ringed; the empty map closes it", () =>
    withPage("/?date=2016-09-05", DESKTOP, async ({ page, complaints }) => {
      await page.locator(LA_LANDE).click();
      await page.getByRole("heading", LA_LANDE_HEADING).waitFor();
      expect(await page.locator(".scene-chosen > g").count()).toBe(1);
      await page.mouse.click(500, 60);
      await page.getByRole("heading", LA_LANDE_HEADING).waitFor({ state: "detached" });
      expect(await page.locator(".scene-chosen > g").count()).toBe(0);
      expect(complaints).toEqual([]);
    }),
  );

  browserTest("answers a finger", () =>
    withPage("/?date=2016-09-05", PHONE, async ({ page }) => {
      await page.locator(LA_LANDE).tap();
      await page.getByRole("heading", LA_LANDE_HEADING).waitFor();
    }),
  );

  browserTest("stays as it is at a step of the date that leaves it, as all of the page does", () =>
    withPage("/?date=2016-09-05", DESKTOP, async ({ page }) => {
      await page.evaluate(watchChanges);
      await page.locator(".time-bar input[type=range]").first().press("ArrowRight");
      await page.locator(".time-date", { hasText: "6 September 2016" }).waitFor();
      // Another step has come after what the first one had for the map.
      await page.locator(".time-bar input[type=range]").first().press("ArrowRight");
      await page.locator(".time-date", { hasText: "7 September 2016" }).waitFor();
      expect(await page.evaluate(readChanges)).toEqual({ taken: 0, boxes: 0, languages: 0 });
    }),
  );

  browserTest("is carried along by a drag that begins on it", () =>
    withPage("/?date=2016-09-05", DESKTOP, async ({ page }) => {
      const middle = async () => {
        const box = await page.locator(LA_LANDE).boundingBox();
        if (!box) throw new Error("the mark is not on the map");
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      };
      const { x, y } = await middle();
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 60, y + 30, { steps: 4 });
      await page.mouse.up();
      await page.waitForURL(/#map=/);
      const moved = await middle();
      expect(Math.abs(moved.x - (x - 60))).toBeLessThan(3);
      expect(Math.abs(moved.y - (y + 30))).toBeLessThan(3);
    }),
  );

  browserTest("is carried along by a finger too, though it is drawn anew under it", () =>
    withPage("/?date=2016-09-05", PHONE, async ({ page }) => {
      const middle = async () => {
        const box = await page.locator(LA_LANDE).boundingBox();
        if (!box) throw new Error("the mark is not on the map");
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      };
      for (const by of [
        { x: -60, y: 40 },
        { x: 50, y: -30 },
      ]) {
        const before = await middle();
        await drawFingers(page, [before], by);
        // A finger that is lifted while it moves lets the map glide on a little.
        await expect
          .poll(async () => Math.sign(by.x) * ((await middle()).x - before.x), { timeout: 10_000 })
          .toBeGreaterThan(Math.abs(by.x) - 4);
      }
    }),
  );

  browserTest("comes and goes with the date, with no request and the ground left alone", () =>
    withPage("/?date=2014-05-27", DESKTOP, async ({ page }) => {
      const ids = () =>
        page
          .locator(".scene-sites [data-sel]")
          .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("data-sel")));
      const before = await ids();
      expect(before).toContain("place:camp-lamy");
      const asked = dataRequests(page);
      await page.getByRole("slider", { name: "Date" }).press("End");
      await page
        .locator('.scene-sites [data-sel="place:camp-lamy"]')
        .waitFor({ state: "detached" });
      expect(await page.locator(".scene-ghosts [data-sel]").count()).toBeGreaterThan(10);
      expect(asked).toEqual([]);
    }),
  );

  browserTest("stands where MapLibre has its place", () =>
    withPage("/?date=2016-09-05#map=15.2/50.9685/1.9064", DESKTOP, async ({ page }) => {
      const map = await page.locator(".map").boundingBox();
      const mark = await page.locator(`${LA_LANDE} circle`).first().boundingBox();
      if (!map || !mark) throw new Error("nothing is drawn");
      // La Lande lies at 1.9064, 50.9685 within its precision: near the middle of this view.
      const off = Math.hypot(
        mark.x + mark.width / 2 - (map.x + map.width / 2),
        mark.y + mark.height / 2 - (map.y + map.height / 2),
      );
      expect(off).toBeLessThan(60);
    }),
  );
});

describe("forced colours", () => {
  browserTest("leave everything in sight and named", () =>
    withPage("/?date=2014-05-27", { ...DESKTOP, forcedColors: "active" }, async ({ page }) => {
      expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true);
      expect(await seriousViolations(page)).toEqual([]);
      for (const part of [".time-plot", ".readout", ".key", ".scene-sites"])
        expect(await page.locator(part).first().isVisible(), part).toBe(true);
    }),
  );
});

describe("the names", () => {
  /** Each with where it stands, in whole pixels. */
  const names = (page: Page) =>
    page.locator(".scene text").evaluateAll((all) =>
      all.map((text) => {
        const { x, y } = text.getBoundingClientRect();
        return [text.textContent, Math.round(x), Math.round(y)];
      }),
    );

  browserTest("stand as if the map had always been as large as it is", async () => {
    const address = "/embed?date=2015-03-31&lang=en#map=12.5/50.955/1.87";
    const [size, lower] = [
      { width: 700, height: 450 },
      { width: 700, height: 427 },
    ];
    const found: Awaited<ReturnType<typeof names>>[] = [];
    await withPage(address, { viewport: size, selector: ".map[data-drawn]" }, async ({ page }) => {
      await page.evaluate(() => document.fonts.ready);
      found.push(await names(page));
      await page.setViewportSize(lower);
      await expect.poll(() => names(page)).not.toEqual(found[0]);
      await page.setViewportSize(size);
      await expect.poll(() => names(page)).toEqual(found[0]);
    });
    await withPage(address, { viewport: lower, selector: ".map[data-drawn]" }, async ({ page }) => {
      await page.setViewportSize(size);
      await expect.poll(() => names(page)).toEqual(found[0]);
    });
  });
});

describe("a name on the map", () => {
  browserTest("stands under nothing that lies over the map, with one date or two", async () => {
    for (const address of ["/?date=2014-05-27", "/?date=2016-09-05&compare=2014-05-27"])
      await withPage(address, { viewport: { width: 1280, height: 720 } }, async ({ page }) => {
        await page.waitForFunction(() => {
          const boxesOf = (selector: string) =>
            [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect());
          const over = boxesOf(".map-controls, .key-button, .map-date");
          const names = boxesOf(".scene-names text");
          const isUnder = (name: DOMRect) =>
            over.some(
              (box) =>
                name.left < box.right &&
                name.right > box.left &&
                name.top < box.bottom &&
                name.bottom > box.top,
            );
          return names.length > 0 && !names.some(isUnder);
        });
      });
  });
});

type Watched = { readonly removed: Node[]; boxes: number; languages: number };

/** In the page: writes down what is taken out of the scene, and what is told anew of the whole. */
function watchChanges(): void {
  const watched: Watched = { removed: [], boxes: 0, languages: 0 };
  Object.assign(window, { watched });
  new MutationObserver((changes) => {
    for (const { attributeName, removedNodes } of changes) {
      watched.removed.push(...removedNodes);
      if (attributeName) watched.boxes += 1;
    }
  }).observe(document.querySelector(".scene") ?? document.body, {
    attributeFilter: ["viewBox"],
    childList: true,
    subtree: true,
  });
  new MutationObserver((changes) => {
    watched.languages += changes.length;
  }).observe(document.documentElement, { attributeFilter: ["lang"] });
}

/** In the page; `taken`: how much was taken out and is there again. */
function readChanges() {
  const { boxes, languages, removed } = (window as unknown as { watched: Watched }).watched;
  return { taken: removed.filter((node) => node.isConnected).length, boxes, languages };
}
