// Two versions of a small package, as readers find what is different between them: on the map, in the list, by every door.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { seriousViolations } from "#tests/support/browser/accessibility.ts";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";
import { writeChangedHarbour } from "#tests/support/packages/changed-harbour.ts";
import { HARBOUR_ID, writeHarbourPackage } from "#tests/support/packages/harbour-package.ts";
import { relabel, temporaryFolder } from "#tests/support/packages/packages.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";

type Row = Record<string, string>;
let product: RunningProduct | undefined;

const REASON = "Asked for by those who lived there.";

const WITHDRAWN = {
  en: {
    record: "This record was withdrawn on",
    title: "Withdrawn",
    version: /Version 0\.9\.0 was withdrawn on \d+ \p{L}+ \d{4}\./u,
    newest: "See the newest",
    reason: "Reason: ",
    told: "Withdrawn for good: version 0.9.0, and from every version ",
  },
  fr: {
    record: "Cette fiche a été retirée le",
    title: "Retiré",
    version: /La version 0\.9\.0 a été retirée le \d+\S* \p{L}+ \d{4}\./u,
    newest: "Voir la plus récente",
    reason: "Motif\u00a0: ",
    told: "Retrait définitif\u00a0: version 0.9.0, et de toutes les versions ",
  },
} as const;

/** Two versions before those that are compared, of which the first is withdrawn, with an event that only it has. */
function formerHarbours(): readonly [withFair: string, without: string] {
  const [withFair, without] = [temporaryFolder("harbour-0"), temporaryFolder("harbour-1")];
  const fair = { id: "old-fair", edtf: "1891-01-10", title_en: "Fair", title_fr: "Foire" };
  writeChangedHarbour(withFair, { name: HARBOUR_ID, frame: {}, rows: { events: [fair] } });
  writeHarbourPackage(without);
  relabel(withFair, "0.9.0");
  relabel(without, "0.9.1");
  return [withFair, without];
}

/** The harbour, in which the quay moves, the mill yard goes, a shed comes, the clearing is dated and a source called anew. */
function changedHarbour(): string {
  const folder = temporaryFolder("harbour-next");
  writeHarbourPackage(folder);
  relabel(folder, "1.1.0");
  const rewrite = (table: string, change: (rows: readonly Row[]) => readonly Row[]) => {
    const file = path.join(folder, `${table}.csv`);
    const rows: Row[] = parse(readFileSync(file, "utf8"), { columns: true });
    writeFileSync(file, stringify([...change(rows)], { header: true }));
  };
  rewrite("places", (rows) => {
    const kept = rows.filter(({ id }) => id !== "mill-yard");
    const moor = rows.find(({ id }) => id === "far-moor");
    return [
      ...kept.map((row) =>
        row.id === "quay-huts" ? { ...row, lon: "-3.215", lat: "55.957" } : row,
      ),
      { ...moor, id: "shed", name_en: "Shed", name_fr: "Remise", lon: "-3.13", lat: "55.94" },
    ];
  });
  rewrite("events", (rows) =>
    rows.map((row) => {
      const days = ["edtf", "start_earliest", "start_latest", "end_earliest", "end_latest"];
      return { ...row, ...Object.fromEntries(days.map((name) => [name, "1891-06-29"])) };
    }),
  );
  rewrite("sources", (rows) => rows.map((row) => ({ ...row, title: "Invented anew" })));
  return folder;
}

beforeAll(async () => {
  if (inject("chromiumPath") === null) return;
  const first = temporaryFolder("harbour-first");
  writeHarbourPackage(first);
  relabel(first, "1.0.0");
  const next = changedHarbour();
  const withdrawing = ["--withdraw", "events/old-fair,0.9.0", "--reason", REASON];
  product = await ownProduct({ DATA_PACKAGE: next }, [
    ...[...formerHarbours(), withdrawing],
    ...[first, next],
  ]);
});

afterAll(async () => {
  await closeBrowser();
  await product?.stop();
});

const NO_MAP = { ...DESKTOP, waitForMap: false };
const at = (address: string, work: Parameters<typeof withPage>[2], options: object = DESKTOP) =>
  withPage(address, { ...options, product: product?.url ?? "" }, work);
