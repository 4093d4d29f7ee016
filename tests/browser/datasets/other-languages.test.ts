// A dataset in Arabic and English: its texts in their own language and direction, in an interface of another.
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";

let product: RunningProduct | undefined;
const MATTAY = "دير مار متى";

beforeAll(async () => {
  if (inject("chromiumPath") === null) return;
  product = await ownProduct({ DATA_PACKAGE: "geodata/examples/syriac-monasteries" });
});

afterAll(async () => {
  await closeBrowser();
  await product?.stop();
});

const marksOf = (element: Locator) =>
  element.evaluate((one) => [
    one.closest("[lang]")?.getAttribute("lang"),
    getComputedStyle(one).direction,
  ]);

browserTest(
  "texts in Arabic are marked as such, and begin at the right, in an English interface",
  () =>
    withPage(
      "/?lang=ar&view=now",
      { ...DESKTOP, product: product?.url ?? "" },
      async ({ page, complaints }) => {
        expect(await page.locator("html").getAttribute("lang")).toBe("en");
        const row = page.locator("th bdi", { hasText: MATTAY });
        expect(await marksOf(row)).toEqual(["ar", "rtl"]);
        await row.click();
        const heading = page.getByRole("heading", { level: 2, name: MATTAY });
        await heading.waitFor();
        const lead = page.locator("article p.lead");
        expect(await marksOf(lead)).toEqual(["ar", "rtl"]);
        expect(await lead.evaluate((one) => getComputedStyle(one).textAlign)).toBe("start");
        // What the interface says stays in its language and direction.
        expect(await marksOf(page.locator(".record-date, .presence").first())).toEqual([
          "en",
          "ltr",
        ]);
        // The Syriac name is a column of the dataset's own.
        expect(await page.locator(".attributes").textContent()).toMatch(/\p{Script=Syriac}/u);
        expect(await page.evaluate(() => document.body.innerText)).not.toMatch(
          /Calais|bypass|camp/i,
        );
        expect(complaints).toEqual([]);
      },
    ),
);

browserTest(
  "the languages of the data and of the interface can be chosen, and are in the address",
  () =>
    withPage("/?lang=ar", { ...PHONE, product: product?.url ?? "" }, async ({ page }) => {
      await page.getByRole("button", { name: "Menu" }).click();
      const choice = page.locator("#views .language-choice");
      expect(await choice.locator("option").allTextContents()).toEqual([
        "العربية",
        "English",
        "Français",
      ]);
      await choice.selectOption("fr");
      // French has words of the interface alone: the data go on in their first language.
      await page.locator("html[lang=fr]").waitFor();
      expect(await page.locator(".credit").first().getAttribute("lang")).toBe("ar");
      await choice.selectOption("en");
      await page.locator("html[lang=en]").waitFor();
      expect(await page.locator(".credit").first().textContent()).toContain("Syriac Gazetteer");
      await page.waitForURL(/^(?!.*lang=)/);
    }),
);

browserTest("words are found with vowel points that the name does not have", () =>
  withPage(
    "/?lang=ar&view=find",
    { ...DESKTOP, product: product?.url ?? "" },
    async ({ page, complaints }) => {
      await page.getByRole("searchbox").fill("مَتَّى");
      await page.getByText("1 of 16 monasteries match").first().waitFor();
      expect(await page.getByRole("heading", { name: "1 place", exact: true }).isVisible()).toBe(
        true,
      );
      expect(complaints).toEqual([]);
    },
  ),
);

browserTest("terms of the data are in their own language where the page speaks another", () =>
  withPage(
    "/?lang=fr&view=find",
    { ...DESKTOP, product: product?.url ?? "" },
    async ({ page, complaints }) => {
      const word = page.locator(".narrowing label bdi").first();
      await word.waitFor({ state: "attached" });
      expect(await word.textContent()).toBe("دير");
      expect([await word.getAttribute("lang"), await word.getAttribute("dir")]).toEqual([
        "ar",
        "rtl",
      ]);
      expect(complaints).toEqual([]);
    },
  ),
);

browserTest("a record’s address and citation lead to the language in which they were taken", () =>
  withPage(
    "/?sel=place:mor-gabriel&lang=en",
    { ...DESKTOP, product: product?.url ?? "", waitForMap: false },
    async ({ page }) => {
      const address = page.getByRole("link", { name: "Address of this record" });
      expect(await address.getAttribute("href")).toContain("?sel=place:mor-gabriel&lang=en");
      expect(await page.locator(".cite pre").textContent()).toMatch(/&lang=en&v=\d/);
    },
  ),
);
