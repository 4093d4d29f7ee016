// What a reader has on paper: the map whole and true, all that was read, whose it is, and where it is to be had again.
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

const SIZES = {
  "a wide window": DESKTOP,
  "a window as wide as a page": { viewport: { width: 794, height: 1000 } },
  "a telephone": PHONE,
  "a dark page": { ...DESKTOP, colorScheme: "dark" },
} as const;

/** The width of A4 without its margins, in CSS pixels. */
const PAPER = { width: 695, height: 1000 };

/** Puts the page on paper, as wide as it is there: the browser tells the page first. */
async function print(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(PAPER);
  await page.locator(".printed-end").waitFor();
}

const frameOf = (page: Page) =>
  page
    .locator(".map")
    .first()
    .evaluate((map) => {
      const { x, y, width, height } = map.getBoundingClientRect();
      return { x, y, width, height };
    });

/** Where in its map a mark is, as shares of width and height. */
async function placeOf(page: Page, mark: string) {
  const map = await frameOf(page);
  const box = await page
    .locator(mark)
    .first()
    .evaluate((node) => {
      const { x, y, width, height } = node.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
  return { x: (box.x - map.x) / map.width, y: (box.y - map.y) / map.height };
}

/** What of the printed page is cut, scrolls, or is there to be pressed. */
const faultsOf = (page: Page) =>
  page.evaluate(() => {
    const shown = (node: Element) => node.checkVisibility() && node.getClientRects().length > 0;
    const named = (node: Element) => `${node.tagName} ${node.className} ${node.textContent}`;
    const cut = [".app", ".stage", ".side-panel", ".story", ".key", ".key-sheet", ".printed-end"]
      .flatMap((name) => [...document.querySelectorAll(name)])
      .filter((node) => shown(node) && getComputedStyle(node).overflowY !== "visible");
    const pressed = [
      ...document.querySelectorAll("button, fieldset, input, select, textarea, .notice"),
    ].filter((node) => shown(node) && !node.matches("th button, .chip"));
    const wide = document.documentElement.scrollWidth > innerWidth ? ["wider than the page"] : [];
    return [...cut.map(named), ...pressed.map(named), ...wide];
  });

describe("the map on paper", () => {
  for (const [name, size] of Object.entries(SIZES))
    browserTest(`has ground and marks at one place, of ${name}`, () =>
      withPage("/?date=2016-09-05&nonsense=1", size, async ({ page, complaints }) => {
        const mark = '.scene-sites [data-sel="place:la-lande"]';
        const onScreen = await placeOf(page, mark);
        const screen = await frameOf(page);
        await print(page);
        const paper = await frameOf(page);
        expect(Math.abs(paper.width / paper.height - screen.width / screen.height)).toBeLessThan(
          0.02,
        );
        for (const part of [".maplibregl-canvas", ".over-map.scene"]) {
          const box = await page.locator(`.map ${part}`).first().boundingBox();
          for (const side of ["x", "y", "width", "height"] as const)
            expect(Math.abs((box?.[side] ?? 0) - paper[side])).toBeLessThan(1);
        }
        // The picture of the ground is that of the screen, so that a mark is right where it was.
        const onPaper = await placeOf(page, mark);
        expect(Math.abs(onPaper.x - onScreen.x) * paper.width).toBeLessThan(2);
        expect(Math.abs(onPaper.y - onScreen.y) * paper.height).toBeLessThan(2);
        expect(await faultsOf(page)).toEqual([]);
        expect(complaints).toEqual([]);
      }),
    );

  browserTest(
    "has a scale as long beside it as on the screen, and is itself again afterwards",
    () =>
      withPage("/?date=2016-09-05", DESKTOP, async ({ page }) => {
        const shareOfScale = async () => {
          const bar = await page.locator(".maplibregl-ctrl-scale").boundingBox();
          return (bar?.width ?? 0) / (await frameOf(page)).width;
        };
        const [share, frame] = [await shareOfScale(), await frameOf(page)];
        await print(page);
        expect(Math.abs((await shareOfScale()) / share - 1)).toBeLessThan(0.01);
        await page.emulateMedia({ media: "screen" });
        await page.setViewportSize(DESKTOP.viewport);
        await page.locator(".printed-end").waitFor({ state: "detached" });
        await expect.poll(() => frameOf(page)).toEqual(frame);
        expect(Math.abs((await shareOfScale()) - share)).toBeLessThan(0.001);
      }),
  );
});

describe("the page on paper", () => {
  const VIEWS = {
    "a record": ["/?sel=place:la-lande&date=2016-09-05", ".side-panel"],
    "the list": ["/?view=now&date=2014-05-27", ".side-panel"],
    "what was found": ["/?view=find&q=tioxide", ".side-panel"],
    "the analysis": ["/?view=analysis", ".side-panel"],
    "two dates": ["/?date=2016-09-05&compare=2014-05-27", ".maps.is-compared"],
    "the versions": ["/?view=versions", ".side-panel"],
    "what it is": ["/?view=about", ".side-panel"],
  } as const;
  for (const [name, [address, part]] of Object.entries(VIEWS))
    browserTest(`has all of ${name}, with sources, licence and address`, () =>
      withPage(address, DESKTOP, async ({ page, complaints }) => {
        await page.locator(part).waitFor();
        await print(page);
        expect(await faultsOf(page)).toEqual([]);
        expect(await page.locator(".printed-head").textContent()).toMatch(
          /Data version \d.*Calais 2013–2016.*\d{4}/,
        );
        expect(await page.locator(".printed-sources li").count()).toBeGreaterThan(0);
        expect(await page.locator(".printed-credit").textContent()).toContain("Licences: ");
        const restored = new URL(await page.locator(".printed-address a").innerText());
        expect(restored.searchParams.get("v")).toMatch(/^\d/);
        for (const [key, value] of new URL(address, restored).searchParams)
          expect(restored.searchParams.get(key)).toBe(value);
        expect(complaints).toEqual([]);
      }),
    );

  browserTest("has the story with the text and the sources of each step, in French", () =>
    withPage(
      "/?view=story&lang=fr",
      { ...DESKTOP, selector: ".story-step.is-read", waitForParts: true },
      async ({ page }) => {
        await print(page);
        expect(await faultsOf(page)).toEqual([]);
        const steps = page.locator(".story-step");
        for (const step of await steps.all()) {
          expect(await step.locator("h2").isVisible()).toBe(true);
          expect(await step.locator(".story-text").isVisible()).toBe(true);
          expect(await step.locator(".sources li").first().isVisible()).toBe(true);
        }
        expect(await page.locator(".printed-credit").innerText()).toMatch(
          /Version \d.*Licences\u00a0:/,
        );
        expect(await page.locator(".printed-address a").innerText()).toContain("lang=fr");
      },
    ),
  );

  browserTest("is made of as many pages as it takes, and the page is as it was", () =>
    withPage("/?sel=place:la-lande&date=2016-09-05", DESKTOP, async ({ page, complaints }) => {
      const pdf = await page.pdf({ format: "A4" });
      const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(pages).toBeGreaterThan(3);
      await page.locator(".printed-head").waitFor({ state: "detached" });
      expect(await page.locator(".side-panel details[open]").count()).toBe(0);
      expect(complaints).toEqual([]);
    }),
  );
});