const panel = (page: Page) => page.locator(".side-panel");
const marks = (page: Page, kind: string) =>
  page.locator(`.laid-changes .change-mark.change-${kind}`);
const keyOf = async (page: Page) =>
  (await panel(page).locator(".change-key label").allTextContents()).map((text) => text.trim());
const row = (page: Page, name: string) =>
  panel(page).locator("[data-change-row]", { hasText: name });

browserTest(
  "what differs is on the map and in the list, which follow each other, whatever the date",
  () =>
    at("/?view=about", async ({ page, complaints }) => {
      await panel(page).getByRole("link", { name: "what changed" }).first().click();
      await panel(page).getByRole("heading", { level: 2, name: "What changed" }).waitFor();
      await panel(page).locator(".change-key").waitFor();
      await page.waitForURL(/view=versions&versions=1\.0\.0\/1\.1\.0/);
      expect(await keyOf(page)).toEqual([
        "Added 1",
        "Removed 1",
        // With the quay what happened there, and the way from it.
        "Moved 3",
        "Dated anew 1",
        "Other details 1",
      ]);
      for (const kind of ["added", "removed", "re-dated"])
        expect(await marks(page, kind).count(), kind).toBe(1);
      // At the quay, and amid the way from it; a source has no position.
      expect(await marks(page, "moved").count()).toBe(2);
      expect(await marks(page, "other").count()).toBe(0);
      await panel(page).getByText("1 of them is not on the map").waitFor();
      expect(await page.locator(".change-way").count()).toBe(1);
      expect(await row(page, "quay-huts").first().locator("dd").textContent()).toMatch(
        /55\.952, -3\.205.*55\.957, -3\.215.*\(moved by \d+ m\)/,
      );
      expect(await seriousViolations(page)).toEqual([]);

      await row(page, "Shed").hover();
      await page.locator(".laid-changes .is-pointed .change-added").waitFor();
      await marks(page, "removed").click();
      await panel(page).locator(".is-chosen", { hasText: "mill-yard" }).waitFor();
      expect(await page.locator(".time-date").textContent()).toBe("15 January 1891");

      await page.keyboard.press("End");
      await page.locator(".time-date", { hasText: "1893" }).waitFor();
      expect(await marks(page, "re-dated").count()).toBe(1);
      await panel(page).getByRole("checkbox", { name: /Moved/ }).uncheck();
      await marks(page, "moved").first().waitFor({ state: "detached" });
      expect(await row(page, "quay-huts").count()).toBe(0);
      expect(await row(page, "The quay is cleared").count()).toBe(1);

      await page.keyboard.press("Escape");
      await panel(page).waitFor({ state: "detached" });
      expect(await page.locator(".laid-changes").count()).toBe(0);
      await page.goBack();
      await marks(page, "moved").first().waitFor();
      expect(complaints).toEqual([]);
    }),
);

browserTest("it is read by the keyboard alone, and leads to each record as it was", () =>
  at(
    "/?view=versions",
    async ({ page }) => {
      const shed = row(page, "Shed").getByRole("button");
      await shed.focus();
      await page.keyboard.press("Enter");
      expect(await shed.getAttribute("aria-pressed")).toBe("true");
      await page.locator(".laid-changes .is-chosen .change-added").waitFor();
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("in 1.1.0");
      const files = panel(page).getByRole("navigation", { name: "The same as files" });
      expect(await files.getByRole("link").allTextContents()).toEqual(["List", "CSV", "GeoJSON"]);

      await row(page, "mill-yard").getByRole("link", { name: "in 1.0.0" }).click();
      await panel(page).getByRole("heading", { level: 2, name: "mill-yard" }).waitFor();
      // A version that others have followed says so, at its bare address too, and leads to what has changed since.
      await page.goto(new URL("?v=1.0.0", page.url()).href);
      const notice = page.locator(".notice", { hasText: "superseded" });
      expect(await notice.textContent()).toContain("Version 1.0.0 of");
      expect(await page.locator(".opening").count()).toBe(0);
      await notice.getByRole("link", { name: "What has changed since" }).click();
      await marks(page, "removed").waitFor({ state: "attached" });
      expect(new URL(page.url()).searchParams.get("versions")).toBe("1.0.0/..");
      expect(new URL(page.url()).searchParams.has("v")).toBe(false);
      await panel(page).getByRole("combobox", { name: "to" }).selectOption("1.0.0");
      await panel(page).getByText("These are the same version").waitFor();
      expect(await page.locator(".laid-changes").count()).toBe(0);
    },
    { ...DESKTOP, waitForMap: false },
  ),
);

