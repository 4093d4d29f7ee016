// The chart of a place's figures: a mark each, read by the keyboard, and nothing between them; the table has all.
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { seriousViolations } from "#tests/support/browser/accessibility.ts";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/browser/page.ts";
import { rowsOf } from "#tests/support/packages/calais-facts.ts";

afterAll(closeBrowser);

const panel = (page: Page) => page.locator(".side-panel");

describe("the figures of a place", () => {
  browserTest("are marks of the whole place that no line joins, and rows of a table", () =>
    withPage(
      "/?date=2016-09-15&sel=place:la-lande",
      { ...DESKTOP, waitForMap: false },
      async ({ page }) => {
        const all = rowsOf("counts").filter(({ place_id }) => place_id === "la-lande");
        const whole = all.filter(({ measure }) => measure === "present");
        const marks = panel(page).locator("[data-figure]");
        await marks.first().waitFor();
        const drawn = await marks.evaluateAll((found) =>
          found.map((mark) => mark.getAttribute("data-figure")),
        );
        expect([...drawn].sort()).toEqual(whole.map(({ id }) => id).sort());
        // What is drawn beside the marks, the two scales and the date, is straight lines of their own.
        const others = panel(page).locator(".figures-chart > :is(path, polyline, polygon)");
        expect(await others.count()).toBe(0);
        // A kind of counter, a shape.
        const kinds = new Set(whole.map(({ counted_by_kind }) => counted_by_kind));
        const looks = await panel(page)
          .locator(".counters .counter-shape")
          .evaluateAll((found) => found.map((one) => `${one.getAttribute("d")}${one.classList}`));
        expect(new Set(looks).size).toBe(kinds.size);
        // The arrow keys read one after the other, and leave the date.
        await marks.first().focus();
        await page.keyboard.press("ArrowRight");
        const second = await marks.nth(1).getAttribute("aria-label");
        expect(await marks.nth(1).evaluate((one) => one === document.activeElement)).toBe(true);
        expect(second).toContain(
          (await panel(page).locator(".figure-read .number").textContent()) ?? "?",
        );
        expect(new URL(page.url()).searchParams.get("date")).toBe("2016-09-15");
        await panel(page).getByText(`All ${all.length} figures`).click();
        expect(await panel(page).locator(".figures-table tbody tr").count()).toBe(all.length);
        expect(await seriousViolations(page)).toEqual([]);
      },
    ),
  );
});
