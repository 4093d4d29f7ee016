// The address that a picture carries, opened in the page: it shows what the picture shows.
import { unzipSync } from "fflate";
import jsQr from "jsqr";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, describe, expect, inject } from "vitest";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/browser/page.ts";
import { linesOf } from "#tests/support/pictures/figure-text.ts";

afterAll(closeBrowser);

const product = inject("productUrl");

type Shown = {
  readonly dates: readonly string[];
  readonly version: string;
  /** Of each date, the sites in its frame, and whether the filter leaves them. */
  readonly sites: ReadonlyMap<string, ReadonlyMap<string, boolean>>;
  readonly svg: string;
  /** The address that stands on the picture. */
  readonly printed: string;
};

/** A picture, and what the files beside it say that it shows. */
async function pictureOf(query: string): Promise<Shown> {
  const answer = await fetch(`${product}/snapshot.zip?${query}&width=1200&height=900`);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const text = (name: string) => Buffer.from(files[name] ?? []).toString();
  const state = JSON.parse(text("state.json"));
  const { features } = JSON.parse(text("shown.geojson")) as {
    readonly features: readonly {
      readonly properties: {
        readonly shown: string;
        readonly date: string;
        readonly place: string;
        readonly matches_filter: boolean;
      };
    }[];
  };
  const sites = new Map<string, Map<string, boolean>>();
  for (const { properties } of features) {
    if (properties.shown !== "site") continue;
    const ofDate = sites.get(properties.date) ?? new Map();
    sites.set(properties.date, ofDate.set(properties.place, properties.matches_filter));
  }
  const svg = text("picture.svg");
  return { dates: state.dates, version: state.version.label, sites, svg, printed: printedOn(svg) };
}

/** What stands on a picture after the address of the product, on as many lines as it takes. */
function printedOn(svg: string): string {
  const words = linesOf(svg).map(({ text }) => text);
  const first = words.findIndex((line) => line.includes(new URL(product).host));
  const whole = /127\.0\.0\.1\S*/.exec(words.slice(first, first + 4).join(""))?.[0] ?? "";
  // The version ends every address.
  return `http://${/^.*?[?&]v=[\d.]+/.exec(whole)?.[0] ?? whole}`;
}

/** The sites on each map of the page, and whether they are drawn as those that the filter leaves. */
async function sitesOn(page: Page, map: number): Promise<ReadonlyMap<string, boolean>> {
  const marks = await page
    .locator(".map")
    .nth(map)
    .evaluate((element) => {
      const frame = element.getBoundingClientRect();
      return [...element.querySelectorAll(".scene-sites [data-sel^='place:']")].flatMap((mark) => {
        const { bottom, left, right, top } = mark.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        const isIn = x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
        const isFaint = mark.querySelector("[opacity='0.25']") !== null;
        return isIn ? [[(mark as SVGElement).dataset.sel?.slice(6) ?? "", !isFaint] as const] : [];
      });
    });
  return new Map(marks);
}

/** Every site of the picture is on the map of the page, as matching or as faint as there. */
async function expectSites(
  page: Page,
  map: number,
  shown: ReadonlyMap<string, boolean> | undefined,
) {
  expect(shown?.size).toBeGreaterThan(0);
  const there = await sitesOn(page, map);
  expect(Object.fromEntries([...there].filter(([id]) => shown?.has(id)))).toEqual(
    Object.fromEntries(shown ?? []),
  );
}

/** A picture has no narrow spaces that do not break. */
const plainSpaces = (words: string) => words.replace(/\s/g, " ");

const CASES = {
  "a date that the address leaves to the dataset": "",
  "a date, what is certain of it, and no conventions":
    "date=2014-05-27&certainty=certain&conventions=false&lang=fr",
  "a date with a filter": "date=2014-05-27&q=syrian&lang=en",
  "a stretch of days with a filter": "time=2015-01-01/2015-06-30&kinds=camp",
  "all since the beginning": "mode=cumulative&date=2015-06-02",
  "a part of the map": "date=2016-03-01&bbox=1.87,50.96,1.93,50.98",
} as const;

