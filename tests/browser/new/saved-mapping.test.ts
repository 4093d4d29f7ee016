// What was decided of one table is there for the next of its shape: offered by its columns, loaded from a file, or beside it.
import { readFileSync } from "node:fs";
import { afterAll, describe, expect } from "vitest";
import { browserTest, closeBrowser } from "#tests/support/browser/page.ts";
import { atWorkbench, drawn, made, readout, taken } from "#tests/support/browser/workbench.ts";

afterAll(closeBrowser);

const table = (...rows: string[]) => ["What,When,Lat,Lon", ...rows, ""].join("\n");
const MARCH = table("One,03/04/2015,50.95,1.85", "Two,05/04/2015,50.96,1.86");
const APRIL = table("Three,07/06/2015,50.95,1.85");

describe("a mapping that was taken away", () => {
  browserTest("is offered by its columns, loaded from a file, and read beside its table", () =>
    atWorkbench("/new?lang=en", async ({ click, give, page }) => {
      await give(made("march.csv", MARCH));
      await click("Continue");
      await click("day / month / year");
      await click("Show 2 events");
      await drawn(page);
      await click("Take it away");
      const mapping = made("march.mapping.json", await taken(page, "Mapping (JSON)"));
      expect(JSON.parse(readFileSync(mapping, "utf8"))).toMatchObject({ date: { order: "dmy" } });
      const other = made(
        "other.mapping.json",
        readFileSync(mapping, "utf8").replace("When", "Day"),
      );
      const april = made("april.csv", APRIL);

      await page.reload();
      await give(april);
      await click("Continue");
      await page.getByText("These are the columns of march.csv").waitFor();
      await click("Use that mapping");
      await page.getByText("7 June 2015").waitFor();
      expect(await page.getByText("These are the columns").count()).toBe(0);
      await click("Show 1 event");
      await drawn(page);
      expect(await readout(page)).toContain("1 event");

      await page.reload();
      await click("Forget it");
      await page.getByText("You were working on").waitFor({ state: "detached" });
      await give(april);
      await click("Continue");
      await page.getByText("Which is 07/06/2015").waitFor();
      expect(await page.getByText("These are the columns").count()).toBe(0);
      await page.locator(".new-mapping-file").setInputFiles(other);
      await page.locator(".new-refused").getByText('"Day"').waitFor();
      await page.locator(".new-mapping-file").setInputFiles(mapping);
      await page.getByText("7 June 2015").waitFor();

      await page.reload();
      await page.locator(".new-zone").waitFor();
      await give(april, mapping);
      await click("Continue");
      await page.getByText("The columns are what march.mapping.json says").waitFor();
      await page.getByText("7 June 2015").waitFor();
    }),
  );
});
