// The map in somebody else's article: in a sandbox, and without taking wheel and finger from those who read on.

import { strFromU8, unzipSync } from "fflate";
import pixelmatch from "pixelmatch";
import type { FrameLocator, Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, describe, expect, inject } from "vitest";
import { longArticle, withArticle } from "#tests/support/browser/article.ts";
import { drawFingers } from "#tests/support/browser/fingers.ts";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  type OpenPage,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";

afterAll(closeBrowser);

const product = inject("productUrl");

const frameOf = (search: string, attributes = "", width = 700) =>
  `<iframe id="map" src="${product}/embed${search}" ${attributes} width="${width}" height="450" style="border:0;display:block"></iframe>`;

/** Opens an article of another site with the frame in it, and waits until its map is drawn. */
async function inArticle(
  frame: string,
  options: typeof DESKTOP | typeof PHONE,
  work: (open: OpenPage & { readonly map: FrameLocator }) => Promise<void>,
): Promise<void> {
  await withArticle(longArticle(frame), (article) =>
    withPage("/", { ...options, product: article, selector: "#map" }, async (open) => {
      const map = open.page.frameLocator("#map");
      await map.locator(".map[data-drawn]").waitFor();
      await work({ ...open, map });
    }),
  );
}

const scrolled = (page: Page) => page.evaluate(() => Math.round(window.scrollY));
const scale = (map: FrameLocator) => map.locator(".maplibregl-ctrl-scale").textContent();

