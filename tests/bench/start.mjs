// From nothing to a map that can be used: with an empty cache and with a warm one, what is sent, and how it is to use.
import path from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM_FLAGS } from "../support/browser/chromium-flags.mjs";
import { chromiumPath } from "../support/browser/chromium-path.mjs";
import { measureDragging } from "./dragging.mjs";
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
    executablePath: chromiumPath(),
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
      dragging: await dragged(browser, service.address),
    };
    print("Calais, until the map is drawn and the slider answers; software rendering");
    print(
      `  service ready in ${figures.firstStartSeconds.toFixed(1)} s the first time, ${figures.laterStartSeconds.toFixed(1)} s later`,
    );
    print(
      `  page: ${figures.coldMs.toFixed(0)} ms with an empty cache (at most 1500; ${figures.coldRequests} requests, ${Math.round(figures.coldBytes / 1000)} kB), ${figures.warmMs.toFixed(0)} ms again (${Math.round(figures.warmBytes / 1000)} kB)`,
    );
    printDragging(print, figures.dragging);
    return figures;
  } finally {
    await browser.close();
    await service.stop();
  }
}

const VIEW = { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" };

/** Past the first screen, once what opens later has come. */
async function dragged(browser, address) {
  const context = await browser.newContext(VIEW);
  const page = await context.newPage();
  await page.goto(`${address}/?date=2015-06-02`);
  await page.locator(".map[data-drawn]").waitFor();
  await page.locator(":root[data-whole]").waitFor();
  const figures = await measureDragging(page);
  await context.close();
  return figures;
}

function printDragging(print, { framesPerSecond, shareWhenSlow, longTasks, slowLongTasks }) {
  print(
    `  slider: ${framesPerSecond.toFixed(0)} frames a second, ${(100 * shareWhenSlow).toFixed(0)} % of that on a processor a quarter as fast (at least 60 %)`,
  );
  for (const [name, tasks] of [
    ["", longTasks],
    [" on the slower one", slowLongTasks],
  ]) {
    const most = (owner) => Math.max(0, ...tasks.map((task) => task[owner])).toFixed(0);
    print(
      `  tasks over 100 ms${name}: ${tasks.length}; in one of them at most ${most("own")} ms of our code, ${most("map")} of MapLibre's, ${most("browser")} of the browser's`,
    );
  }
}

/** Waits until the date that the slider shows has followed a key. */
async function sliderAnswers(page) {
  const slider = page.locator(".time-bar input[type=range]").first();
  const before = await slider.inputValue();
  await slider.press("ArrowRight");
  await page.waitForFunction(
    (value) => document.querySelector(".time-bar input[type=range]")?.value !== value,
    before,
  );
}

async function visitTwice(browser, address) {
  const context = await browser.newContext(VIEW);
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
    await sliderAnswers(page);
    const ms = performance.now() - started;
    await Promise.all(counted);
    await page.close();
    return { ms, bytes, requests };
  };
  const figures = { cold: await visit(), warm: await visit() };
  await context.close();
  return figures;
}
