// Pictures of what somebody brought, which the browser draws and no service sees.
import { PNG } from "pngjs";
import { Parser } from "saxen";
import { afterAll, describe, expect } from "vitest";
import { browserTest, closeBrowser } from "#tests/support/browser/page.ts";
import { atWorkbench, drawn, made, taken } from "#tests/support/browser/workbench.ts";

afterAll(closeBrowser);

const TABLE = `Title,Date,Latitude,Longitude,Category
A march,2015-03-04,50.95,1.85,protest
مخيم,2015-03-05,50.96,1.87,camp
A clearance,2015-03-06,50.94,1.83,eviction
A second clearance,2015-03-07,50.93,1.82,eviction
`;

const ofText = (file: Uint8Array) => Buffer.from(file).toString("utf8");

describe("a picture of what was brought", () => {
  browserTest("is drawn and saved here, with its typefaces and words, and without an address", () =>
    atWorkbench("/new?lang=en", async ({ click, give, page }) => {
      await give(made("small-table.csv", TABLE));
      await click("Continue");
      await page.getByText("All 4 rows can be read").waitFor();
      await click("Show 4 events on the map");
      await drawn(page);
      await click("Make a picture");
      const dialog = page.locator(".picture-dialog");
      await dialog.locator(".picture-paper svg").waitFor();
      expect(await dialog.getByRole("button", { name: /Embed|address|PDF|ZIP/ }).count()).toBe(0);
      expect(await dialog.getByLabel("Square code").count()).toBe(0);
      await dialog.getByLabel("Size", { exact: true }).selectOption("column");

      const png = await taken(page, "PNG");
      const { data, height, width } = PNG.sync.read(Buffer.from(png));
      expect([width, height]).toEqual([1004, 1772]);
      const view = new DataView(png.buffer, png.byteOffset);
      expect(view.getUint32(Buffer.from(png).indexOf("pHYs") + 4)).toBe(Math.round(300 / 0.0254));
      expect(ofText(png)).toMatch(/Title.*small table/);
      // The title, which is the darkest thing at the top, and not a white sheet.
      const dark = data
        .subarray(0, 4 * width * Math.round(height / 8))
        .filter((value) => value < 60);
      expect(dark.length).toBeGreaterThan(1000);

      const svg = ofText(await taken(page, "SVG"));
      expect(svg).toMatch(/width="85(\.\d+)?mm"/);
      const families = [...svg.matchAll(/@font-face\{font-family:"([^"]+)"/g)].map(
        ([, name]) => name,
      );
      expect(new Set(families)).toEqual(new Set(["Source Sans 3", "Noto Sans Arabic"]));
      const faults: string[] = [];
      new Parser().on("error", ({ message }) => faults.push(message)).parse(svg);
      expect(faults).toEqual([]);
      // Each category is named, though not every event is.
      for (const word of ["small table", "eviction", "4 events"]) expect(svg).toContain(word);
      expect(svg).not.toContain("http://localhost");
      expect(ofText(png)).not.toContain("http://localhost");

      const jpeg = await taken(page, "JPEG");
      expect([...jpeg.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    }),
  );
});