/** The middle of a part of the embedded map, on the screen: of the first of them whose middle nothing else covers. */
async function middleOf(map: FrameLocator, selector: string): Promise<{ x: number; y: number }> {
  const parts = map.locator(selector);
  const uncovered = await parts.evaluateAll((elements) =>
    elements.findIndex((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    }),
  );
  if (uncovered < 0) throw new Error(`something else covers ${selector}`);
  const box = await parts.nth(uncovered).boundingBox();
  if (!box) throw new Error(`${selector} has no box`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Whether two parts cover the same spot; not where one of them is not shown. */
const overlap = (a: Box | null, b: Box | null) =>
  a !== null &&
  b !== null &&
  a.x < b.x + b.width &&
  b.x < a.x + a.width &&
  a.y < b.y + b.height &&
  b.y < a.y + a.height;

/** Where the marks on the map are, to see whether it has moved. */
const marks = (map: FrameLocator) => map.locator(".scene-sites").innerHTML();

/** The same when a map that was pushed has come to rest. */
async function marksAtRest(map: FrameLocator): Promise<string> {
  let before = "";
  const isAtRest = async () => {
    const last = before;
    before = await marks(map);
    return before === last;
  };
  await expect.poll(isAtRest, { interval: 300 }).toBe(true);
  return before;
}

describe("in a sandbox without an origin", () => {
  const SANDBOX = 'sandbox="allow-scripts"';

  browserTest("the map is the same picture as in a frame with one", async () => {
    const pictures: PNG[] = [];
    for (const attributes of ["", SANDBOX])
      await inArticle(
        // At a place of its own: the home view is fitted to the room that the map has when it starts.
        frameOf("?date=2015-03-31&lang=en#map=12.5/50.955/1.87", attributes),
        DESKTOP,
        async ({ map, complaints }) => {
          await map.locator("body").evaluate(() => document.fonts.ready);
          pictures.push(PNG.sync.read(await map.locator(".map").screenshot()));
          expect(complaints).toEqual([]);
        },
      );
    const [plain, sandboxed] = pictures;
    if (!plain || !sandboxed) throw new Error("two pictures were to be taken");
    const { width, height } = plain;
    expect([sandboxed.width, sandboxed.height]).toEqual([width, height]);
    const differing = pixelmatch(plain.data, sandboxed.data, undefined, width, height);
    expect(differing / (width * height)).toBeLessThan(0.001);
    // Ground, sea, roads and marks: not an empty picture twice.
    const colours = new Set<number>();
    for (let at = 0; at < sandboxed.data.length; at += 4)
      colours.add(sandboxed.data.readUInt32BE(at));
    expect(colours.size).toBeGreaterThan(100);
  });

  browserTest("it answers to the date, to a choice, and to the keyboard", () =>
    inArticle(
      frameOf("?date=2014-05-27&lang=fr#map=16/50.9618/1.8576", SANDBOX),
      DESKTOP,
      async ({ page, map, complaints }) => {
        expect(await map.locator(".time-date").textContent()).toBe("27 mai 2014");
        const { x, y } = await middleOf(map, ".map");
        await page.mouse.click(x, y);
        const heading = map.locator(".side-panel h2");
        await heading.filter({ hasText: "rue Lamy" }).waitFor();
        await page.keyboard.press("Escape");
        await heading.waitFor({ state: "detached" });
        await map.getByRole("slider", { name: "Date" }).press("ArrowRight");
        expect(await map.locator(".time-date").textContent()).toBe("28 mai 2014");
        const before = await scale(map);
        await map.locator(".maplibregl-canvas").press("-");
        await expect.poll(() => scale(map)).not.toBe(before);
        expect(complaints).toEqual([]);
      },
    ),
  );

  browserTest("without scripts it is a picture, which leads out of the frame", () =>
    withArticle(longArticle(frameOf("?date=2014-05-27&lang=en", 'sandbox=""')), (article) =>
      withPage("/", { ...DESKTOP, product: article, selector: "#map" }, async ({ page }) => {
        const still = page.frameLocator("#map").locator(".still");
        await still.waitFor();
        expect(await still.getAttribute("alt")).toContain("27 May 2014");
        const base = page.frameLocator("#map").locator("base");
        expect(await base.getAttribute("target")).toBe("_blank");
      }),
    ),
  );

  browserTest("the frame that the dialog makes for one opens the whole beside the article", () =>
    withPage("/?date=2016-09-05&lang=en", DESKTOP, async ({ page, complaints }) => {
      await page.getByRole("button", { name: "Make a picture" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Embed the map" }).click();
      await page.frameLocator(".embed-preview iframe").locator(".map[data-drawn]").waitFor();
      await page.getByLabel(/^In a sandbox/).check();
      const preview = page.frameLocator(".embed-preview iframe[sandbox]");
      await preview.locator(".map[data-drawn]").waitFor();
      const code = await page.getByLabel("HTML to paste").first().inputValue();
      expect(code).toContain('sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"');
      const dialog = page.getByRole("dialog");
      expect(await dialog.getByRole("note").textContent()).toContain(
        `${new URL(product).host} is this computer alone`,
      );
      const files = await fetch(
        `${product}/snapshot.zip?date=2016-09-05&lang=en&width=640&height=400`,
      ).then((answer) => answer.arrayBuffer());
      const words = strFromU8(
        unzipSync(new Uint8Array(files))["alt-text.en.txt"] ?? new Uint8Array(),
      );
      expect(words).toContain("5 September 2016");
      const still = page.getByLabel("Only a picture");
      await expect.poll(() => still.inputValue()).toContain(`alt="${words.trim()}"`);
      const article = await page.context().newPage();
      await withArticle(code, async (address) => {
        await article.goto(address);
        const map = article.frameLocator("iframe");
        await map.locator(".map[data-drawn]").waitFor();
        const opening = article.waitForEvent("popup");
        await map.locator(".embed-open").click();
        const whole = await opening;
        await whole.locator(".time-bar .time-date", { hasText: "5 September 2016" }).waitFor();
        expect(await whole.evaluate(() => self.origin)).toBe(new URL(product).origin);
      });
      expect(complaints).toEqual([]);
    }),
  );

  browserTest("may be framed by anybody, and runs nothing that is not the server's", async () => {
    const policy = (await fetch(`${product}/embed`)).headers.get("Content-Security-Policy") ?? "";
    const directives = new Map(
      policy.split(";").map((one) => {
        const [name = "", ...values] = one.trim().split(" ");
        return [name, values.join(" ")];
      }),
    );
    expect(directives.get("frame-ancestors")).toBe("*");
    expect(directives.get("script-src")).toBe("'self'");
    expect(directives.get("style-src")).toBe("'self'");
    expect(directives.get("worker-src")).toBe("'self' data:");
    expect(policy).not.toContain("unsafe");
    const page = (await fetch(`${product}/`)).headers.get("Content-Security-Policy");
    expect(page).toContain("worker-src 'self';");
  });
});

describe("what its address asks for in vain", () => {
  for (const [search, said] of [
    ["?date=2020-01-01&lang=en", /^The data are of .*2013.*2016.*the nearest day is shown/],
    ["?date=1999-01-01&lang=fr&controls=none", /^Les données portent sur .*2013.*2016/],
    ["?date=2014-05-27&lang=en&mode=never", /^Not understood .*: mode\./],
    ["?date=2014-05-27&lang=en&v=no-such", /no version no-such/],
  ] as const)
    browserTest(`is said over the map: ${search}`, () =>
      inArticle(frameOf(search), DESKTOP, async ({ map, complaints }) => {
        const notice = map.locator(".notice");
        expect(await notice.textContent()).toMatch(said);
        const box = await notice.boundingBox();
        for (const other of [".embed-open", ".key", ".credit", ".map-controls"])
          expect(overlap(box, await map.locator(other).boundingBox()), other).toBe(false);
        await notice.getByRole("button").click();
        await notice.waitFor({ state: "detached" });
        expect(complaints).toEqual([]);
      }),
    );

  browserTest("nothing is said of an address that is understood", () =>
    inArticle(
      frameOf("?date=2014-05-27&lang=en&title=A%20title&controls=none&theme=dark"),
      DESKTOP,
      async ({ map }) => {
        expect(await map.locator(".notice").count()).toBe(0);
      },
    ),
  );
});

describe("in an article that scrolls", () => {
  const FRAME = frameOf("?date=2015-03-31&lang=en&sel=place:la-lande");

  browserTest("the wheel over any part of it scrolls the article and leaves the map", () =>
    inArticle(FRAME, DESKTOP, async ({ page, map, complaints }) => {
      const before = { scale: await scale(map), marks: await marks(map) };
      const axis = await map.locator(".year-axis").innerHTML();
      for (const part of [".map", ".scene [data-sel]", ".key", ".time-plot", ".time-head"]) {
        await page.evaluate(() => window.scrollTo(0, 0));
        const { x, y } = await middleOf(map, part);
        await page.mouse.move(x, y);
        await page.mouse.wheel(0, 300);
        await expect.poll(() => scrolled(page), { message: part }).toBeGreaterThan(100);
      }
      await page.evaluate(() => window.scrollTo(0, 0));
      expect({ scale: await scale(map), marks: await marks(map) }).toEqual(before);
      expect(await map.locator(".year-axis").innerHTML()).toBe(axis);
      expect(complaints).toEqual([]);
    }),
  );

  browserTest("with Ctrl it zooms the map, or the time axis, and the article stays", () =>
    inArticle(FRAME, DESKTOP, async ({ page, map }) => {
      const axis = () => map.locator(".year-axis").innerHTML();
      await page.keyboard.down("Control");
      for (const [part, look] of [
        [".map", () => scale(map)],
        [".time-plot", axis],
      ] as const) {
        const before = await look();
        const { x, y } = await middleOf(map, part);
        await page.mouse.move(x, y);
        // The browser may give the first turns to the article, until it knows where the frame lies.
        const turned = async () => {
          await page.mouse.wheel(0, -300);
          return look();
        };
        await expect.poll(turned, { interval: 500 }).not.toBe(before);
      }
      await page.keyboard.up("Control");
      expect(await scrolled(page)).toBe(0);
    }),
  );

  for (const [lang, wheel, fingers] of [
    ["en", "Ctrl + scroll zooms the map", "Two fingers move the map"],
    ["fr", "Ctrl + molette pour zoomer sur la carte", "Déplacez la carte avec deux doigts"],
  ] as const)
    browserTest(`what moves the map is said in words (${lang})`, () =>
      inArticle(frameOf(`?lang=${lang}`), DESKTOP, async ({ page, map }) => {
        const hint = map.locator(".maplibregl-cooperative-gesture-screen");
        const opacity = () => hint.evaluate((element) => getComputedStyle(element).opacity);
        expect(await opacity()).toBe("0");
        const { x, y } = await middleOf(map, ".map");
        await page.mouse.move(x, y);
        await page.mouse.wheel(0, 50);
        await expect.poll(opacity, { interval: 20 }).toBe("1");
        expect(await hint.locator(".maplibregl-desktop-message").textContent()).toBe(wheel);
        expect(await hint.locator(".maplibregl-mobile-message").textContent()).toBe(fingers);
        await expect.poll(opacity).toBe("0");
      }),
    );

  browserTest("one finger scrolls the article, two move the map", () =>
    inArticle(frameOf("?date=2015-03-31&lang=en", "", 390), PHONE, async ({ page, map }) => {
      const home = await marks(map);
      const { x, y } = await middleOf(map, ".map");
      const fingers = [x - 40, x + 40].map((at) => ({ x: at, y }));
      const moved = async () => {
        await drawFingers(page, fingers, { x: 0, y: -80 });
        return marks(map);
      };
      await expect.poll(moved, { interval: 500 }).not.toBe(home);
      expect(await scrolled(page)).toBe(0);
      const before = await marksAtRest(map);
      for (const part of [".map", ".scene [data-sel]", ".time-head", ".time-plot"]) {
        await page.evaluate(() => window.scrollTo(0, 0));
        // A browser that is late with its answers ends a scroll early: whoever reads draws again.
        const drawn = async () => {
          await drawFingers(page, [await middleOf(map, part)], { x: 0, y: -80 });
          return scrolled(page);
        };
        await expect.poll(drawn, { message: part, interval: 500 }).toBeGreaterThan(60);
      }
      expect(await marks(map)).toBe(before);
    }),
  );

  browserTest("opened by itself it has the wheel to itself", () =>
    withPage("/embed?date=2015-03-31", DESKTOP, async ({ page }) => {
      const scaleNow = () => page.locator(".maplibregl-ctrl-scale").textContent();
      const before = await scaleNow();
      await page.mouse.move(700, 300);
      await page.mouse.wheel(0, -300);
      await expect.poll(scaleNow).not.toBe(before);
    }),
  );
});
