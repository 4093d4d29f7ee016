// From nothing to a map that can be used: with an empty cache and with a warm one, and what is sent.
import path from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM_FLAGS } from "../support/browser/chromium-flags.mjs";
import { startService } from "./running-product.mjs";

const VISITS = 3;

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Answers figures and prints them. */
export async function benchStart(print, { folder }) {
  const settings = { DATABASE_URL: "", DATA_DIR: path.join(folder, "start") };
  const first = await startService(settings);
  await first.stop();
  const service = await startService(settings);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: CHROMIUM_FLAGS,
  });
  try {
    const visits = [];
    for (let visit = 0; visit < VISITS; visit++)
      visits.push(await visitTwice(browser, service.address));
    const figures = {
      firstStartSeconds: first.seconds,
      laterStartSeconds: service.seconds,
      coldMs: median(visits.map(({ cold }) => cold.ms)),
      warmMs: median(visits.map(({ warm }) => warm.ms)),
      coldBytes: visits[0].cold.bytes,
      coldRequests: visits[0].cold.requests,
      warmBytes: visits[0].warm.bytes,
    };
    print("Calais, until the map is drawn; software rendering");
    print(
      `  service ready in ${figures.firstStartSeconds.toFixed(1)} s the first time, ${figures.laterStartSeconds.toFixed(1)} s later`,
    );
    print(
      `  page: ${figures.coldMs.toFixed(0)} ms with an empty cache (${figures.coldRequests} requests, ${Math.round(figures.coldBytes / 1000)} kB), ${figures.warmMs.toFixed(0)} ms again (${Math.round(figures.warmBytes / 1000)} kB)`,
    );
    return figures;
  } finally {
    await browser.close();
    await service.stop();
  }
}

async function visitTwice(browser, address) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
  });
  const visit = async () => {
    const page = await context.newPage();
    let [bytes, requests] = [0, 0];
    const counted = [];
    page.on("requestfinished", (request) => {
      counted.push(
        request.sizes().then(
          ({ responseBodySize, responseHeadersSize }) => {
            bytes += responseBodySize + responseHeadersSize;
            requests += 1;
          },
          () => {},
        ),
      );
    });
    const started = performance.now();
    await page.goto(address);
    await page.locator(".map[data-drawn]").waitFor();
    const ms = performance.now() - started;
    await Promise.all(counted);
    await page.close();
    return { ms, bytes, requests };
  };
  const figures = { cold: await visit(), warm: await visit() };
  await context.close();
  return figures;
}
