// A kit on somebody's own host: nothing but its files is there, and it shows, moves and reads without the service.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, inject } from "vitest";
import { seriousViolations } from "#tests/support/browser/accessibility.ts";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";
import { unpackedKit } from "#tests/support/pictures/unpacked-kit.ts";

afterAll(closeBrowser);

const product = inject("productUrl");

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css",
  js: "text/javascript",
  svg: "image/svg+xml",
  png: "image/png",
  woff2: "font/woff2",
};

type Files = Readonly<Record<string, Uint8Array>>;

/** Serves files and knows nothing else. */
async function withFiles(files: Files, work: (address: string) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? "/").slice(1)) || "index.html";
    const file = files[name];
    response.writeHead(file ? 200 : 404, {
      "Content-Type": TYPES[name.split(".").at(-1) ?? ""] ?? "text/plain; charset=utf-8",
    });
    response.end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

let kept: Promise<Files> | undefined;
/** Drawn once for all tests here. */
const kit = () => {
  kept ??= fetch(`${product}/kit.zip?dates=compare&lang=en`)
    .then(unpackedKit)
    .then(({ files }) => files);
  return kept;
};

/** Pictures that are in sight and were not loaded, and which files those are that were. */
const shownPictures = (page: Page) =>
  page.evaluate(async () => {
    const images = [...document.images];
    await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
    return {
      missing: images.filter(({ naturalWidth }) => naturalWidth === 0).map(({ alt }) => alt),
      files: images.map(({ currentSrc }) => currentSrc.split("/").at(-1) ?? ""),
    };
  });

describe("a kit on another host", () => {
  browserTest("shows all its pictures, each in the width and theme of the reader", async () => {
    const files = await kit();
    await withFiles(files, async (address) => {
      for (const [options, colorScheme, width, ending] of [
        [DESKTOP, "light", 1200, ".svg"],
        [PHONE, "dark", 390, "-dark.svg"],
      ] as const)
        await withPage(
          "/",
          { ...options, colorScheme, product: address, selector: "main" },
          async ({ complaints, page, strangers }) => {
            const { files: shown, missing } = await shownPictures(page);
            expect(missing).toEqual([]);
            expect(shown.slice(0, 3)).toEqual(
              ["figure", "before", "after"].map((name) => `${name}-${width}${ending}`),
            );
            const aside = await page.evaluate(
              () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
            );
            expect(aside).toBe(0);
            expect(await seriousViolations(page)).toEqual([]);
            expect([complaints, strangers]).toEqual([[], []]);
          },
        );
    });
  });

  browserTest("moves the line between two dates by keyboard, and says where it is", async () => {
    await withFiles(await kit(), (address) =>
      withPage("/", { ...DESKTOP, product: address, selector: "main" }, async ({ page }) => {
        const line = page.getByRole("slider");
        const before = page.locator(".before");
        const clip = () => before.evaluate((one) => getComputedStyle(one).clipPath);
        const first = await clip();
        await line.focus();
        for (let times = 0; times < 10; times += 1) await page.keyboard.press("ArrowLeft");
        expect(await line.inputValue()).toBe("40");
        expect(await line.getAttribute("aria-valuetext")).toBe(
          "27 May 2014: 40 %, 5 September 2016: 60 %",
        );
        expect(await clip()).not.toBe(first);
        await page.keyboard.press("End");
        expect(await line.inputValue()).toBe("100");
      }),
    );
  });

  browserTest("keeps the picture of the step that is read beside its words", async () => {
    await withFiles(await kit(), (address) =>
      withPage("/", { ...DESKTOP, product: address, selector: "main" }, async ({ page }) => {
        const fourth = page.locator(".step").nth(3);
        await fourth
          .locator(".words")
          .evaluate((words) => words.scrollIntoView({ block: "center" }));
        await page.locator(".step:nth-child(4).is-current").waitFor();
        expect(
          await fourth.locator("figure").evaluate((one) => getComputedStyle(one).opacity),
        ).toBe("1");
        const box = await fourth.locator("img").boundingBox();
        expect(box && box.y >= 0 && box.y + box.height <= DESKTOP.viewport.height).toBe(true);
      }),
    );
  });

  browserTest("reads without a script: both dates, and each step with its picture", async () => {
    const without = { ...(await kit()) };
    for (const name of ["kit.js", "rocade-map.js"]) without[name] = new Uint8Array();
    await withFiles(without, (address) =>
      withPage("/", { ...DESKTOP, product: address, selector: "main" }, async ({ page }) => {
        expect(await page.getByRole("slider").count()).toBe(0);
        for (const name of ["27 May 2014", "5 September 2016"])
          expect(
            await page.locator(".before-after figcaption", { hasText: name }).isVisible(),
          ).toBe(true);
        const seen = await page
          .locator(".step figure")
          .evaluateAll((all) => all.map((one) => getComputedStyle(one).opacity));
        expect(new Set(seen)).toEqual(new Set(["1"]));
      }),
    );
  });
});

describe("<rocade-map>", () => {
  browserTest("asks for the map when a reader does, and gives the picture back", async () => {
    const files = await kit();
    const html = `<!doctype html><html lang="en"><title>article</title><link rel="icon" href="data:,"><main><h1>Article</h1><rocade-map src="${product}/embed?lang=fr" date="2014-05-27" lang="en" map-title="The map"><img src="figures/figure-700.svg" alt="The figure" width="700"></rocade-map></main><script src="rocade-map.js"></script></html>`;
    await withFiles({ ...files, "index.html": Buffer.from(html) }, (address) =>
      withPage(
        "/",
        { ...DESKTOP, product: address, selector: "main" },
        async ({ page, strangers }) => {
          const open = page.getByRole("button", { name: "Open the interactive map" });
          await open.focus();
          expect(strangers).toEqual([]);
          await page.keyboard.press("Enter");
          const map = page.frameLocator("iframe[title='The map']");
          await map.locator(".map[data-drawn]").waitFor();
          expect(await page.locator("iframe").getAttribute("src")).toBe(
            `${product}/embed?lang=en&date=2014-05-27`,
          );
          expect(await page.getByAltText("The figure").count()).toBe(0);
          const close = page.getByRole("button", { name: "Close the interactive map" });
          expect(await close.evaluate((one) => one === document.activeElement)).toBe(true);
          await page.keyboard.press("Enter");
          expect(await page.getByAltText("The figure").isVisible()).toBe(true);
          expect(await page.locator("iframe").count()).toBe(0);
        },
      ),
    );
  });
});
