// `npm run pictures`: takes the README's picture from the running product (start it first with `npm start`).
// `npm run pictures -- <folder>` takes the whole set for review: four dates, two languages, desk and phone, dark.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { readArguments, runScript } from "../../run-script.mjs";
import { CHROMIUM_FLAGS } from "../../support/browser/chromium-flags.mjs";

const HELP = `npm run pictures [-- <folder>]: takes the README's picture, or the whole set into the folder, from PRODUCT_URL

  --help   this text
`;

const product = process.env.PRODUCT_URL ?? "http://127.0.0.1:3000";
const DESK = { viewport: { width: 1440, height: 900 } };
const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

const readme = [{ file: "web/pictures/rocade.png", query: "?date=2014-05-27", screen: DESK }];
const review = ["2014-05-27", "2015-06-02", "2016-03-01", "2016-09-05"].flatMap((date) =>
  ["en", "fr"].flatMap((lang) => [
    { file: `${date}-${lang}-desk.png`, query: `?date=${date}&lang=${lang}`, screen: DESK },
    { file: `${date}-${lang}-phone.png`, query: `?date=${date}&lang=${lang}`, screen: PHONE },
    {
      file: `${date}-${lang}-dark.png`,
      query: `?date=${date}&lang=${lang}`,
      screen: { ...DESK, colorScheme: "dark" },
    },
  ]),
);

async function main() {
  const { positionals, values } = readArguments({}, 1);
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const [folder] = positionals;
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: CHROMIUM_FLAGS,
  });
  try {
    for (const { file, query, screen } of folder ? review : readme) {
      const target = folder ? path.join(folder, file) : file;
      mkdirSync(path.dirname(target), { recursive: true });
      const context = await browser.newContext({
        ...screen,
        reducedMotion: "reduce",
        locale: "en-GB",
      });
      const page = await context.newPage();
      await page.goto(`${product}/${query}`);
      await page.locator(".map[data-drawn]").waitFor();
      await page.screenshot({ path: target });
      await context.close();
      process.stdout.write(`${target}\n`);
    }
  } finally {
    await browser.close();
  }
}

await runScript(HELP, main);