describe("the address printed on a picture", () => {
  browserTest.each(Object.entries(CASES))("of %s shows the same in the page", async (_, query) => {
    const { dates, printed, sites, svg, version } = await pictureOf(query);
    expect(new URL(printed).searchParams.get("v")).toBe(version);
    await withPage(printed.slice(product.length), DESKTOP, async ({ page, complaints }) => {
      expect(await page.locator(".time-date").textContent()).toBe(dates[0]);
      expect(await page.locator(".notice").count()).toBe(0);
      await expectSites(page, 0, [...sites.values()][0]);
      // What the picture counts, the page counts: in the same words, each part of them.
      const picture = linesOf(svg)
        .map(({ text }) => text)
        .join(" ");
      const [known, people, ...others] = await Promise.all([
        page.locator(".readout-main strong").textContent(),
        page.locator(".readout-more > [title]:not(button)").getAttribute("title"),
        ...(await page.locator(".readout-more > span:not([title])").all()).map((part) =>
          part.textContent(),
        ),
      ]);
      expect(plainSpaces(picture)).toContain(`${Number.parseInt(known ?? "", 10)} `);
      for (const part of [people, ...others])
        expect(plainSpaces(picture)).toContain(plainSpaces(part ?? ""));
      expect(complaints).toEqual([]);
    });
  });

  browserTest("of two dates side by side shows the same two", async () => {
    const { dates, printed, sites, version } = await pictureOf(
      "date=2016-09-05&compare=2014-05-27",
    );
    expect(new URL(printed).searchParams.get("v")).toBe(version);
    await withPage(printed.slice(product.length), DESKTOP, async ({ page }) => {
      await page.locator(".map[data-drawn]").nth(1).waitFor();
      const inOrder = await page.locator(".map-frame").evaluateAll((frames) =>
        frames
          .map((frame, map) => ({
            map,
            date: frame.querySelector(".map-date strong")?.textContent ?? "",
            left: frame.getBoundingClientRect().left,
          }))
          .sort((a, b) => a.left - b.left),
      );
      expect(inOrder.map(({ date }) => date)).toEqual(dates);
      for (const { date, map } of inOrder) await expectSites(page, map, sites.get(date));
    });
  });

  browserTest.each(["dates=phases", "dates=2014-05-27,2015-06-02,2016-09-05&lang=fr"])(
    "of several dates, which the page cannot show, is that of the picture: %s",
    async (query) => {
      const { dates, printed, version } = await pictureOf(query);
      expect(new URL(printed).searchParams.get("v")).toBe(version);
      await withPage(
        printed.slice(product.length),
        { ...DESKTOP, selector: "svg #map-1" },
        async ({ page }) => {
          const words = await page.evaluate(() => document.documentElement.textContent ?? "");
          expect(dates.length).toBeGreaterThan(2);
          for (const date of dates) expect(words).toContain(date);
        },
      );
      expect(printedOn(await (await fetch(printed)).text())).toBe(printed);
    },
  );

  browserTest("of a picture of a film is that of its date", () =>
    withPage(
      "/?date=2014-05-27&certainty=certain&kinds=camp",
      { ...DESKTOP, withoutMap: true },
      async ({ page }) => {
        await page.getByRole("button", { name: "Make a picture" }).click();
        const film = page.getByRole("dialog").locator(".picture-animation");
        await film.getByLabel("Step").selectOption("year");
        await film.getByLabel("File").selectOption("frames");
        await film.getByRole("button", { name: "Make the animation" }).click();
        const save = film.getByRole("button", { name: /^Save: .*\.zip$/ });
        await save.waitFor({ timeout: 60_000 });
        const coming = page.waitForEvent("download");
        await save.click();
        const chunks: Buffer[] = [];
        for await (const chunk of await (await coming).createReadStream())
          chunks.push(chunk as Buffer);
        const pictures = Object.entries(unzipSync(Buffer.concat(chunks))).filter(([name]) =>
          name.endsWith(".png"),
        );
        expect(pictures.length).toBe(5);
        for (const [name, bytes] of pictures.slice(1, 4)) {
          const { data, height, width } = PNG.sync.read(Buffer.from(bytes));
          const address = jsQr(new Uint8ClampedArray(data), width, height)?.data ?? "";
          await page.goto(address);
          await page.locator(".time-bar").waitFor();
          const [, day = ""] = /(\d{4}-\d\d-\d\d)\.png$/.exec(name) ?? [];
          await page.waitForURL((url) => url.searchParams.get("date") === day);
          const { searchParams } = new URL(page.url());
          expect(searchParams.get("certainty")).toBe("certain");
          expect(await page.locator(".chip").count()).toBeGreaterThan(0);
          expect(await page.locator(".time-date").textContent()).toContain(day.slice(0, 4));
        }
      },
    ),
  );
});