browserTest("it fits a phone, is told in French, and says which versions there are not", () =>
  at(
    "/?view=versions&lang=fr&versions=1.1.0/1.0.0",
    async ({ page, complaints }) => {
      await marks(page, "added").waitFor();
      await row(page, "mill-yard").getByRole("link", { name: "dans 1.0.0" }).waitFor();
      // Whoever reads in a language goes on in it: to records in either version, to files, to the list.
      const leads = await panel(page)
        .locator("a")
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
      expect(leads.length).toBeGreaterThan(5);
      for (const href of leads) expect(new URL(href).searchParams.get("lang"), href).toBe("fr");
      // The other way round: what was removed is added.
      expect((await keyOf(page))[0]).toBe("Ajouts 1");
      const [map, sheet] = [
        await page.locator(".map").boundingBox(),
        await panel(page).boundingBox(),
      ];
      expect((sheet?.y ?? 0) - (map?.y ?? 0)).toBeGreaterThan(844 * 0.4);
      const mark = await marks(page, "moved").first().boundingBox();
      expect(mark?.y).toBeLessThan(sheet?.y ?? 0);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(overflow).toBeLessThanOrEqual(390);
      expect(await seriousViolations(page)).toEqual([]);
      expect(complaints).toEqual([]);

      await page.goto(`${product?.url}/?view=versions&lang=fr&versions=0.9/1.1.0`);
      await panel(page).getByText("Ces données n’ont pas de version 0.9").waitFor();
      await page.goto(`${product?.url}/api/versions/1.0.0/diff/1.1.0?f=html`);
      await page.getByRole("link", { name: "The same on the map" }).first().click();
      await marks(page, "added").waitFor();
    },
    { ...PHONE, waitForMap: false },
  ),
);

browserTest(
  "what was withdrawn says so, when and why, in either language, with the way on",
  async () => {
    for (const [lang, words] of Object.entries(WITHDRAWN)) {
      const because = `${words.reason}${REASON}`;
      await at(
        `/?sel=event:old-fair&lang=${lang}`,
        async ({ page }) => {
          const notice = page.locator(".notice", { hasText: words.record });
          await notice.waitFor();
          expect(await notice.textContent()).toContain(because);
          expect(await panel(page).locator("h2").count()).toBe(0);
        },
        NO_MAP,
      );
      const asked = `/?v=0.9.0&date=1891-02-01&lang=${lang}`;
      await at(
        asked,
        async ({ page }) => {
          expect(await page.locator("h1").textContent()).toBe(words.title);
          const said = (await page.locator("main").textContent()) ?? "";
          expect(said).toMatch(words.version);
          expect(said).toContain(because);
          await page.getByRole("link", { name: words.newest }).click();
          await page.locator(".time-bar").waitFor();
          expect(new URL(page.url()).searchParams.has("v")).toBe(false);
          expect(new URL(page.url()).searchParams.get("date")).toBe("1891-02-01");
        },
        { ...NO_MAP, selector: "main" },
      );
      await at(
        `/?view=versions&versions=0.9.0/1.1.0&lang=${lang}`,
        async ({ page }) => {
          await panel(page).getByText(words.version).waitFor();
          await panel(page).getByText(because).waitFor();
        },
        NO_MAP,
      );
      // Of a withdrawal it is told that it is one, and not as if its publisher had said so of the version.
      await at(
        `/?view=about&lang=${lang}`,
        async ({ page }) => {
          const item = panel(page).locator("li", { hasText: "0.9.1+withdrawal.1" });
          const said = (await item.locator("p").textContent()) ?? "";
          expect(said.startsWith(words.told), said).toBe(true);
          expect(said.endsWith(because), said).toBe(true);
        },
        NO_MAP,
      );
    }
  },
);
