// A table of a hundred thousand rows at the workbench: its map, its cards and what is found in it, all in the browser.
import { afterAll, describe, expect } from "vitest";
import { browserTest, closeBrowser } from "#tests/support/browser/page.ts";
import { atWorkbench, drawn, made, readout, title } from "#tests/support/browser/workbench.ts";

afterAll(closeBrowser);

const ROWS = 100_000;
const DAY_MS = 86_400_000;
const KINDS = ["march", "fire", "talks"];

/** Made-up events, seven a day, of which no two are at one place. */
function table(): string {
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const day = new Date(Date.UTC(1980, 0, 1) + Math.floor(at / 7) * DAY_MS).toISOString();
    const [lat, lon] = [(at % 397) / 4 - 50, (at % 1399) / 4 - 175];
    return [at, `Event ${at}`, day.slice(0, 10), lat, lon, KINDS[at % 3], at % 11].join(",");
  });
  return `id,title,date,lat,lon,category,deaths\n${rows.join("\n")}\n`;
}

describe("a hundred thousand rows at the workbench", () => {
  browserTest(
    "are on the map and found by words, and nothing of them is asked for",
    () =>
      atWorkbench("/new?lang=en", async ({ click, give, page, steps }) => {
        page.setDefaultTimeout(150_000);
        await give(made("many.csv", table()));
        await page.getByText("100,000 rows and 7 columns").waitFor();
        await click("Continue");
        await page.getByText("All 100,000 rows can be read").waitFor();
        await click("Show 100,000 events on the map");
        await drawn(page);
        expect(steps()).toBeLessThanOrEqual(8);
        await page.getByText("100,000 events · 100,000 in view").waitFor();
        expect(await readout(page)).toContain("100,000 events");
        await page.keyboard.press("/");
        // It might be a year, and is no year of these days.
        await page.keyboard.type("event 7777");
        await page.getByRole("option", { name: /^Event 7777\b/ }).waitFor();
        await page.keyboard.type("7");
        await page.getByRole("option", { name: "Event 77777" }).click();
        const card = page.locator("article.record");
        await card.getByRole("heading", { name: "Event 77777" }).waitFor();
        // 77,777 ÷ 7 = 11,111 days after 1 January 1980; 77,777 = 11 × 7070 + 7.
        expect(await card.innerText()).toMatch(/3 June 2010[\s\S]*deaths\s+7/);
        await click("Change this row");
        await page.getByText("Row 77,779").waitFor();
        expect(await title(page).innerText()).toBe("Change rows by hand");
      }),
    300_000,
  );
});
