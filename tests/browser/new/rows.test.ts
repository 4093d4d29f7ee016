// Single rows are changed by hand: a date in words, a point by dragging and by keys, a cell; undone and done again; kept, taken
// away, and made again of the same file by the mapping alone.
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { mapSource } from "#import/mapped/map-source.ts";
import { parseMapping } from "#import/mapping/parse-mapping.ts";
import { browserTest, closeBrowser } from "#tests/support/browser/page.ts";
import { atWorkbench, drawn, made, readout, taken } from "#tests/support/browser/workbench.ts";
import { openTable } from "#tests/support/packages/table.ts";

afterAll(closeBrowser);

const TABLE = [
  ...["Title,Date,Lat,Lon,Remark", "One,2015-04-03,50.950,1.850,x"],
  ...["Two,nobody knows,50.960,1.860,y", "Three,2015-04-05,50.970,1.870,z", ""],
].join("\n");

const field = (page: Page, name: string) =>
  page.locator(".new-editor").getByLabel(name, { exact: true });

/** What is written in a field, as somebody does who leaves it then. */
async function write(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).fill(text);
  await field(page, name).press("Tab");
}

const latitude = (page: Page) => field(page, "Latitude").inputValue().then(Number);
const isChanged = (page: Page, rows: string) => page.getByText(`${rows} changed`).waitFor();

describe("rows that are changed by hand", () => {
  browserTest("mend what cannot be read, and are what is taken away", () =>
    atWorkbench("/new?lang=en", async ({ click, give, page }) => {
      await give(made("three.csv", TABLE));
      await click("Continue");
      await page.getByText("2 of 3 rows can be read").waitFor();
      await click("Continue");
      await click("Change rows");
      // The row that cannot be read is there at once.
      await click(/Two · nobody knows/);
      const told = page.locator(".new-when [role=status]");
      await told.getByText("Not a date").waitFor();
      await field(page, "Date").fill("c. May 2015");
      await told.getByText("2015-05~").waitFor();
      await told.getByText("from 1 April 2015 until 30 June 2015").waitFor();
      await field(page, "Date").press("Tab");
      await isChanged(page, "1 row");
      await write(page, "Remark", "seen by two");

      await page.getByLabel("Only those that cannot be read").uncheck();
      await page.getByRole("searchbox").fill("three");
      await page.getByText("1 row", { exact: true }).waitFor();
      await click(/Row 4/);
      await page.locator(".new-point-map[data-drawn]").waitFor();
      const handle = page.getByRole("button", { name: /^Position/ });
      await handle.press("Shift+ArrowUp");
      await isChanged(page, "2 rows");
      await expect.poll(() => latitude(page)).toBeGreaterThan(50.97);
      const byKeys = await latitude(page);
      await handle.evaluate((one) => one.scrollIntoView({ block: "center" }));
      const box = await handle.boundingBox();
      const [x, y] = [
        (box?.x ?? 0) + (box?.width ?? 0) / 2,
        (box?.y ?? 0) + (box?.height ?? 0) / 2,
      ];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 30, y + 60, { steps: 4 });
      await page.mouse.up();
      await expect.poll(() => latitude(page)).toBeLessThan(byKeys);
      const dragged = await latitude(page);
      await click("Undo");
      await expect.poll(() => latitude(page)).toBe(byKeys);
      await click("Redo");
      await expect.poll(() => latitude(page)).toBe(dragged);
      // So by keys, in a field too that was entered and left as it is.
      await field(page, "Remark").press("Control+z");
      await expect.poll(() => latitude(page)).toBe(byKeys);
      await handle.press("Control+Shift+z");
      await expect.poll(() => latitude(page)).toBe(dragged);

      await click("Show on the map");
      await drawn(page);
      expect(await readout(page)).toContain("3 events");
      // A mark leads to its row alone, and back.
      const mark = await page.locator(".scene-events > g").last().boundingBox();
      const middle = (from = 0, length = 0) => from + length / 2;
      await page.mouse.click(middle(mark?.x, mark?.width), middle(mark?.y, mark?.height));
      await click("Change this row");
      await field(page, "Remark").waitFor();
      await page.getByText("1 row", { exact: true }).waitFor();
      await click("Show on the map");
      await drawn(page);
      await click("Take it away");
      const files = unzipSync(await taken(page, "Data package (ZIP)"));
      const events = strFromU8(files["events.csv"] ?? new Uint8Array());
      expect(events).toContain("2015-05~");
      expect(events).toContain("seen by two");
      expect(events).toContain(String(dragged));
      expect(strFromU8(files["datapackage.json"] ?? new Uint8Array())).toContain(
        "Changed by hand: 2 rows.",
      );

      // The command line makes the same of the file and the mapping.
      const read = parseMapping(strFromU8(await taken(page, "Mapping (JSON)")));
      if (!read.ok) throw new Error(JSON.stringify(read.wrong));
      const mapped = await mapSource(await openTable("three.csv", TABLE), read.value);
      let written = "";
      for await (const part of mapped.files.read("events.csv"))
        written += new TextDecoder().decode(part);
      expect(written).toBe(events);

      // Kept until it is forgotten, and then not even offered.
      await page.reload();
      await click("Go on");
      await page.getByText("All 3 rows can be read").waitFor();
      await page.reload();
      await click("Forget it");
      await page.getByText("You were working on").waitFor({ state: "detached" });
      await give(made("three.csv", readFileSync(made("three.csv", TABLE))));
      await click("Continue");
      await page.getByText("2 of 3 rows can be read").waitFor();
      expect(await page.getByText("These are the columns of").count()).toBe(0);
    }),
  );
});
