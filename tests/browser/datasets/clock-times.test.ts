// A night by the clock, as a reader meets it: in order, with the times and the clock that shows them.
import { afterAll, beforeAll, expect, inject } from "vitest";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/browser/page.ts";
import { CLOCK_EVENTS, writeClockPackage } from "#tests/support/packages/edge-packages.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";

let product: RunningProduct | undefined;

beforeAll(async () => {
  if (inject("chromiumPath") === null) return;
  const folder = temporaryFolder("clock");
  writeClockPackage(folder);
  product = await ownProduct({ DATA_PACKAGE: folder });
});

afterAll(async () => {
  await closeBrowser();
  await product?.stop();
});

const at = () => ({ ...DESKTOP, product: product?.url ?? "", waitForMap: false });

browserTest("the list of a day is in the order in which it happened", () =>
  withPage("/?view=now&date=2015-11-01", at(), async ({ page, complaints }) => {
    const events = page.locator(".part", { hasText: "Events of the day" }).locator("li");
    await events.first().waitFor();
    const lines = await events.allTextContents();
    const ofTheDay = CLOCK_EVENTS.filter(({ day }) => day === "2015-11-01");
    expect(lines.map((line) => ofTheDay.find(({ id }) => line.startsWith(id))?.id)).toEqual(
      ofTheDay.map(({ id }) => id),
    );
    for (const [index, said] of [
      "1 November 2015, 01:30:00 (UTC−4)",
      "1 November 2015, 01:30:00 (UTC−5)",
      "1 November 2015, 01:45:10 (UTC−5)",
      "1 November 2015, 12:00 (UTC−5)",
      "1 November 2015, 23:10:00 (UTC−5)",
      "1 November 2015",
    ].entries())
      expect(lines[index], said).toMatch(`${said} ·`);
    expect(complaints).toEqual([]);
  }),
);

browserTest("the record of an event names the clock, in the reader’s language", () =>
  withPage("/?lang=fr&sel=event:c-first-half-past-one", at(), async ({ page, complaints }) => {
    const said = (await page.locator(".record-date").first().textContent())?.replace(/\s/g, " ");
    expect(said).toBe("1er novembre 2015 à 01 h 30 min 00 s (UTC−4)");
    const zone = page.locator(".record-date + .quiet");
    expect(await zone.textContent()).toMatch(/^heure d’été.* \(America\/New_York\)$/);
    expect(complaints).toEqual([]);
  }),
);
