// Questioning the map: measures, comparison, filters, sources, the reading.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, inject } from "vitest";
import { seriousViolations } from "#tests/support/browser/accessibility.ts";
import { openNarrowing } from "#tests/support/browser/narrowing.ts";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";
import {
  type Cells,
  countedSitesOn,
  featuresOf,
  rowsOf,
} from "#tests/support/packages/calais-facts.ts";
import { PANEL_VIEWS } from "#web/view/question/panel-view.ts";

afterAll(closeBrowser);

const NO_MAP = { ...DESKTOP, withoutMap: true };
const panel = (page: Page) => page.locator(".side-panel");

describe("every view", () => {
  // The story has a column of its own.
  const views = PANEL_VIEWS.filter((view) => view !== "story");

  browserTest.each(views)("%s opens from its address and has no serious violation", (view) =>
    withPage(`/?date=2016-03-01&view=${view}`, NO_MAP, async ({ page, complaints }) => {
      await panel(page).getByRole("heading", { level: 2 }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      expect(complaints).toEqual([]);
    }),
  );
});

describe("the analysis", () => {
  browserTest(
    "says values, follows the pointer, names its methods, and gives the figures away",
    () =>
      withPage("/?date=2016-09-05&view=analysis", NO_MAP, async ({ page }) => {
        const first = panel(page).locator(".curve").first();
        expect(await first.locator(".number").textContent()).toBe(
          "4.0 km to 4.6 km, median 4.3 km, mean 4.3 km",
        );
        const box = await first.locator("svg").boundingBox();
        if (!box) throw new Error("the curve has no box");
        await page.mouse.move(box.x + box.width * 0.1, box.y + 10);
        await page.waitForFunction(
          () => !document.querySelector(".curve .number")?.textContent?.startsWith("4.0"),
        );
        // One a curve, and for all of them how the days are chosen and what rests on a convention.
        expect(await panel(page).locator(".method").count()).toBe(2 + 7);
        const saved = page.waitForEvent("download");
        await panel(page).getByRole("button", { name: /CSV/ }).click();
        const rows: Cells[] = parse(readFileSync(await (await saved).path()), {
          bom: true,
          columns: true,
        });
        const day = "2016-09-05";
        const row = rows.find(({ from = "", to = "" }) => from <= day && to >= day);
        expect(row?.sites).toBe(String(countedSitesOn(day).length));
      }),
  );

  browserTest("tells what holds since an earlier day of the day that is shown", () =>
    withPage("/?date=2016-12-15&view=analysis", NO_MAP, async ({ page }) => {
      const said = await panel(page).locator(".number").allTextContents();
      expect(said[0]).toBe("No site known to these data in the area studied on 15 December 2016");
      expect(said.join()).not.toContain("13 December");
    }),
  );

  browserTest("is drawn on the map on demand", () =>
    withPage("/?date=2016-09-05", DESKTOP, async ({ page, complaints }) => {
      const button = page.getByRole("button", { name: "Distances to the town hall" });
      await button.click();
      expect(await button.getAttribute("aria-pressed")).toBe("true");
      expect(complaints).toEqual([]);
    }),
  );
});

describe("two dates", () => {
  browserTest("stand side by side, with what changed between them, in one address", () =>
    withPage(
      "/?date=2016-09-05&compare=2014-05-27&view=changes",
      DESKTOP,
      async ({ page, complaints }) => {
        await page.locator(".map[data-drawn]").nth(1).waitFor();
        expect(await page.locator(".map-date strong").allTextContents()).toEqual([
          "27 May 2014",
          "5 September 2016",
        ]);
        // The same changes on both maps, and in words beside them.
        const idsOn = (day: string) => countedSitesOn(day).map(({ id }) => id);
        const [before, after] = [idsOn("2014-05-27"), idsOn("2016-09-05")];
        const opened = after.filter((id) => !before.includes(id));
        const closed = before.filter((id) => !after.includes(id));
        expect(await page.locator('.scene-changes [data-sel="place:la-lande"]').count()).toBe(2);
        expect(await page.locator(".scene-changes [data-sel]").count()).toBe(
          2 * (opened.length + closed.length),
        );
        expect(await panel(page).textContent()).toContain(`${opened.length} opened`);
        expect(await panel(page).textContent()).toContain(`${closed.length} closed`);
        await panel(page).getByRole("button", { name: "End the comparison" }).click();
        expect(await page.locator(".map").count()).toBe(1);
        await page.waitForURL((url) => !url.searchParams.has("compare"));
        expect(complaints).toEqual([]);
      },
    ),
  );

  browserTest.each([
    ["2014-05-27", "2016-09-05"],
    ["2016-09-05", "2014-05-27"],
  ])("are each in sight on a phone, and one scale, when %s is compared with %s", (date, compare) =>
    withPage(`/?date=${date}&compare=${compare}`, PHONE, async ({ page }) => {
      await page.locator(".map[data-drawn]").nth(1).waitFor();
      for (const day of ["27 May 2014", "5 September 2016"]) {
        const label = page.locator(".map-date", { hasText: day });
        const isOnTop = await label.evaluate((element) => {
          const { bottom, left, right, top } = element.getBoundingClientRect();
          return element.contains(
            document.elementFromPoint((left + right) / 2, (top + bottom) / 2),
          );
        });
        expect(isOnTop, day).toBe(true);
      }
      expect(await page.locator(".maplibregl-ctrl-scale").filter({ visible: true }).count()).toBe(
        1,
      );
    }),
  );
});

describe("the filter", () => {
  browserTest("finds words without accents, counts, shows chips, and is in the address", () =>
    withPage("/?view=find", NO_MAP, async ({ page }) => {
      await page.getByRole("searchbox", { name: "Words" }).fill("blocage");
      await panel(page).getByRole("heading", { level: 3, name: /event/ }).waitFor();
      await page.waitForURL(/q=blocage/);
      // What is found is in sight, however it was narrowed.
      const isInSight = () =>
        page.evaluate(() => {
          const box = document.querySelector(".side-panel .part li")?.getBoundingClientRect();
          return box !== undefined && box.bottom <= window.innerHeight;
        });
      for (const viewport of [DESKTOP.viewport, PHONE.viewport]) {
        await page.setViewportSize(viewport);
        await expect.poll(isInSight, { message: `${viewport.width} wide` }).toBe(true);
      }
      await page.setViewportSize(DESKTOP.viewport);
      await openNarrowing(page, "Kind of event");
      await panel(page)
        .getByRole("checkbox", { name: /^Blockade/ })
        .check();
      await page.waitForURL(/categories=blockade/);
      expect(await page.locator(".narrowing summary b").innerText()).toBe("1");
      const chips = page.getByRole("list", { name: "Active filters" });
      expect(await chips.getByRole("button").count()).toBe(3);
      await chips.getByRole("button", { name: "Clear the filter" }).click();
      await page.waitForURL((url) => !url.searchParams.has("q"));
    }),
  );

  browserTest("that leaves nothing says why and offers the way back", () =>
    withPage("/?date=2016-09-05&q=nowhere&view=now", NO_MAP, async ({ page }) => {
      await panel(page).getByText("The filter leaves nothing at this date.").waitFor();
      await panel(page).getByRole("button", { name: "Clear the filter" }).click();
      await panel(page)
        .getByRole("link", { name: /^La Lande camp[^→]*$/ })
        .waitFor();
    }),
  );

  browserTest("takes an area that is drawn on the map", () =>
    withPage("/?date=2014-05-27&view=find", DESKTOP, async ({ page }) => {
      await openNarrowing(page, "Where");
      await page.getByRole("button", { name: "Draw an area" }).click();
      const box = await page.locator(".map").boundingBox();
      if (!box) throw new Error("the map has no box");
      const at = (x: number, y: number) =>
        page.mouse.click(box.x + box.width * x, box.y + box.height * y);
      await at(0.4, 0.3);
      await at(0.7, 0.3);
      await at(0.7, 0.7);
      await at(0.4, 0.3);
      await page.waitForURL(/area=/);
      expect(await page.getByRole("list", { name: "Active filters" }).textContent()).toContain(
        "in an area",
      );
    }),
  );
});

describe("the table of what is on the map", () => {
  browserTest("is sorted by any column and leads to the records", () =>
    withPage("/?date=2014-05-27&view=now", NO_MAP, async ({ page }) => {
      const names = () => panel(page).locator("tbody th a").allTextContents();
      await expect
        .poll(async () => (await names())[0])
        .toBe("Eritrean camp, bassin de la Batellerie");
      await panel(page).getByRole("button", { name: "People" }).click();
      expect((await names())[0]).toBe("Syrian camp, rue Lamy");
      const sorted = panel(page).locator("th[aria-sort=descending]");
      expect(await sorted.textContent()).toContain("People");
      await panel(page)
        .getByRole("link", { name: /^Squat, rue Auber[^→]*$/ })
        .click();
      await panel(page).getByRole("heading", { level: 2, name: "Squat, rue Auber" }).waitFor();
    }),
  );
});

describe("notes on how a place was found and dated", () => {
  browserTest("are in the reader’s language", () =>
    withPage("/", NO_MAP, async ({ page }) => {
      const place = rowsOf("places").find((cells) => cells.position_note && cells.bounds_note);
      for (const [lang, ending, how] of [
        ["en", "", "How the position is known"],
        ["fr", "_fr", "Comment la position est connue"],
      ] as const) {
        await page.goto(`${inject("productUrl")}/?lang=${lang}&sel=place:${place?.id}`);
        await panel(page).getByText(how).click();
        for (const column of ["position_note", "bounds_note"])
          await panel(page)
            .getByText(place?.[`${column}${ending}`] ?? "no such note")
            .waitFor();
        if (lang === "fr")
          expect(await panel(page).locator("article span[lang=en]").count()).toBe(0);
      }
    }),
  );
});

describe("the people of a record", () => {
  browserTest("are at least the low number where there is no high one, at most the high one", () =>
    withPage("/", NO_MAP, async ({ page }) => {
      for (const [table, kind] of [
        ["events", "event"],
        ["movements", "movement"],
      ] as const)
        for (const [has, lacks, said] of [
          ["people_low", "people_high", (number: string) => `${number} or more`],
          ["people_high", "people_low", (number: string) => `0–${number}`],
        ] as const) {
          const row = rowsOf(table).find((cells) => cells[has] && !cells[lacks]);
          if (!row) throw new Error(`no row of ${table} has ${has} alone`);
          await page.goto(`${inject("productUrl")}/?lang=en&sel=${kind}:${row.id}`);
          const number = panel(page).locator(".part .number");
          await number.waitFor();
          expect(await number.textContent()).toBe(said(row[has] ?? ""));
        }
    }),
  );
});

describe("a text that the data have in English alone", () => {
  // One of each kind that has such texts, whatever they are.
  const withText = (table: string, column: string) => {
    const row = rowsOf(table).find((cells) => cells[column]);
    if (!row) throw new Error(`no row of ${table} has a ${column}`);
    return [row.id ?? "", row[column] ?? ""] as const;
  };
  const OF_KIND = [
    ["event", ...withText("events", "people_note")],
    ["movement", ...withText("movements", "people_note")],
    ["source", ...withText("sources", "note")],
  ] as const;
  for (const [device, options] of [
    ["a desk", NO_MAP],
    ["a telephone", { ...PHONE, withoutMap: true }],
  ] as const)
    browserTest(`is marked and told as English in the French page, on ${device}`, () =>
      withPage("/?lang=fr", options, async ({ page }) => {
        for (const [kind, id, text] of OF_KIND) {
          await page.goto(`${inject("productUrl")}/?lang=fr&sel=${kind}:${id}`);
          const marked = panel(page).locator("[lang=en]").filter({ hasText: text });
          await marked.first().waitFor();
          expect(
            await marked.first().evaluate((element) => element.parentElement?.textContent),
          ).toContain(`${text} (en anglais)`);
        }
      }),
    );
});

describe("the legend", () => {
  browserTest("has the metres of the outlines that are drawn, and nothing else has others", () =>
    withPage("/?date=2015-06-02", DESKTOP, async ({ page }) => {
      const metresOf = (is: (cells: Record<string, unknown>) => boolean) => {
        const metres = featuresOf("shapes").flatMap(({ properties }) =>
          properties && is(properties) ? Number(properties.precision_m) : [],
        );
        return [...new Set([Math.min(...metres), Math.max(...metres)])].join("–");
      };
      const isOpen = ({ end_latest, start_earliest }: Record<string, unknown>) =>
        (!start_earliest || `${start_earliest}` <= "2015-06-02") &&
        (!end_latest || `${end_latest}` >= "2015-06-02");
      const camps = metresOf(
        (cells) => ["camp", "state-camp", "day-centre"].includes(`${cells.kind}`) && isOpen(cells),
      );
      const line = metresOf(({ id }) => ["shape-a16", "shape-rocade"].includes(`${id}`));
      const entries = await page.locator(".key-sheet li").allTextContents();
      expect(entries).toContain(`outline of a camp, ± ${camps} m`);
      expect(entries).toContain(`the bypass, ± ${line} m`);
      expect(await page.locator(".credit").textContent()).not.toContain("±");
    }),
  );
});

describe("sources", () => {
  browserTest("are searched, lead to what rests on them, and are cited", () =>
    withPage("/?view=sources", NO_MAP, async ({ page }) => {
      await page.getByRole("searchbox", { name: "Words" }).fill("police video");
      const first = panel(page).locator(".events a").first();
      await first.click();
      await page.waitForURL(/sel=source:/);
      await panel(page).getByText("Cite this").click();
      expect(await panel(page).locator("pre").textContent()).toMatch(/^Rocade\. \(\d{4}\)\. /);
      await panel(page).getByRole("button", { name: "BibTeX" }).click();
      expect(await panel(page).locator("pre").textContent()).toContain("@misc{rocade-source-");
    }),
  );
});

describe("the movements between two dates", () => {
  browserTest("are told apart by where they lead from and to, and when", () =>
    withPage("/?date=2014-05-27&view=changes&compare=2013-11-27", NO_MAP, async ({ page }) => {
      const rows = panel(page).locator("li:has(a[href*='sel=movement'])");
      await rows.first().waitFor();
      const links = await rows.locator("a").allTextContents();
      expect(new Set(links).size).toBe(links.length);
      for (const link of links) expect(link).toMatch(/\S → \S/);
      for (const row of await rows.allTextContents()) expect(row).toMatch(/201[34]/);
    }),
  );
});
