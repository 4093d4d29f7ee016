// A week of earthquakes and sixteen centuries of monasteries beside each other, as somebody meets them who knows neither.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { openView } from "#tests/support/browser/menu.ts";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";

let product: RunningProduct | undefined;
const QUAKES = "/d/earthquakes-2018-02/";
const MONASTERIES = "/";

beforeAll(async () => {
  if (inject("chromiumPath") === null) return;
  product = await ownProduct({ DATA_PACKAGE: "geodata/examples/syriac-monasteries" }, [
    "geodata/examples/earthquakes",
  ]);
});

afterAll(async () => {
  await closeBrowser();
  await product?.stop();
});

const here = () => ({ product: product?.url ?? "" });
const SMALL_DESK = { viewport: { width: 1280, height: 720 } } as const;

/** Pairs of words under the axis that touch, and words that leave the screen. */
const crowdedWords = (page: Page) =>
  page.evaluate(() => {
    const words = [...document.querySelectorAll(".year-axis span")].map((word) => ({
      text: word.textContent ?? "",
      box: word.getBoundingClientRect(),
    }));
    if (words.length < 2) return ["no words"];
    const touching = words.flatMap(({ box, text }, index) => {
      const next = words[index + 1];
      return next && box.right > next.box.left ? [`${text}|${next.text}`] : [];
    });
    const outside = words.filter(({ box }) => box.left < 0 || box.right > window.innerWidth);
    return [...touching, ...outside.map(({ text }) => text)];
  });

/** Middles of marks of events and places over which something else of the page lies, or which are off the map. */
const hiddenMarks = (page: Page, marks: string) =>
  page.evaluate((selector) => {
    const map = document.querySelector(".map")?.getBoundingClientRect();
    if (!map) throw new Error("no map");
    return [...document.querySelectorAll(selector)].flatMap((mark) => {
      const { height, left, top, width } = mark.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const isOn = x >= map.left && x <= map.right && y >= map.top && y <= map.bottom;
      const isSeen = isOn && document.elementFromPoint(x, y)?.closest(".map") !== null;
      return isSeen ? [] : [`${mark.getAttribute("data-sel")} ${Math.round(x)},${Math.round(y)}`];
    });
  }, marks);

const entriesOf = (page: Page) => page.locator(".key-sheet li").allTextContents();

describe("the time axis", () => {
  browserTest("has words that never touch, at any width, with a panel and without", () =>
    withPage(`${MONASTERIES}?lang=fr`, { ...SMALL_DESK, ...here() }, async ({ page }) => {
      for (const width of [1280, 1000, 640, 390, 320]) {
        await page.setViewportSize({ width, height: 720 });
        await expect.poll(() => crowdedWords(page), { message: `${width}` }).toEqual([]);
      }
      await page.goto(`${product?.url}${QUAKES}?lang=fr&view=about`);
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 720 });
        await expect.poll(() => crowdedWords(page), { message: `${width}` }).toEqual([]);
      }
    }),
  );

  browserTest("has the words of each day under its bar, the last day’s too", () =>
    withPage(QUAKES, { ...SMALL_DESK, ...here() }, async ({ page }) => {
      const off = await page.evaluate(() => {
        const middles = (selector: string) =>
          [...document.querySelectorAll(selector)].map((one) => {
            const { left, width } = one.getBoundingClientRect();
            return left + width / 2;
          });
        const bars = middles(".chart-events svg g").map(Math.round);
        const words = middles(".year-axis span").map(Math.round);
        return { bars, words };
      });
      expect(off.bars).toHaveLength(8);
      for (const [index, bar] of off.bars.entries())
        expect(Math.abs(bar - (off.words[index] ?? 0))).toBeLessThanOrEqual(1);
    }),
  );
});

describe("the opening view", () => {
  for (const [name, device] of [
    ["desk", SMALL_DESK],
    ["telephone", PHONE],
  ] as const)
    browserTest(`has every place in sight, beside what is over the map, on a ${name}`, () =>
      withPage(MONASTERIES, { ...device, ...here() }, async ({ page }) => {
        expect(await page.locator(".scene-sites [data-sel]").count()).toBe(16);
        expect(await hiddenMarks(page, ".scene-sites [data-sel]")).toEqual([]);
      }),
    );

  browserTest("of the whole world fits a telephone", () =>
    withPage(QUAKES, { ...PHONE, ...here() }, async ({ page }) => {
      const marks = page.locator(".scene-events [data-sel]");
      expect(await marks.count()).toBeGreaterThan(200);
      // At the edges the world goes on: each is whole in one of the worlds in sight.
      const cutOff = await page.evaluate(() => {
        const every = new Set<string | null>();
        const whole = new Set<string | null>();
        for (const mark of document.querySelectorAll(".scene-events [data-sel]")) {
          const { left, right } = mark.getBoundingClientRect();
          every.add(mark.getAttribute("data-sel"));
          if (left > -3 && right < innerWidth + 3) whole.add(mark.getAttribute("data-sel"));
        }
        return [...every].filter((one) => !whole.has(one));
      });
      expect(cutOff).toEqual([]);
      // Its ground are the coasts of the world, whose colours are those of pictures.
      expect(await page.locator(".masthead").textContent()).toContain("One week of earthquakes");
    }),
  );
});

