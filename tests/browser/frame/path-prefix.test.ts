// The product below a path of another host, behind a proxy that takes the path off and one that leaves it.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/browser/page.ts";
import { storedCopy, WITH_STORED_COPY } from "#tests/support/browser/stored-copy.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";
import { type ReverseProxy, startReverseProxy } from "#tests/support/product/reverse-proxy.ts";

const PREFIX = "/maps/rocade";
const proxies: ReverseProxy[] = [];
let product: RunningProduct | undefined;

beforeAll(async () => {
  if (inject("chromiumPath") === null) return;
  const taking = await startReverseProxy(PREFIX, { isTakenOff: true });
  const leaving = await startReverseProxy(PREFIX, { isTakenOff: false });
  proxies.push(taking, leaving);
  product = await ownProduct({ PUBLIC_URL: taking.url });
  for (const proxy of proxies) proxy.passTo(product.url);
});

afterAll(async () => {
  await closeBrowser();
  for (const proxy of proxies) await proxy.stop();
  await product?.stop();
});

describe("below a path", () => {
  browserTest.for([
    ["takes the path off", 0],
    ["leaves the path", 1],
  ] as const)("the page works whole behind a proxy that %s", ([, index]) => {
    const proxy = proxies[index];
    return withPage(
      "/?date=2015-03-31&lang=en",
      { ...DESKTOP, ...WITH_STORED_COPY, product: proxy?.url ?? "" },
      async ({ page, complaints, strangers }) => {
        expect(await page.locator(".readout").textContent()).toMatch(/\d/);
        // The service worker, and what it has stored, are below the path too.
        const scope = await page.evaluate(async () => {
          const { scope } = await navigator.serviceWorker.ready;
          return new URL(scope).pathname;
        });
        expect(scope).toBe(`${PREFIX}/`);
        await storedCopy(page, `${proxy?.url}/`);
        // Data, records and the page of the API lead to addresses below it.
        await page.goto(`${proxy?.url}/?sel=place:la-lande&lang=en`);
        await page.locator(".side-panel a[href*='/api/']").first().waitFor();
        const links = await page
          .locator("a[href]")
          .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
        const own = links.filter((href) => new URL(href).hostname === "127.0.0.1");
        expect(own.length).toBeGreaterThan(0);
        for (const href of own) expect(new URL(href).pathname).toMatch(`${PREFIX}/`);
        // A picture, from the dialog to the file.
        await page.getByRole("button", { name: "Make a picture" }).click();
        await page.locator(".picture-dialog .picture-paper svg").first().waitFor();
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.locator(".picture-dialog").getByRole("button", { name: "SVG", exact: true }).click(),
        ]);
        const words = readFileSync(await download.path(), "utf8").replace(/<[^>]+>/g, "");
        expect(words).toContain(`${new URL(proxies[0]?.url ?? "").host}${PREFIX}/?`);
        expect(strangers).toEqual([]);
        expect(complaints).toEqual([]);
        expect(proxy?.strays).toEqual([]);
      },
    );
  });

  browserTest("the embedded map and the page of the API are whole there", async () => {
    const [proxy] = proxies;
    await withPage(
      "/embed?date=2015-03-31",
      { ...DESKTOP, ...WITH_STORED_COPY, product: proxy?.url ?? "" },
      async ({ page, complaints }) => {
        const open = await page.locator(".embed-open").getAttribute("href");
        expect(open?.startsWith(`${proxy?.url}/?date=2015-03-31`)).toBe(true);
        expect(complaints).toEqual([]);
      },
    );
    await withPage(
      "/api/collections/camps/items",
      { ...DESKTOP, product: proxy?.url ?? "", selector: "main table" },
      async ({ page, complaints }) => {
        const font = await page.evaluate(() => getComputedStyle(document.body).maxWidth);
        expect(font).not.toBe("none");
        await page.locator(".brand").click();
        await page.locator(".time-bar").waitFor();
        expect(complaints).toEqual([]);
      },
    );
    expect(proxy?.strays).toEqual([]);
  });
});
