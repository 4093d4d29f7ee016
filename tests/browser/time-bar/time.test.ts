// The ways through time, as a researcher takes them.
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

const date = (page: Page) => page.locator(".time-date");
const plotBox = async (page: Page) => {
  const box = await page.locator(".time-plot").boundingBox();
  if (!box) throw new Error("the plot has no box");
  return box;
};

describe("time", () => {
  browserTest("can be a window with two thumbs that is dragged as a block, and an address", () =>
    withPage("/?time=2015-01-01/2015-06-30", { ...DESKTOP, withoutMap: true }, async ({ page }) => {
      expect(await date(page).textContent()).toBe("1 January to 30 June 2015");
      const thumbs = page.getByRole("slider");
      expect(await thumbs.count()).toBe(2);
      await page.getByRole("slider", { name: "First day" }).press("ArrowRight");
      expect(await date(page).textContent()).toBe("2 January to 30 June 2015");
      const box = await plotBox(page);
      const middle = box.x + box.width * ((2 + 0.25) / 4);
      await page.mouse.move(middle, box.y + 10);
      await page.mouse.down();
      await page.mouse.move(middle + box.width / 4, box.y + 10, { steps: 4 });
      await page.mouse.up();
      expect(await date(page).textContent()).toMatch(/January to .* June 2016$/);
      await page.waitForURL(/time=2016-01-0\d\/2016-06-\d\d|time=2016-01-0\d\/2016-07/);
    }),
  );

  browserTest(
    "of a long window is told whole, and over nothing else, whatever room there is",
    async () => {
      const address = "/?time=2013-12-29/2016-11-24";
      for (const [options, lang] of [
        [{ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }, "fr"],
        [{ viewport: { width: 800, height: 360 }, hasTouch: true, isMobile: true }, "fr"],
        [{ viewport: { width: 1280, height: 720 } }, "en"],
      ] as const)
        await withPage(
          `${address}&lang=${lang}`,
          { ...options, withoutMap: true },
          async ({ page }) => {
            expect(await date(page).textContent()).toMatch(
              /^29 (déc\.|Dec) 2013 – 24 nov\.? 2016$/i,
            );
            const [cut, right] = await date(page).evaluate((element) => [
              element.scrollWidth - element.clientWidth,
              element.getBoundingClientRect().right,
            ]);
            expect(cut).toBe(0);
            const beside = await page.locator(".readout-main").boundingBox();
            if (options.viewport.width === 1280) expect(right).toBeLessThanOrEqual(beside?.x ?? 0);
          },
        );
    },
  );

  browserTest("goes from event to event, by key and by button, and takes a typed date", () =>
    withPage("/?date=2016-09-05", { ...DESKTOP, withoutMap: true }, async ({ page }) => {
      await page.keyboard.press(".");
      const next = await date(page).textContent();
      expect(next).not.toBe("5 September 2016");
      await page.keyboard.press(",");
      expect(await date(page).textContent()).toBe("5 September 2016");
      await page.keyboard.press("d");
      await page.keyboard.type("nonsense");
      await page.keyboard.press("Enter");
      expect(await page.getByRole("alert").textContent()).toContain("“nonsense” is not a date");
      await page.getByRole("textbox", { name: "Type a date" }).fill("mars 2015");
      await page.keyboard.press("Enter");
      expect(await date(page).textContent()).toBe("1 March 2015");
      await page.locator(".speed-menu button").click();
      await page.getByRole("combobox", { name: "Step" }).selectOption("month");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "One step forward" }).click();
      expect(await date(page).textContent()).toBe("1 April 2015");
    }),
  );

  browserTest("is zoomed by wheel and keys, and shown whole again", () =>
    withPage("/?date=2015-06-02", { ...DESKTOP, withoutMap: true }, async ({ page }) => {
      const ticks = () => page.locator(".year-axis").textContent();
      const whole = await ticks();
      const box = await plotBox(page);
      await page.mouse.move(box.x + box.width * 0.6, box.y + 10);
      await page.mouse.wheel(0, -400);
      await page.mouse.wheel(0, -400);
      await page.getByRole("button", { name: "Whole period" }).waitFor();
      expect(await ticks()).not.toBe(whole);
      await page.keyboard.press("0");
      expect(await ticks()).toBe(whole);
    }),
  );

  browserTest("stands in lanes, site by site, that lead to each site", () =>
    withPage("/?date=2015-06-02", { ...DESKTOP, withoutMap: true }, async ({ page }) => {
      await page.keyboard.press("t");
      await page.getByRole("button", { name: "Site by site" }).click();
      expect(await page.locator(".lane").count()).toBeGreaterThan(25);
      const lande = page.locator(".lanes").getByRole("button", { name: /^La Lande camp/ });
      expect(await lande.getAttribute("aria-label")).toContain("beyond the bypass");
      await lande.click();
      await page.getByRole("heading", { level: 2, name: "La Lande camp" }).waitFor();
    }),
  );

  browserTest("has a sheet of keys, and keys that switch the mode", () =>
    withPage("/?date=2015-06-02", { ...DESKTOP, withoutMap: true }, async ({ page }) => {
      await page.keyboard.press("?");
      await page.getByRole("heading", { level: 2, name: "The keyboard" }).waitFor();
      await page.keyboard.press("Escape");
      await page.keyboard.press("s");
      expect(await date(page).textContent()).toBe("1 January 2013 to 2 June 2015");
      await page.waitForURL(/mode=cumulative/);
      await page.keyboard.press("s");
      expect(await date(page).textContent()).toBe("2 June 2015");
      await page.keyboard.press("c");
      await page.waitForURL(/certainty=certain/);
      await page.keyboard.press("c");
      await page.keyboard.press("{");
      await page.getByRole("slider", { name: "Date" }).press("PageUp");
      await page.keyboard.press("}");
      expect(await date(page).textContent()).toBe("2 June to 2 July 2015");
      await page.getByRole("radio", { name: "Day" }).check();
      await page.keyboard.press("[");
      expect(await date(page).textContent()).toBe("3 June 2015");
      await page.keyboard.press("]");
      expect(await date(page).textContent()).toBe("11 January 2016");
    }),
  );
});

