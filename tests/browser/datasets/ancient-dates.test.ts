// A dataset of the years before and after 1, as a reader meets it: words, address, slider, keys, list and pictures.
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/browser/page.ts";
import { writeAncientPackage } from "#tests/support/packages/ancient-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";

let product: RunningProduct | undefined;

beforeAll(async () => {
  if (inject("chromiumPath") === null) return;
  const folder = temporaryFolder("ancient");
  writeAncientPackage(folder, "near");
  product = await ownProduct({ DATA_PACKAGE: folder });
});

afterAll(async () => {
  await closeBrowser();
  await product?.stop();
});

const at = () => ({ ...DESKTOP, product: product?.url ?? "" });

describe("years before 1 in the page", () => {
  browserTest("are in words, on the axis, in the address and under the keys", () =>
    withPage("/", at(), async ({ page, complaints }) => {
      const reads = (date: string) =>
        page.locator(".time-date", { hasText: new RegExp(`^${date}$`) }).waitFor();
      await reads("15 March 44 BC");
      expect(await page.locator(".year-axis").textContent()).toMatch(/61 BC.*1 BC.*AD 5/);
      // Of eighty years a step is a week.
      await page.keyboard.press("ArrowRight");
      await reads("22 March 44 BC");
      await page.waitForURL(/date=-0043-03-22/);
      await page.keyboard.press("d");
      await page.keyboard.type("1 June AD 1");
      await page.keyboard.press("Enter");
      await reads("1 June AD 1");
      await page.waitForURL(/date=0001-06-01/);
      await page.keyboard.press("ArrowLeft");
      await page.waitForURL(/date=0001-05-25/);
      // Loading again may break off what was still on its way, which is no complaint.
      expect(complaints).toEqual([]);
      await page.reload();
      await reads("25 May AD 1");
    }),
  );

  browserTest("are in a record, a window and a picture of the address", () =>
    withPage("/?date=0000-06-15&sel=event:year-zero&lang=fr", at(), async (opened) => {
      const { page, complaints } = opened;
      expect(await page.locator(".time-date").textContent()).toBe("15 juin 1 av. J.-C.");
      expect(await page.locator(".record-date").first().textContent()).toBe("juin 1 av. J.-C.");
      const picture = await page.request.get(`${product?.url}/snapshot.svg?date=-0043-03-15`);
      expect(picture.status()).toBe(200);
      expect(await picture.text()).toContain("15 March 44 BC");
      expect(complaints).toEqual([]);
    }),
  );
});
