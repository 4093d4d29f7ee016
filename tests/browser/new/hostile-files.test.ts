// Files that are too much, or something else, brought to the page: refused in words, and the page takes the next one.
import { zipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { browserTest, closeBrowser } from "#tests/support/browser/page.ts";
import { atWorkbench, made, title } from "#tests/support/browser/workbench.ts";
import { workbook } from "#tests/support/packages/workbook.ts";

afterAll(closeBrowser);

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const sheet = (data: string) =>
  workbook([], `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`);
const times = (count: number, row: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => row(at + 1)).join("");
const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const zeros = () => new Uint8Array(220_000_000);

const REFUSED: readonly (readonly [
  name: string,
  content: () => string | Uint8Array,
  told: RegExp,
])[] = [
  ["bomb.zip", () => zipSync({ "events.csv": [zeros(), { level: 1 }] }), /Found 210 MB;.*200 MB/],
  [
    "bomb.xlsx",
    () =>
      zipSync({
        "xl/workbook.xml": new Uint8Array(10),
        "xl/worksheets/sheet1.xml": [zeros(), { level: 1 }],
      }),
    /Found 210 MB of sheets/,
  ],
  [
    "empty-rows.xlsx",
    () => sheet(times(300_000, (at) => `<row r="${at}"/>`)),
    /Found a workbook without a row/,
  ],
  ["wide.csv", () => `${"c,".repeat(9_999)}c\n${"1,".repeat(9_999)}1\n`, /Found 10000 columns/],
  [
    "deep.geojson",
    () => `{"type":"FeatureCollection","features":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
    /Found lists within lists/,
  ],
  [
    "picture.csv",
    () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    /Found a picture; expected a table/,
  ],
];

const refusal = (page: Page) => page.getByRole("alert").filter({ hasText: "This cannot be read" });

describe("a file that is too much, or something else", () => {
  browserTest("is refused in words, one after the other, and a good one is read then", () =>
    atWorkbench("/new?lang=en", async ({ give, page }) => {
      for (const [name, content, told] of REFUSED) {
        await give(made(name, content()));
        await refusal(page).filter({ hasText: told }).waitFor();
      }
      await give(made("good.csv", "title,date,lat,lon\nA march,2015-03-04,50.95,1.85\n"));
      await page.getByText(/^1 row and 4 columns/).waitFor();
      expect(await refusal(page).count()).toBe(0);
    }),
  );

  browserTest("a dropped gigabyte is refused by its size", () =>
    atWorkbench("/new?lang=en", async ({ page }) => {
      await page.locator(".new-zone").evaluate((zone) => {
        const block = new Blob(["A march,2015-03-04,50.95,1.85\n".repeat(35_000)]);
        const parts = ["title,date,lat,lon\n", ...Array<Blob>(1024).fill(block)];
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(parts, "huge.csv"));
        zone.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
      });
      await refusal(page).filter({ hasText: "Found 1026 MB; expected at most 200 MB" }).waitFor();
    }),
  );

  browserTest("a workbook that is called a table of text is read as what it is", () =>
    atWorkbench("/new?lang=en", async ({ give, page }) => {
      const headings = ["title", "date", "lat", "lon"].map(cell).join("");
      const row = ["A march", "2015-03-04", "50.95", "1.85"].map(cell).join("");
      await give(made("workbook.csv", sheet(`<row>${headings}</row><row>${row}</row>`)));
      await page.getByText("1 row and 4 columns, read as an Excel workbook").waitFor();
      expect(await title(page).innerText()).toBe("workbook.csv");
    }),
  );
});