describe("the knob", () => {
  browserTest(
    "is gripped at its middle and around it, goes where a press is, and Back undoes it",
    () =>
      withPage("/?date=2014-06-10", { ...DESKTOP, withoutMap: true }, async ({ page }) => {
        const slider = page.getByRole("slider", { name: "Date" });
        const grip = await slider.boundingBox();
        if (!grip) throw new Error("there is no knob");
        expect(Math.min(grip.width, grip.height)).toBeGreaterThanOrEqual(44);
        const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2];
        const hits = await slider.evaluate(
          (element, [at, height]) =>
            [-12, 0, 12].flatMap((right) =>
              [-12, 0, 12].map(
                (down) => document.elementFromPoint(at + right, height + down) === element,
              ),
            ),
          [x, y] as const,
        );
        expect(hits).not.toContain(false);
        await page.mouse.move(x, y);
        await page.mouse.down();
        await page.mouse.move(x + 60, y, { steps: 6 });
        await page.mouse.up();
        const plot = await plotBox(page);
        const days = Math.round((60 / plot.width) * 1461);
        const expected = new Date(Date.UTC(2014, 5, 10 + days));
        const dragged = (await date(page).textContent()) ?? "";
        expect(Math.abs(Date.parse(`${dragged} UTC`) - +expected) / 86_400_000).toBeLessThan(3);
        const iso = new Date(Date.parse(`${dragged} UTC`)).toISOString().slice(0, 10);
        await page.waitForURL(new RegExp(`date=${iso}`));
        // The whole drag is one step of the history, a press another.
        await page.mouse.click(plot.x + plot.width * 0.875, plot.y + plot.height - 4);
        await page.waitForURL(/date=2016-0[67]/);
        await page.goBack();
        await page.locator(".time-date", { hasText: dragged }).waitFor();
        await page.goBack();
        await page.locator(".time-date", { hasText: "10 June 2014" }).waitFor();
        expect(new URL(page.url()).searchParams.get("date")).toBe("2014-06-10");
      }),
  );

  browserTest("follows a finger on it", () =>
    withPage("/?date=2014-05-27", { ...PHONE, withoutMap: true }, async ({ page }) => {
      const grip = await page.getByRole("slider", { name: "Date" }).boundingBox();
      if (!grip) throw new Error("there is no knob");
      const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2];
      const fingers = await page.context().newCDPSession(page);
      const touch = (type: "touchStart" | "touchMove" | "touchEnd", to: number) =>
        fingers.send("Input.dispatchTouchEvent", {
          type,
          touchPoints: type === "touchEnd" ? [] : [{ x: to, y }],
        });
      await touch("touchStart", x);
      for (const by of [10, 20, 30, 40, 50, 60]) await touch("touchMove", x + by);
      await touch("touchEnd", x + 60);
      await page
        .locator(".time-date", { hasText: /20(14|15)$/ })
        .filter({ hasNotText: "27 May" })
        .waitFor();
    }),
  );
});

