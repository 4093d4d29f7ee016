// Tables that many have, made-up ones of each shape, from the file to the map.
import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect } from "vitest";
import { projectRoot } from "#db/project-root.ts";
import { browserTest, closeBrowser } from "#tests/support/browser/page.ts";
import { atWorkbench, drawn, readout } from "#tests/support/browser/workbench.ts";

afterAll(closeBrowser);

const folder = path.join(projectRoot(), "tests/fixtures/presets");
const files = readdirSync(folder).filter((file) => file.startsWith("made-up-"));

describe("a table of a known shape", () => {
  for (const file of files)
    browserTest(`${file} is on the map within eight steps`, () =>
      atWorkbench("/new?lang=en", async ({ click, give, page, steps }) => {
        await give(path.join(folder, file));
        await click("Continue");
        await page.getByText(/^This looks like a table of /).waitFor();
        const order = page.getByRole("button", { name: "month / day / year" });
        if (await order.isVisible()) await click("month / day / year");
        await page.getByText(/can be read$/).waitFor();
        const isClear = (await page.locator(".new-foot .new-primary").innerText()) !== "Continue";
        if (!isClear) await click("Continue");
        await click(/^Show \d+ events? on the map$/);
        await drawn(page);
        expect(await readout(page)).toMatch(/\d+ events?/);
        expect(steps()).toBeLessThanOrEqual(8);
      }),
    );
});
