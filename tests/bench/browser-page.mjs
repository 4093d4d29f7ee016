// A page of the development server in a browser, in which a module of a bench runs.
import path from "node:path";
import { chromium } from "playwright-core";
import { createServer } from "vite";
import { CHROMIUM_FLAGS } from "../support/browser/chromium-flags.mjs";
import { chromiumPath } from "../support/browser/chromium-path.mjs";

/** Runs the work with `call(file, name, ...arguments)`, which calls a function of a module in a fresh page. */
export async function withBrowserPage(work) {
  const server = await createServer({
    configFile: "vite.config.ts",
    server: { port: 0 },
    logLevel: "error",
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0] ?? "";
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: CHROMIUM_FLAGS,
  });
  const call = async (file, name, ...values) => {
    // The page asks for no animation, as most of the time of a fade is waiting.
    const page = await browser.newPage({
      viewport: { width: 1280, height: 760 },
      reducedMotion: "reduce",
    });
    try {
      await page.route("**/bench", (route) =>
        route.fulfill({
          contentType: "text/html",
          body: "<!doctype html><title>bench</title><body></body>",
        }),
      );
      await page.goto(`${address}bench`);
      const module = `/@fs${path.resolve(file)}`;
      // As a text, because a test runner would rewrite the import.
      const given = values.map((value) => JSON.stringify(value)).join(", ");
      return await page.evaluate(`import("${module}").then((all) => all.${name}(${given}))`);
    } finally {
      await page.close();
    }
  };
  try {
    return await work(call);
  } finally {
    await browser.close();
    await server.close();
  }
}