describe("a pointer over the plot", () => {
  browserTest("tells of its day, inside the window, and moves nothing", () =>
    withPage("/?date=2014-05-27", { ...DESKTOP, withoutMap: true }, async ({ page }) => {
      const plot = await plotBox(page);
      const address = page.url();
      for (const share of [0.002, 0.2, 0.5, 0.75, 0.998]) {
        await page.mouse.move(plot.x + plot.width * share, plot.y + 8);
        const note = page.locator(".note-words");
        await note.waitFor();
        const box = await note.boundingBox();
        if (!box) throw new Error("nothing is told");
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(1440);
        const first = Date.UTC(2013, 0, 1) / 86_400_000;
        const day = new Date((first + Math.floor(share * 1461)) * 86_400_000);
        expect(await note.textContent()).toContain(String(day.getUTCFullYear()));
      }
      await page.mouse.move(plot.x + plot.width / 2, plot.y - 300);
      await page.locator(".note-words").waitFor({ state: "detached" });
      expect(await date(page).textContent()).toBe("27 May 2014");
      expect(page.url()).toBe(address);
    }),
  );
});

describe("the line of what is known", () => {
  browserTest("has the count of each side in sight, at any width, with the bar opened too", () =>
    withPage("/?date=2015-06-02&lang=fr", { ...DESKTOP, withoutMap: true }, async ({ page }) => {
      const line = page.locator(".readout-main");
      const isWhole = () =>
        line.evaluate(({ clientWidth, scrollWidth }) => scrollWidth <= clientWidth);
      for (const width of [1680, 1440, 1280, 1100]) {
        await page.setViewportSize({ width, height: 900 });
        await expect.poll(isWhole, { message: `${width} wide` }).toBe(true);
        await page.keyboard.press("t");
        await expect.poll(isWhole, { message: `${width} wide, opened` }).toBe(true);
        await page.keyboard.press("t");
      }
      expect(await line.locator(".side-count").count()).toBe(3);
    }),
  );
});

describe("the sheet of a phone", () => {
  browserTest("is drawn up and down by its header, and by keys on its grip", () =>
    withPage("/?date=2014-05-27", PHONE, async ({ page }) => {
      const bar = page.locator(".time-bar");
      const height = async () => Math.round((await bar.boundingBox())?.height ?? 0);
      await expect.poll(height).toBe(132);
      const head = await page.locator(".time-head").boundingBox();
      if (!head) throw new Error("there is no header");
      const fingers = await page.context().newCDPSession(page);
      const draw = async (from: number, to: number) => {
        const point = (y: number) => [{ x: head.x + head.width * 0.6, y }];
        await fingers.send("Input.dispatchTouchEvent", {
          type: "touchStart",
          touchPoints: point(from),
        });
        for (let step = 1; step <= 8; step++)
          await fingers.send("Input.dispatchTouchEvent", {
            type: "touchMove",
            touchPoints: point(from + ((to - from) * step) / 8),
          });
        await fingers.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
      };
      await draw(head.y + 30, head.y + 30 - 383);
      await expect.poll(height).toBe(495);
      await draw(844 - 495 + 30, 844 - 40);
      await expect.poll(height).toBe(132);
      const grip = page.getByRole("slider", { name: "Height of the time bar" });
      await grip.press("ArrowUp");
      await expect.poll(height).toBe(292);
      expect(await grip.getAttribute("aria-valuetext")).toBe("half");
      expect(await page.getByRole("radio", { name: "Since start" }).isVisible()).toBe(true);
      await grip.press("ArrowDown");
      await expect.poll(height).toBe(132);
      expect(await date(page).textContent()).toBe("27 May 2014");
    }),
  );
});
