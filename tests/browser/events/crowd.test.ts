// More events than the document of the page holds: read as columns, drawn by the layer of their own.
import type { FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { longArticle, withArticle } from "#tests/support/browser/article.ts";
import { colouredPixels } from "#tests/support/browser/coloured-pixels.ts";
import { dataRequests } from "#tests/support/browser/data-requests.ts";
import { openNarrowing } from "#tests/support/browser/narrowing.ts";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";
import { writeCitedCrowd } from "#tests/support/packages/cited-crowd.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";

const EVENTS = 6000;
let product: RunningProduct | undefined;
/** The event of which a citation says what its date rests on. */
let cited = "";

beforeAll(async () => {
  if (inject("chromiumPath") === null) return;
  const folder = temporaryFolder("crowd");
  cited = await writeCitedCrowd(folder, EVENTS);
  product = await ownProduct({ DATA_PACKAGE: folder });
});

afterAll(async () => {
  await closeBrowser();
  await product?.stop();
});

const at = (options: object = DESKTOP) => ({ ...options, product: product?.url ?? "" });

/** Waits until all events are there, and answers how many are said to be open. */
async function openEvents(page: Page | FrameLocator): Promise<number> {
  const readout = page.locator(".readout");
  await readout
    .filter({ hasText: /events/ })
    .filter({ hasNotText: "are here" })
    .waitFor();
  return Number(/([\d,]+) events/.exec((await readout.textContent()) ?? "")?.[1]?.replace(",", ""));
}

/** How many of the events that are open match the filter, and of how many, as the page says it; empty while it counts. */
async function matching(page: Page): Promise<string> {
  const text = (await page.locator(".readout").textContent()) ?? "";
  return /([\d,]+ of [\d,]+) events? match/.exec(text)?.[1] ?? "";
}

async function matched(search: string): Promise<number> {
  const response = await fetch(`${product?.url}/api/collections/events/items?limit=1&${search}`);
  return Number(response.headers.get("OGC-NumberMatched"));
}

/** A page that is left, and a list whose map has moved, give up what they were still asking for. */
const isNoAbort = (complaint: string) => !complaint.startsWith("failed:");

describe("a data set of many events", () => {
  browserTest("stays on the map where a filter does not leave it, faintly", () =>
    withPage("/?date=2015-03-01&mode=cumulative&view=find", at(), async ({ page }) => {
      await openEvents(page);
      await page.locator(".map[data-drawn]").waitFor();
      await expect.poll(() => colouredPixels(page)).toBeGreaterThan(4000);
      const [strong, all] = [await colouredPixels(page), await colouredPixels(page, 20)];
      const strikes = page.locator(".facet label", { hasText: "strike" });
      await openNarrowing(page, "Kind of event");
      await strikes.locator("input").check();
      await expect.poll(() => colouredPixels(page)).toBeLessThan(strong / 2);
      // An eighth of the events are strikes: the others are there as well.
      expect(await colouredPixels(page, 20)).toBeGreaterThan(all / 3);
    }),
  );

  browserTest("is told beside its marks by mouse, keyboard and a finger that rests on one", () =>
    withPage("/", at(PHONE), async ({ page }) => {
      const ask = "api/collections/events/items?datetime=2015-03-01&limit=1&sortby=precision_m";
      const { features } = await (await fetch(`${product?.url}/${ask}`)).json();
      const [lon, lat] = features[0].geometry.coordinates;
      await page.goto(`${product?.url}/?date=2015-03-01#map=15/${lat}/${lon}`);
      await openEvents(page);
      await page.locator(".map[data-drawn]").waitFor();
      const map = await page.locator(".map").boundingBox();
      if (!map) throw new Error("there is no map");
      const middle = { x: map.x + map.width / 2, y: map.y + map.height / 2 };
      const tip = page.locator(".mark-tip");
      const address = page.url();
      await expect
        .poll(async () => {
          await page.mouse.move(middle.x - 40, middle.y);
          await page.mouse.move(middle.x, middle.y);
          return tip.count();
        })
        .toBe(1);
      const { category } = features[0].properties;
      expect((await tip.innerText()).toLowerCase()).toContain(category);
      await page.mouse.move(4, 4);
      await tip.waitFor({ state: "detached" });
      await page.locator(".maplibregl-canvas").focus();
      await page.keyboard.press("Enter");
      expect((await tip.innerText()).toLowerCase()).toContain(category);
      await page.keyboard.press("Escape");
      await tip.waitFor({ state: "detached" });
      const fingers = await page.context().newCDPSession(page);
      const touch = (type: "touchStart" | "touchEnd", touchPoints: (typeof middle)[]) =>
        fingers.send("Input.dispatchTouchEvent", { type, touchPoints });
      await touch("touchStart", [middle]);
      await tip.waitFor();
      await touch("touchEnd", []);
      expect(page.url()).toBe(address);
      await page.keyboard.press("Space");
      await page.locator(".side-panel h2").waitFor();
    }),
  );

  browserTest("is counted, drawn, scrubbed without a request, filtered and listed", () =>
    withPage("/?date=2015-03-01&view=find", at(), async ({ page, complaints }) => {
      const open = await openEvents(page);
      expect(open).toBe(await matched("datetime=2015-03-01"));
      await page.waitForFunction(() => document.querySelector(".map[data-drawn]"));

      const asked = dataRequests(page);
      await page.locator(".play-buttons button").last().click();
      await page.getByText("2 March 2015").first().waitFor();
      expect(await openEvents(page)).toBe(await matched("datetime=2015-03-02"));
      expect(asked).toEqual([]);

      // Facets count the columns; one of them leaves as many as the API says.
      const highest = await page.locator(".chart-events .chart-top").textContent();
      expect(await page.locator(".chart-events .bar-faint").count()).toBe(0);
      const strikes = page.locator(".facet label", { hasText: "strike" });
      const all = Number((await strikes.locator(".quiet").textContent())?.replace(",", ""));
      expect(all).toBe(await matched("category=strike"));
      await openNarrowing(page, "Kind of event");
      await strikes.locator("input").check();
      await page.locator(".event-rows li").first().waitFor();
      const onDay = await matched("datetime=2015-03-02");
      const strikesOnDay = await matched("datetime=2015-03-02&category=strike");
      expect(await matching(page)).toBe(`${strikesOnDay} of ${onDay}`);
      expect(await openEvents(page)).toBe(onDay);
      // The curve keeps its height: what the filter does not leave stands faintly on the rest.
      expect(await page.locator(".chart-events .chart-top").textContent()).toBe(highest);
      expect(await page.locator(".chart-events .bar-faint").count()).toBeGreaterThan(12);
      const title = await page.locator(".part h3", { hasText: "Events:" }).textContent();
      expect(title).toBe(`Events: ${all.toLocaleString("en-GB")}`);
      expect(await page.locator(".event-rows li .quiet").first().textContent()).toContain("strike");

      // Only rows in sight are in the document, however far the list goes.
      await page.locator(".event-rows").evaluate((list) => list.scrollTo(0, 4000));
      await page.locator(".event-rows li[aria-posinset='80']").waitFor();
      expect(await page.locator(".event-rows li").count()).toBeLessThan(50);

      // Words are asked of the server, which sends what it finds.
      const answered = page.waitForResponse((response) =>
        response.url().includes("columns?q=depot"),
      );
      await page.locator(".side-panel input[type=search]").fill("depot");
      await answered;
      const found = await matched("datetime=2015-03-02&category=strike&q=depot");
      await expect.poll(() => matching(page)).toBe(`${found} of ${onDay}`);
      expect(await openEvents(page)).toBe(onDay);
      expect(complaints).toEqual([]);
    }),
  );

  browserTest("leads from a mark to its record, and by its address back to it", () =>
    withPage("/?date=2015-03-01", at(), async ({ page, complaints }) => {
      await openEvents(page);
      const { features } = await (
        await fetch(
          `${product?.url}/api/collections/events/items?limit=1&datetime=2015-03-01&sortby=-precision_m`,
        )
      ).json();
      const [feature] = features;
      const [lon, lat] = feature.geometry.coordinates;
      await page.goto(`${product?.url}/?date=2015-03-01#map=15/${lat}/${lon}`);
      await openEvents(page);
      await page.locator(".map[data-drawn]").waitFor();
      const box = await page.locator(".map").boundingBox();
      if (!box) throw new Error("there is no map");
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await page.getByRole("heading", { level: 2, name: feature.properties.title_en }).waitFor();
      await page.waitForURL(/sel=event/);
      await page.goto(`${product?.url}/?lang=fr&sel=event:${feature.id}`);
      await page.getByRole("heading", { level: 2, name: feature.properties.title_fr }).waitFor();
      expect(complaints.filter(isNoAbort)).toEqual([]);
    }),
  );

  browserTest("says of one of them what its date, its figures and its position rest on", () =>
    withPage(`/?sel=event:${cited}`, at(), async ({ page, complaints }) => {
      const evidence = page.locator(".side-panel .evidence");
      const of = async (name: string) =>
        evidence.locator("div", { has: page.locator("dt", { hasText: name }) }).textContent();
      await evidence.waitFor();
      expect(await of("Date")).toMatch(/Rocade · at p\. 3 · says the same · read for/);
      expect(await of("Date")).toContain("2 January 2020");
      expect(await of("People")).toContain("which one gives this figure is not recorded");
      expect(await of("Position")).toContain("which one gives this position is not recorded");
      expect(complaints.filter(isNoAbort)).toEqual([]);
    }),
  );

  browserTest("steps from event to event, tells what a place has, and what did not come", () =>
    withPage("/?date=2015-03-01&sel=place:middle", at(), async ({ page }) => {
      await openEvents(page);
      await page.getByRole("heading", { name: "Events at this place: 0" }).waitFor();
      await page.locator(".speed-menu button").click();
      await page.getByRole("combobox", { name: "Step" }).selectOption("event");
      await page.keyboard.press("Escape");
      await page.locator(".play-buttons button").last().click();
      await page.locator(".time-date", { hasText: /[2-9] March 2015/ }).waitFor();
      await page.keyboard.press(",");
      await page.locator(".time-date", { hasText: /^\D*1 March 2015/ }).waitFor();
      await page.goto(`${product?.url}/?sel=event:nobody`);
      await page.locator(".notice", { hasText: "sel" }).waitFor();
      await page.route("**/items/**", (route) => route.abort());
      await page.goto(`${product?.url}/?sel=event:e-0001`);
      await page.locator(".notice", { hasText: "could not be loaded" }).waitFor();
    }),
  );

  browserTest("comes back after the graphics card was lost", () =>
    withPage("/?date=2015-03-01", at(), async ({ page }) => {
      await openEvents(page);
      await page.locator(".map[data-drawn]").waitFor();
      await expect.poll(() => colouredPixels(page)).toBeGreaterThan(300);
      await page.evaluate(async () => {
        const canvas = document.querySelector<HTMLCanvasElement>("canvas.maplibregl-canvas");
        const lose = canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context");
        if (!canvas || !lose) throw new Error("there is no context to lose");
        const restored = new Promise((resolve) =>
          canvas.addEventListener("webglcontextrestored", resolve, { once: true }),
        );
        lose.loseContext();
        await new Promise((resolve) => setTimeout(resolve));
        lose.restoreContext();
        await restored;
      });
      await expect.poll(() => colouredPixels(page)).toBeGreaterThan(300);
    }),
  );

  browserTest("are drawn in a sandboxed frame of an article too, which has no origin", () =>
    withArticle(
      longArticle(
        `<iframe id="map" sandbox="allow-scripts" src="${product?.url}/embed?date=2015-03-01&lang=en" width="800" height="500"></iframe>`,
      ),
      (article) =>
        withPage(
          "/",
          { ...DESKTOP, product: article, selector: "#map" },
          async ({ page, complaints }) => {
            const map = page.frameLocator("#map");
            expect(await openEvents(map)).toBe(await matched("datetime=2015-03-01"));
            await expect.poll(() => colouredPixels(map)).toBeGreaterThan(200);
            expect(complaints).toEqual([]);
          },
        ),
    ),
  );

  browserTest("come late into a panel, which leaves the focus to a reader who has gone on", () =>
    withPage("/?date=2015-03-01", at(), async ({ page }) => {
      const { features } = await (
        await fetch(
          `${product?.url}/api/collections/events/items?limit=1&datetime=2015-03-01&sortby=-precision_m`,
        )
      ).json();
      const [lon, lat] = features[0].geometry.coordinates;
      for (const goesOn of [true, false]) {
        await page.goto("about:blank");
        await page.goto(`${product?.url}/?date=2015-03-01#map=15/${lat}/${lon}`);
        await openEvents(page);
        await page.locator(".map[data-drawn]").waitFor();
        let release = () => {};
        const held = new Promise<void>((resolve) => {
          release = resolve;
        });
        await page.route(/events\/items\?.*bbox/, async (route) => {
          await held;
          await route.continue();
        });
        const box = await page.locator(".map").boundingBox();
        if (!box) throw new Error("there is no map");
        const asked = page.waitForRequest(/events\/items\?.*bbox/);
        await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
        await asked;
        const slider = page.getByRole("slider", { name: "Date" });
        if (goesOn) await slider.focus();
        release();
        await page.locator(".side-panel h2").waitFor();
        const holder = goesOn ? slider : page.locator(".side-panel h2");
        expect(await holder.evaluate((element) => element === document.activeElement)).toBe(true);
        await page.unroute(/events\/items\?.*bbox/);
      }
    }),
  );

  browserTest("keep the focus in their list, however fast the reader goes or scrolls", () =>
    withPage("/?date=2015-03-01&view=find&categories=strike", at(), async ({ page }) => {
      await openEvents(page);
      const row = (place: number) =>
        page.locator(`.event-rows li[aria-posinset='${place}'] .record-link`);
      await row(1).focus();
      // No frame comes between the keys.
      await page.evaluate(() => {
        window.requestAnimationFrame = () => 0;
      });
      for (let count = 1; count < 40; count += 1) await page.keyboard.press("Tab");
      const hasFocus = () => row(40).evaluate((element) => element === document.activeElement);
      expect(await hasFocus()).toBe(true);
      await page.locator(".event-rows").evaluate((list) => list.scrollTo(0, 0));
      await row(1).waitFor();
      await page.locator(".event-rows").evaluate((list) => list.scrollTo(0, 4500));
      await row(90).waitFor();
      expect(await hasFocus()).toBe(true);
      const title = await row(40).textContent();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 2, name: title ?? "" }).waitFor();
    }),
  );

  browserTest("fits a phone", () =>
    withPage("/?date=2015-03-01&view=now", at(PHONE), async ({ page, complaints }) => {
      await openEvents(page);
      await page.locator(".event-rows li").first().waitFor();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow).toBe(0);
      expect(complaints.filter(isNoAbort)).toEqual([]);
    }),
  );
});
