// The product as a reader meets it: real build, real server, real browser.
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { seriousViolations } from "#tests/support/browser/accessibility.ts";
import { dataRequests } from "#tests/support/browser/data-requests.ts";
import { openView } from "#tests/support/browser/menu.ts";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  type OpenPage,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";
import { WITH_STORED_COPY } from "#tests/support/browser/stored-copy.ts";
import { siteCountsOn } from "#tests/support/packages/calais-facts.ts";

afterAll(closeBrowser);

const MAY = siteCountsOn("2014-05-27");

const slider = (page: Page) => page.getByRole("slider", { name: "Date" });
const date = (page: Page) => page.locator(".time-date");
const readout = (page: Page) => page.locator(".readout");

async function expectNoComplaint({ complaints, strangers }: OpenPage): Promise<void> {
  expect(complaints).toEqual([]);
  expect(strangers).toEqual([]);
}

describe("on a desk", () => {
  browserTest("the map loads, tells the story, and asks no other host", () =>
    withPage("/", { ...DESKTOP, ...WITH_STORED_COPY }, async (open) => {
      const { page } = open;
      expect(await date(page).textContent()).toBe("27 May 2014");
      const said = await readout(page).textContent();
      expect(said).toContain(`${MAY.total} sites known`);
      expect(said).toContain(
        `${MAY.certain} certainly there, ${MAY.total - MAY.certain} possibly (${MAY.byConvention} by convention)`,
      );
      const sides = await page.locator(".side-count").allTextContents();
      const numbers = sides.map((text) => Number.parseInt(text, 10));
      expect(numbers).toEqual([MAY.inside, MAY.edge, MAY.beyond].filter((count) => count > 0));
      expect(await page.locator(".credit").textContent()).toContain("OpenStreetMap");
      expect(await seriousViolations(page)).toEqual([]);
      await expectNoComplaint(open);
    }),
  );

  browserTest("the readout says what the API says", () =>
    withPage("/?date=2016-09-05", DESKTOP, async ({ page }) => {
      const api = await page.evaluate(async () => {
        const response = await fetch("/api/analysis/separation?datetime=2016-09-05");
        return (await response.json()) as {
          sites: { total: number; beyond: number };
          distance_m: { mean: number };
          people: { low: number; high: number };
        };
      });
      const number = (value: number) => value.toLocaleString("en-GB");
      const line = async (part: string) =>
        (await page.locator(part).innerText()).replaceAll(/\s+/g, " ").trim();
      expect(await line(".readout-main")).toBe(
        `${api.sites.total} sites known: ${api.sites.beyond} beyond the bypass`,
      );
      expect(await line(".readout-more")).toBe(
        `all certainly there${number(api.people.low)}–${number(api.people.high)} people counted at all of them`,
      );
      expect(await slider(page).getAttribute("aria-valuetext")).toContain(
        `mean distance ${(api.distance_m.mean / 1000).toFixed(1)} km`,
      );
    }),
  );

  browserTest("the slider is dragged by mouse and the readout follows", () =>
    withPage("/", DESKTOP, async (open) => {
      const { page } = open;
      const box = await page.locator(".time-plot").boundingBox();
      if (!box) throw new Error("the plot has no box");
      const y = box.y + box.height / 2;
      await page.mouse.move(box.x + box.width * 0.35, y);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.6, y, { steps: 5 });
      await page.mouse.move(box.x + box.width * 0.92, y, { steps: 5 });
      await page.mouse.up();
      expect(await date(page).textContent()).toMatch(/September 2016$/);
      expect(await readout(page).textContent()).toContain("2 beyond");
      await page.waitForURL(/date=2016-09-/);
      await expectNoComplaint(open);
    }),
  );

  browserTest("the keyboard moves by day, week, month and to the ends, and says it in words", () =>
    withPage("/?date=2014-05-27", DESKTOP, async ({ page }) => {
      await slider(page).focus();
      const press = async (key: string) => {
        await page.keyboard.press(key);
        return date(page).textContent();
      };
      expect(await press("ArrowRight")).toBe("28 May 2014");
      expect(await press("ArrowLeft")).toBe("27 May 2014");
      expect(await press("Shift+ArrowRight")).toBe("3 June 2014");
      expect(await press("PageUp")).toBe("3 July 2014");
      expect(await press("PageDown")).toBe("3 June 2014");
      expect(await press("Home")).toBe("1 January 2013");
      expect(await press("End")).toBe("31 December 2016");
      expect(await press("PageUp")).toBe("31 December 2016");
      await page.keyboard.press("Home");
      expect(await slider(page).getAttribute("aria-valuetext")).toMatch(
        /^1 January 2013, \d+ sites, mean distance \d\.\d km$/,
      );
    }),
  );

  browserTest("play moves the date, pause holds it, and no data is asked for meanwhile", () =>
    withPage("/?date=2015-01-01", DESKTOP, async ({ page }) => {
      const asked = dataRequests(page);
      await page.getByRole("button", { name: "Play" }).click();
      await page.waitForFunction(
        () => document.querySelector(".time-date")?.textContent !== "1 January 2015",
      );
      await page.getByRole("button", { name: "Pause" }).click();
      const held = await date(page).textContent();
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      expect(await date(page).textContent()).toBe(held);
      expect(asked).toEqual([]);
    }),
  );

  browserTest(
    "a camp on the map opens its evidence: dates, precision, figures, sources, and closes by Escape",
    () =>
      withPage("/?date=2014-05-27#map=16/50.9618/1.8576", DESKTOP, async (open) => {
        const { page } = open;
        const box = await page.locator(".map").boundingBox();
        if (!box) throw new Error("the map has no box");
        await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
        const panel = page.locator(".side-panel");
        await panel.getByRole("heading", { level: 2, name: "Syrian camp, rue Lamy" }).waitFor();
        const text = (await panel.textContent()) ?? "";
        expect(text).toContain("28 May 2014");
        expect(text).toContain("± 250 m");
        expect(text).toContain("300–400".slice(0, 3));
        expect(await panel.locator(".sources a").count()).toBeGreaterThan(0);
        expect(await panel.locator(".sources a").first().getAttribute("href")).toMatch(/^https?:/);
        expect(await seriousViolations(page)).toEqual([]);
        await page.keyboard.press("Escape");
        await panel.waitFor({ state: "detached" });
        await expectNoComplaint(open);
      }),
  );

  browserTest("the list of what is on the map leads to each record by keyboard alone", () =>
    withPage("/?date=2015-06-02", DESKTOP, async ({ page }) => {
      await openView(page, "List");
      const link = page.locator(".side-panel").getByRole("link", { name: /^La Lande camp[^→]*$/ });
      await link.press("Enter");
      await page
        .locator(".side-panel")
        .getByRole("heading", { level: 2, name: "La Lande camp" })
        .waitFor();
      await page.waitForURL(/sel=place:la-lande/);
    }),
  );

  browserTest("the language changes everywhere, and the address carries it", () =>
    withPage("/?date=2014-05-27", DESKTOP, async (open) => {
      const { page } = open;
      await page.getByRole("button", { name: "Lire cette page en français" }).click();
      expect(await date(page).textContent()).toBe("27 mai 2014");
      expect(await readout(page).textContent()).toContain(`${MAY.total} lieux`);
      expect(await page.getAttribute("html", "lang")).toBe("fr");
      await page.waitForURL(/lang=fr/);
      await expectNoComplaint(open);
    }),
  );

  browserTest("a reload restores date, selection, language and map", () =>
    withPage(
      "/?date=2016-03-01&sel=place:la-lande-south&lang=fr&certainty=certain#map=14.5/50.968/1.906",
      DESKTOP,
      async ({ page }) => {
        const check = async () => {
          expect(await date(page).textContent()).toBe("1er mars 2016");
          await page.getByRole("heading", { level: 2, name: "La Lande, zone sud" }).waitFor();
          const surely = page.locator(".certainty-switch");
          expect(await surely.getAttribute("aria-pressed")).toBe("true");
          expect(page.url()).toContain("#map=14.5/50.968/1.906");
        };
        await check();
        await page.reload();
        await page.locator(".map[data-drawn]").waitFor();
        await check();
      },
    ),
  );

  browserTest("Back closes what was opened", () =>
    withPage("/?date=2016-09-05", DESKTOP, async ({ page }) => {
      await page.locator(".period-line > button").click();
      await page
        .getByRole("button", { name: /^Last months and the blockade/ })
        .last()
        .click();
      await page.waitForURL(/sel=phase:last-months/);
      await page.goBack();
      await page.locator(".side-panel").waitFor({ state: "detached" });
      expect(await date(page).textContent()).toBe("5 September 2016");
    }),
  );

  browserTest("nonsense in the address falls back with a notice", () =>
    withPage(
      "/?date=yesterday&sel=place:castle&step=nowhere&view=now",
      DESKTOP,
      async ({ page }) => {
        expect(await date(page).textContent()).toBe("27 May 2014");
        expect(await page.locator(".notice").textContent()).toContain("date, sel, step");
        await page.locator(".side-panel").getByRole("table").waitFor();
      },
    ),
  );

  browserTest("a link to something of another time moves the date there and says so", () =>
    withPage("/?sel=event:wall-finished", DESKTOP, async ({ page }) => {
      expect(await date(page).textContent()).toMatch(/December 2016$/);
      expect(await page.locator(".notice").textContent()).toContain("Date moved to");
    }),
  );

  browserTest("dark is as legible as light", () =>
    withPage("/?sel=place:la-lande", { ...DESKTOP, colorScheme: "dark" }, async (open) => {
      expect(await seriousViolations(open.page)).toEqual([]);
      await expectNoComplaint(open);
    }),
  );
});

