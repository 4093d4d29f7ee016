// A step of the date against a bare repaint of the same map, in a browser.
import path from "node:path";
import { chromium } from "playwright-core";
import { createServer } from "vite";
import { CHROMIUM_FLAGS } from "../support/chromium-flags.mjs";

/** Answers figures and prints them. */
export async function benchScrubbing(print) {
  const server = await createServer({
    configFile: "vite.config.ts",
    server: { port: 0 },
    logLevel: "error",
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0] ?? "";
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: CHROMIUM_FLAGS,
  });
  try {
    // The page asks for no animation, as most of the time of a fade is waiting.
    const page = await browser.newPage({
      viewport: { width: 1280, height: 760 },
      reducedMotion: "reduce",
    });
    await page.route("**/bench", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: "<!doctype html><title>bench</title><body></body>",
      }),
    );
    await page.goto(`${address}bench`);
    const module = `/@fs${path.resolve("tests/bench/scrub-page.ts")}`;
    const scrub = await page.evaluate(async (file) => (await import(file)).measureScrub(), module);
    print(
      `Scrubbing Calais, software rendering, medians of ${scrub.rounds} rounds of updates in a row`,
    );
    const rows = [
      ["bare repaint", scrub.bareRepaint],
      ["step that changes the map", scrub.changingStep],
      ["step of a sweep by week, mean", scrub.sweepStep],
      ["MapLibre setFilter", scrub.setFilter],
    ];
    for (const [name, ms] of rows)
      print(
        `  ${name.padEnd(32)} ${ms.toFixed(1).padStart(7)} ms  ${(ms / scrub.bareRepaint).toFixed(2).padStart(6)} × bare repaint`,
      );
    print(
      `  ${"drawn updates".padEnd(32)} ${scrub.drawnUpdatesPerSecond.toFixed(1).padStart(7)} a second`,
    );
    return scrub;
  } finally {
    await browser.close();
    await server.close();
  }
}