describe("a map that is wider than the world", () => {
  browserTest("has every mark once, and what is beside the world opens nothing", () =>
    withPage(
      `${QUAKES}?date=2018-02-06#map=0/0/180`,
      { ...DESKTOP, ...here() },
      async ({ page, complaints }) => {
        const names = await page
          .locator(".scene-events [data-sel]")
          .evaluateAll((all) => all.map((one) => one.getAttribute("data-sel")));
        expect(names.length).toBeGreaterThan(100);
        expect(new Set(names).size).toBe(names.length);
        const [left, right] = await page
          .locator(".scene-beyond rect")
          .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
        if (!left || !right) throw new Error("nothing is blank");
        // At zoom 0 the world is 512 pixels wide.
        expect(right.left - left.right).toBeCloseTo(512, 0);
        await page.mouse.click(left.left + left.width / 2, left.top + left.height / 2);
        expect(new URL(page.url()).searchParams.get("sel")).toBe(null);
        expect(complaints).toEqual([]);
      },
    ),
  );
});

describe("words", () => {
  browserTest("of the legend are the families that are drawn, in the dataset’s words", () =>
    withPage(`${QUAKES}?date=2018-02-06`, { ...DESKTOP, ...here() }, async ({ page }) => {
      expect(await entriesOf(page)).toEqual([
        "Earthquakes",
        "Explosions and blasts",
        "faint: the day before",
      ]);
      expect(
        await page
          .locator(".key-sheet .event-shape")
          .evaluateAll((all) => all.map((one) => one.getAttribute("data-symbol"))),
      ).toEqual(["dot", "diamond", "dot"]);
    }),
  );

  browserTest("of a comparison are about events, and a day back in a week", () =>
    withPage(`${QUAKES}?view=changes`, { ...SMALL_DESK, ...here() }, async ({ page }) => {
      await page.getByRole("button", { name: "Compare with a day before" }).click();
      const table = page.locator(".compared-events");
      await table.waitFor();
      expect(await table.locator("th[scope=col]").allTextContents()).toEqual([
        "5 February 2018",
        "6 February 2018",
      ]);
      const rows = await table.locator("th[scope=row]").allTextContents();
      expect(rows[0]).toBe("Events");
      expect(rows.at(-1)).toBe("Felt reports");
      expect(await page.locator(".side-panel").innerText()).not.toMatch(/opened|closed|grown/);
    }),
  );

  browserTest("of About and Data are about what there is", () =>
    withPage(`${QUAKES}?view=about`, { ...SMALL_DESK, ...here() }, async ({ page }) => {
      expect(await page.locator(".side-panel").innerText()).not.toMatch(/who counted|\bsites?\b/i);
      await openView(page, "Data");
      const parts = await page.locator(".side-panel h3").allTextContents();
      expect(parts[0]).toBe("Events");
      expect(parts.join()).not.toMatch(/Places|Sites|Movements|Figures|Periods|Base map/i);
      await page.getByRole("button", { name: "Make a picture" }).click();
      const facts = page.locator(".picture-facts");
      await facts.waitFor();
      expect(await facts.innerText()).toMatch(/\d events/);
      expect(await facts.innerText()).not.toContain("0 sites");
    }),
  );

  browserTest("of centuries are years", () =>
    withPage(`${MONASTERIES}?lang=en`, { ...SMALL_DESK, ...here() }, async ({ page }) => {
      await page.keyboard.press("ArrowRight");
      await page.locator(".time-date", { hasText: "1 July AD 823" }).waitFor();
      await page.keyboard.press("PageUp");
      await page.locator(".time-date", { hasText: "1 July AD 923" }).waitFor();
      await page.keyboard.press("Home");
      await page.locator(".time-date", { hasText: "1 January AD 300" }).waitFor();
      await page.locator(".speed-menu button").click();
      expect(
        await page.getByRole("combobox", { name: "Step" }).locator("option").allTextContents(),
      ).toEqual(["month", "year", "event"]);
    }),
  );
});

describe("a language", () => {
  for (const [address, line] of [
    [`${MONASTERIES}?lang=ar`, "This page has no Arabic: its own words are in English."],
    [
      `${MONASTERIES}?lang=fr`,
      "Ces données n’existent pas en français\u00a0: leurs textes sont en arabe.",
    ],
    [`${QUAKES}?lang=ar`, "Neither these data nor this page have Arabic: shown in English."],
  ] as const)
    browserTest(`is told where it is not shown: ${address}`, () =>
      withPage(address, { ...SMALL_DESK, ...here() }, async ({ page }) => {
        expect(await page.locator(".notice").innerText()).toContain(line);
      }),
    );

  browserTest("is said of the title and of the words of the data, in an interface of another", () =>
    withPage(`${MONASTERIES}?lang=fr&view=now`, { ...SMALL_DESK, ...here() }, async ({ page }) => {
      const marks = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((one) => [one.getAttribute("lang"), getComputedStyle(one).direction]);
      for (const selector of [
        ".masthead-subtitle bdi",
        ".key-sheet bdi",
        ".side-panel .events bdi",
      ])
        expect(await marks(selector), selector).toEqual(["ar", "rtl"]);
    }),
  );
});