describe("on a phone", () => {
  browserTest("everything fits, the bar opens in steps, and nothing serious is wrong", () =>
    withPage("/?date=2016-09-05", PHONE, async (open) => {
      const { page } = open;
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(await overflow()).toBe(0);
      const bar = page.locator(".time-bar");
      expect(await bar.locator(".chart-distance").count()).toBe(0);
      await page.getByRole("button", { name: "Show more" }).tap();
      await page.getByRole("button", { name: "Show more" }).tap();
      expect(await bar.locator(".chart-distance").isVisible()).toBe(true);
      expect(await overflow()).toBe(0);
      expect(await seriousViolations(page)).toEqual([]);
      await page.getByRole("button", { name: "Menu" }).tap();
      await page.getByRole("button", { name: "List", exact: true }).tap();
      await page.locator(".side-panel").waitFor();
      expect(await overflow()).toBe(0);
      await expectNoComplaint(open);
    }),
  );

  browserTest("targets for a thumb are 44 pixels or more", () =>
    withPage("/", PHONE, async ({ page }) => {
      const small = await page.evaluate(() =>
        [...document.querySelectorAll("button, select, summary")]
          .map((element) => ({
            text: element.getAttribute("aria-label") ?? element.textContent,
            box: element.getBoundingClientRect(),
          }))
          .filter(({ box }) => box.width > 0 && box.height < 44)
          .map(({ text }) => text),
      );
      expect(small).toEqual([]);
    }),
  );
});
