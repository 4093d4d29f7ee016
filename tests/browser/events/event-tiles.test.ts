// More events than a browser is to hold: tiles of what the map shows, counted by the server.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { writeSyntheticPackage } from "#tests/bench/synthetic-package.mjs";
import { openNarrowing } from "#tests/support/browser/narrowing.ts";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/browser/page.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";

let product: RunningProduct | undefined;

beforeAll(async () => {
  if (inject("chromiumPath") === null) return;
  const folder = temporaryFolder("event-tiles");
  await writeSyntheticPackage(folder, { events: 6000 });
  product = await ownProduct({ DATA_PACKAGE: folder, MAX_EVENTS_IN_BROWSER: "5500" });
});

afterAll(async () => {
  await closeBrowser();
  await product?.stop();
});

const desktop = () => ({ ...DESKTOP, product: product?.url ?? "" });

/** The number before the word, of all events or of those in view; undefined while it is counted. */
async function readout(page: Page, word: "events" | "in view"): Promise<number | undefined> {
  const text = (await page.locator(".readout").textContent()) ?? "";
  const digits = new RegExp(`([\\d,]+) ${word}`).exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits.replaceAll(",", ""));
}

async function ask(search: string) {
  const response = await fetch(`${product?.url}/api/collections/events/items?${search}`);
  return (await response.json()) as {
    readonly numberMatched: number;
    readonly features: readonly {
      readonly id: string;
      readonly geometry: { readonly coordinates: readonly [number, number] };
      readonly properties: { readonly title_en: string; readonly start_earliest: string };
    }[];
  };
}

const matched = async (search: string) => (await ask(`limit=1&${search}`)).numberMatched;

/** Moves the pointer around the middle of the map until it is on a mark of many events; how many it says there are. */
async function findCell(page: Page): Promise<{ x: number; y: number; count: number }> {
  const box = await page.locator(".map").boundingBox();
  if (!box) throw new Error("there is no map");
  for (let ring = 0; ring <= 24; ring += 4)
    for (const [across, down] of [
      [0, 0],
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
      [1, 1],
      [-1, 1],
      [1, -1],
      [-1, -1],
    ] as const) {
      const [x, y] = [
        box.x + box.width / 2 + across * ring,
        box.y + box.height / 2 + down * ring,
      ] as const;
      await page.mouse.move(x, y);
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      const [said = ""] = await page.locator(".mark-tip").allInnerTexts();
      const count = /([\d,]+) events? here/.exec(said)?.[1];
      if (count !== undefined) return { x, y, count: Number(count.replaceAll(",", "")) };
    }
  throw new Error("there is no cell around the middle of the map");
}

describe("a data set of more events than a browser holds", () => {
  browserTest("is counted by the server, step by step and as it is filtered", () =>
    withPage("/?date=2015-03-01&view=find", desktop(), async ({ page, complaints }) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(decodeURIComponent(request.url())));
      await page.locator(".map[data-drawn]").waitFor();
      const onDay = (day: string, more = "") => matched(`datetime=${day}${more}`);
      await expect.poll(() => readout(page, "events")).toBe(await onDay("2015-03-01"));
      await page.locator(".play-buttons button").last().click();
      await expect.poll(() => readout(page, "events")).toBe(await onDay("2015-03-02"));
      await expect
        .poll(() => asked.some((url) => /tiles.*datetime=2015-03-02/.test(url)))
        .toBe(true);

      await page.locator(".readout").filter({ hasNotText: "loading" }).waitFor();

      // By keyboard to the next day on which something begins.
      const next = await ask(
        "limit=1&sortby=start_earliest&filter=start_earliest%20%3E%20DATE('2015-03-02')",
      );
      await page.keyboard.press(".");
      const begins = next.features[0]?.properties.start_earliest ?? "";
      await page.waitForURL((url) => url.searchParams.get("date") === begins);

      const strikes = page.locator(".facet label", { hasText: "strike" });
      const all = Number((await strikes.locator(".quiet").textContent())?.replace(",", ""));
      expect(all).toBe(await matched("category=strike"));
      await openNarrowing(page, "Kind of event");
      await strikes.locator("input").check();
      const [of, left] = [await onDay(begins), await onDay(begins, "&category=strike")];
      await page.locator(".readout", { hasText: `${left} of ${of} events` }).waitFor();
      expect(await readout(page, "events")).toBe(of);
      // All events come besides those that match, to be drawn faintly under them.
      const tiles = () => asked.filter((url) => url.includes("/tiles/") && url.includes(begins));
      await expect
        .poll(() => new Set(tiles().map((url) => url.includes("strike"))))
        .toEqual(new Set([true, false]));
      expect(asked.filter((url) => url.includes("/columns"))).toEqual([]);
      expect(complaints.filter((text) => !text.startsWith("failed:"))).toEqual([]);
    }),
  );

  browserTest("tells from afar how many there are, and near by each of them", () =>
    withPage("/", desktop(), async ({ page, complaints }) => {
      const { features } = await ask("limit=1&bbox=0,45,4,49&sortby=precision_m");
      const [lon, lat] = features[0]?.geometry.coordinates ?? [0, 0];
      await page.goto(`${product?.url}/?date=2016-12-31&mode=cumulative#map=5/${lat}/${lon}`);
      await page.locator(".map[data-drawn]").waitFor();
      await expect.poll(() => readout(page, "in view")).toBeGreaterThan(1000);
      const { count, x, y } = await findCell(page);
      await page.mouse.click(x, y);
      await page.getByRole("heading", { name: `Events at this place: ${count}` }).waitFor();

      await page.goto(`${product?.url}/?date=2016-12-31&mode=cumulative#map=15/${lat}/${lon}`);
      await page.locator(".map[data-drawn]").waitFor();
      const box = await page.locator(".map").boundingBox();
      if (!box) throw new Error("there is no map");
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      const title = features[0]?.properties.title_en ?? "";
      await page.getByRole("heading", { level: 2, name: title }).waitFor();
      expect(complaints.filter((text) => !text.startsWith("failed:"))).toEqual([]);
    }),
  );
});
