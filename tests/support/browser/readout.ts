// What the page says of a day in numbers, and what the tables say of it.
import type { Page } from "playwright-core";
import { siteCountsOn } from "#tests/support/packages/calais-facts.ts";

/** The numbers of the line of what is known: all of the sites, and then those of each side that has some. */
export const countsInWords = async (page: Page) =>
  (await page.locator(".readout-main :is(strong, .side-count)").allTextContents()).map((text) =>
    Number.parseInt(text, 10),
  );

/** The same, from the tables. */
export const countsOn = (day: string) => {
  const { beyond, edge, inside, total } = siteCountsOn(day);
  return [total, ...[inside, edge, beyond].filter((count) => count > 0)];
};

/** How many animations run now. */
export const runningAnimations = (page: Page) =>
  page.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === "running").length,
  );
