// A page of the running product. Whatever the browser complains about, and every request to another host, is kept.
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { inject, it } from "vitest";
import { CHROMIUM_FLAGS } from "./chromium-flags.mjs";
import { forgetPages, leavePage, takePage } from "./reused-pages.ts";

const executablePath = inject("chromiumPath");
const productUrl = inject("productUrl");

/** A test in the browser; left out, as the set-up has said, where there is none. */
export const browserTest = it.skipIf(executablePath === null);

export const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
} as const;
export const DESKTOP = { viewport: { width: 1440, height: 900 } } as const;

/**
 * Parts of the page are put together by the processor, as on a machine without a graphics card: of the time that pages take
 * a quarter went into emulating one. The driver of the map's WebGL then warns that it is read from. What is emulated for that
 * has no process of its own, which cost a fifth of the time.
 */
const ARGUMENTS = [...CHROMIUM_FLAGS, "--disable-gpu-compositing", "--in-process-gpu"];
/** Said of how the tests drive the browser, not of the page. */
const OF_TESTS = ["GPU stall due to ReadPixels", "Service Worker registration blocked"];
const isOfTests = (text: string) => OF_TESTS.some((words) => text.includes(words));

/** By the page, or by the browser, as of what was asked for ahead and is there already. */
const CALLED_OFF = "net::ERR_ABORTED";

let running: Promise<Browser> | undefined;

export type OpenPage = {
  readonly page: Page;
  /** Errors and warnings of the console, uncaught errors, failed requests. */
  readonly complaints: string[];
  /** Addresses of requests that left this machine's product. */
  readonly strangers: string[];
};

/** Opens the product at an address, waits until the map is drawn, runs the work, and closes it. */
export async function withPage(
  address: string,
  options: BrowserContextOptions & {
    readonly waitForMap?: boolean;
    /**
     * The browser has no WebGL, as that of some readers has none, for whom all but the map is there. To emulate it takes more
     * than half of the time of a page: for tests that ask nothing of the map.
     */
    readonly withoutMap?: boolean;
    /** Also until what opens later has come, as for a reader who looks at the map first. As with the map, unless said. */
    readonly waitForParts?: boolean;
    readonly product?: string;
    /** What has to be there, for pages that are not the map. */
    readonly selector?: string;
    /** Done before the page is asked for. */
    readonly prepare?: (page: Page) => Promise<unknown>;
    /** The first screen is left standing; otherwise the map is explored from it, as a reader would. */
    readonly atOpening?: boolean;
  },
  work: (open: OpenPage) => Promise<void>,
): Promise<void> {
  running ??= chromium.launch({ executablePath: executablePath ?? "", args: ARGUMENTS });
  const browser = await running;
  const {
    withoutMap = false,
    waitForMap = !withoutMap,
    product = productUrl,
    selector,
    waitForParts = (waitForMap || withoutMap) && selector === undefined,
    prepare,
    atOpening = false,
    ...contextOptions
  } = options;
  const asked = {
    locale: "en-GB",
    reducedMotion: "reduce",
    serviceWorkers: "block",
    ...contextOptions,
  } as const;
  // What a test prepares, and a stored copy of the product, would outlast it.
  const isForAll = prepare === undefined && asked.serviceWorkers === "block";
  const used = await takePage(
    browser,
    asked,
    isForAll ? JSON.stringify([product, withoutMap, asked]) : undefined,
    withoutMap ? (page) => page.addInitScript(withoutWebgl) : undefined,
  );
  const { page } = used;
  const open: OpenPage = { page, complaints: [], strangers: [] };
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !isOfTests(message.text()))
      open.complaints.push(message.text());
  });
  page.on("pageerror", (error) => open.complaints.push(String(error)));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    if (why !== CALLED_OFF) open.complaints.push(`failed: ${request.url()} ${why}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!url.href.startsWith(product) && !["data:", "blob:"].includes(url.protocol))
      open.strangers.push(url.href);
  });
  try {
    await prepare?.(page);
    await page.goto(product + address);
    await page.locator(selector ?? ".time-bar").waitFor();
    if (waitForMap && selector === undefined)
      await page.locator(".map[data-drawn]").first().waitFor();
    // In a frame parts come when they are asked for.
    if (waitForParts) await page.locator(":root[data-whole], .is-embedded").first().waitFor();
    const explore = page.locator(".opening button").last();
    if (!atOpening && (await explore.count()) > 0) await explore.click();
    await work(open);
  } catch (error) {
    await used.context.close();
    throw error;
  }
  await leavePage(used, asked, product);
}

/** Run in the page. */
function withoutWebgl(): void {
  const of = HTMLCanvasElement.prototype;
  const { getContext } = of;
  of.getContext = function (this: HTMLCanvasElement, kind: string, ...more: unknown[]) {
    return /webgl/.test(kind) ? null : getContext.call(this, kind as "2d", ...(more as []));
  } as typeof getContext;
}

/** Ends the browser; called once, after the last test of a file. */
export async function closeBrowser(): Promise<void> {
  const browser = await running;
  running = undefined;
  forgetPages();
  await browser?.close();
}
