// Pages that one test after another uses: where a page of the product has been before, the next takes a third less of the
// processor, for the browser has a process for it, and has read its code.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

export type UsedPage = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** For the next test that asks for the same; undefined where it is for one alone. */
  readonly key: string | undefined;
};

/** No address of the product. */
const BLANK = "/blank-between-tests";

const waiting = new Map<string, UsedPage>();

/** A page with these options; one that is there already, if one waits that was asked for by the same key. */
export async function takePage(
  browser: Browser,
  options: BrowserContextOptions,
  key: string | undefined,
  prepare?: (page: Page) => Promise<unknown>,
): Promise<UsedPage> {
  const before = key === undefined ? undefined : waiting.get(key);
  if (key !== undefined && before) {
    waiting.delete(key);
    return before;
  }
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await prepare?.(page);
  return { page, context, key };
}

/**
 * Leaves a page for the next test as a reader finds it who has never been there: with nothing stored, nobody listening, its
 * first size, and no way back. `product`: whose page it was.
 */
export async function leavePage(
  used: UsedPage,
  { viewport }: BrowserContextOptions,
  product: string,
) {
  const { context, page, key } = used;
  if (key === undefined || waiting.has(key)) return context.close();
  for (const event of ["console", "pageerror", "request", "requestfailed"] as const)
    page.removeAllListeners(event);
  await context.unrouteAll();
  await page.unrouteAll();
  await context.clearPermissions();
  for (const other of context.pages()) if (other !== page) await other.close();
  // Of the same origin, so that the process stays, and without any of the product's code.
  await page.route(`${product}${BLANK}`, (route) =>
    route.fulfill({ contentType: "text/html", body: '<link rel="icon" href="data:,">' }),
  );
  await page.goto(product + BLANK);
  await page.unrouteAll();
  await page.evaluate(() => sessionStorage.clear());
  const session = await context.newCDPSession(page);
  const { origin } = new URL(product);
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await session.send("Page.resetNavigationHistory");
  await session.detach();
  // Where no mark or button is.
  await page.mouse.move(0, 0);
  await page.emulateMedia({ media: null });
  if (viewport) await page.setViewportSize(viewport);
  waiting.set(key, used);
}

/** Forgets those that wait; the browser that has them is closed. */
export const forgetPages = () => waiting.clear();
