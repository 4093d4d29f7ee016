// The first screen and the story, as somebody meets them who knows nothing yet.
import type { Page } from "playwright-core";
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

const STEPS = 14;
const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const read = (page: Page) => page.locator(".story-step.is-read").getAttribute("data-step");

describe("the first screen", () => {
  browserTest("claims one thing, offers two ways on, and is not met again by who has gone on", () =>
    withPage("/", { ...DESKTOP, atOpening: true }, async ({ page, complaints, strangers }) => {
      const opening = page.locator(".opening");
      expect(await opening.locator("h1").textContent()).toBe(
        "From many small camps in town to one beyond the bypass",
      );
      expect(await opening.getByRole("button").allTextContents()).toEqual([
        expect.stringMatching(/^Follow the story14 steps, about \d+ minutes$/),
        "Exploreany day, any place",
      ]);
      expect(await seriousViolations(page)).toEqual([]);
      await opening.getByRole("button", { name: "Explore" }).click();
      await page.waitForURL(/\?date=2014-05-27/);
      expect(await opening.count()).toBe(0);
      await page.reload();
      await page.locator(".time-bar").waitFor();
      expect(await opening.count()).toBe(0);
      await page.goBack();
      await opening.waitFor();
      expect(complaints).toEqual([]);
      expect(strangers).toEqual([]);
    }),
  );

  browserTest("leaves the map as it stands on a page without it", async () => {
    const marks = (page: Page) =>
      page.locator(".scene-sites [data-sel]").evaluateAll((all) =>
        all.map((mark) => {
          const { x, y } = mark.getBoundingClientRect();
          return [mark.getAttribute("data-sel"), Math.round(x), Math.round(y)].join(" ");
        }),
      );
    let without: string[] = [];
    await withPage("/?date=2014-05-27", DESKTOP, async ({ page }) => {
      without = await marks(page);
    });
    await withPage("/", { ...DESKTOP, atOpening: true }, async ({ page }) => {
      expect(await marks(page)).not.toEqual(without);
      await page.locator(".opening").getByRole("button", { name: "Explore" }).click();
      await expect.poll(() => marks(page)).toEqual(without);
    });
  });

  browserTest("speaks of any dataset on a phone, and goes when the reader moves the date", () =>
    withPage("/?lang=fr", { ...PHONE, atOpening: true, waitForMap: false }, async ({ page }) => {
      const opening = page.locator(".opening");
      expect(await opening.locator("h1").textContent()).toContain("au-delà de la rocade");
      const doors = await opening.getByRole("button").all();
      for (const door of doors) {
        const box = await door.boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= 390 && box.height >= 44).toBe(true);
      }
      await page.getByRole("slider", { name: "Date" }).press("ArrowRight");
      await expect.poll(() => opening.count()).toBe(0);
    }),
  );
});

describe("the story", () => {
  browserTest("goes by button, key, dot and scroll; the map and the address go with it", () =>
    withPage("/", { ...DESKTOP, atOpening: true }, async ({ page, complaints }) => {
      await page.getByRole("button", { name: "Follow the story" }).click();
      await page.waitForURL(/step=many-small-sites/);
      expect(await page.locator(".story-step").count()).toBe(STEPS);
      expect(await page.locator(".time-bar").count()).toBe(0);
      const next = page.getByRole("button", { name: "Next" });
      const place = await next.boundingBox();
      for (let step = 2; step <= 7; step++) await next.click();
      await expect.poll(() => param(page, "step")).toBe("beyond-the-bypass");
      expect(await next.boundingBox()).toEqual(place);
      await expect.poll(() => read(page)).toBe("beyond-the-bypass");
      const card = page.locator(".story-step.is-read .story-card");
      expect(await card.locator("h2").textContent()).toBe("Pushed beyond the bypass");
      const [column, box] = [await page.locator(".story").boundingBox(), await card.boundingBox()];
      expect(box && column && box.y >= column.y && box.y < column.y + column.height / 2).toBe(true);
      // What it speaks of stands out, and the rest is there, faintly.
      const tone = (place: string) =>
        page.locator(`.scene-sites [data-sel="place:${place}"] [opacity]`).count();
      await expect.poll(() => tone("la-lande")).toBe(0);
      expect(await tone("camp-tioxide")).toBeGreaterThan(0);
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => param(page, "step")).toBe("one-video-two-dates");
      await page.getByRole("button", { name: /^3 of 14/ }).click();
      await expect.poll(() => read(page)).toBe("meal-yard");
      await page.locator(".story").evaluate((element) => {
        element.dispatchEvent(new WheelEvent("wheel"));
        element.scrollBy({ top: element.clientHeight, behavior: "instant" });
      });
      await expect.poll(() => param(page, "step")).not.toBe("meal-yard");
      await page.goBack();
      await expect.poll(() => read(page)).toBe("meal-yard");
      expect(await seriousViolations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.locator(".time-bar").waitFor();
      expect(await page.locator(".story").count()).toBe(0);
      expect(param(page, "date")).not.toBeNull();
      expect(complaints).toEqual([]);
    }),
  );

  browserTest(
    "opens at its step on a phone and in a frame, and leads from a name to the place",
    () =>
      withPage("/?step=beyond-the-bypass", { ...PHONE, selector: ".story" }, async ({ page }) => {
        await expect.poll(() => read(page)).toBe("beyond-the-bypass");
        await page.getByRole("link", { name: "Galloo squat" }).click();
        await page.getByRole("heading", { name: "Galloo squat, impasse des Salines" }).waitFor();
        await page.keyboard.press("Escape");
        await expect.poll(() => page.locator(".side-panel").count()).toBe(0);
        expect(await read(page)).toBe("beyond-the-bypass");
        await page.goto(`${page.url().split("/?")[0]}/embed?step=blockade`);
        await expect.poll(() => read(page)).toBe("blockade");
      }),
  );
});
