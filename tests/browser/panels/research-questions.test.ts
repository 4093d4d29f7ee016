// Four questions of research, each answered by the keyboard alone in six steps at most: a step is a phrase that is typed, or
// a key that is pressed. What the answers are is read from the tables of Calais, and from the API.
import type { Page } from "playwright-core";
import { afterAll, describe, expect, inject } from "vitest";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/browser/page.ts";
import { rowsOf } from "#tests/support/packages/calais-facts.ts";

afterAll(closeBrowser);

const NO_MAP = { ...DESKTOP, withoutMap: true };
const MAX_STEPS = 6;
const panel = (page: Page) => page.locator(".side-panel");

/** The reader's hands, which count what they do. */
function hands(page: Page) {
  let steps = 0;
  return {
    press: async (...keys: readonly string[]) => {
      for (const key of keys) {
        steps += 1;
        await page.keyboard.press(key);
      }
    },
    type: async (phrase: string) => {
      steps += 1;
      await page.keyboard.type(phrase);
    },
    steps: () => steps,
  };
}

const inEnglish = (number: string) => Number(number).toLocaleString("en-GB");

/** The side of every site, as the API has it. */
async function sidesOfSites(search = ""): Promise<ReadonlyMap<string, string>> {
  const response = await fetch(
    `${inject("productUrl")}/api/collections/camps/items?limit=500${search}`,
  );
  const { features } = (await response.json()) as {
    features: { id: string; properties: { side: string; name_en?: string; name?: string } }[];
  };
  return new Map(features.map(({ id, properties }) => [id, properties.side]));
}

describe("by the keyboard alone", () => {
  browserTest("when a place closed, and who says so", () =>
    withPage("/?date=2014-05-27", NO_MAP, async ({ page }) => {
      const { press, steps, type } = hands(page);
      await press("/");
      await type("rue Lamy");
      await press("Enter");
      expect(steps()).toBeLessThanOrEqual(MAX_STEPS);
      const place = rowsOf("places").find(({ id }) => id === "camp-lamy");
      expect(place?.end_edtf).toBe("2014-05-28");
      await panel(page)
        .getByRole("heading", { level: 2, name: /rue Lamy/ })
        .waitFor();
      const said = (await panel(page).textContent()) ?? "";
      expect(said).toContain("28 May 2014");
      const told = rowsOf("sources").filter(({ id }) =>
        place?.source_ids?.split(";").includes(id ?? ""),
      );
      expect(told.length).toBeGreaterThan(0);
      for (const { publisher = "" } of told) expect(said).toContain(publisher);
    }),
  );

  browserTest("how many people were at a place in a month, and why figures differ", () =>
    withPage("/?date=2014-05-27", NO_MAP, async ({ page }) => {
      const { press, steps, type } = hands(page);
      await press("/");
      await type("La Lande September 2016");
      await press("Enter");
      expect(steps()).toBeLessThanOrEqual(MAX_STEPS);
      await panel(page)
        .getByRole("heading", { level: 2, name: /La Lande/ })
        .waitFor();
      const figures = rowsOf("counts").filter(
        ({ date_latest = "", measure, place_id }) =>
          place_id === "la-lande" && measure === "present" && date_latest.startsWith("2016-09"),
      );
      expect(figures.length).toBeGreaterThan(1);
      const said = (await panel(page).textContent()) ?? "";
      for (const { best, high, low } of figures)
        expect(said).toContain(inEnglish(best || high || low || ""));
      const reasons = rowsOf("contradictions").filter(
        ({ subject_ids = "", topic }) =>
          topic === "number" && subject_ids.split(";").includes("la-lande"),
      );
      expect(reasons.length).toBeGreaterThan(0);
      for (const { statement_en } of reasons) expect(said).toContain(statement_en);
    }),
  );

  browserTest("which sites stood on a side of the line on a day", () =>
    withPage("/?date=2014-05-27", NO_MAP, async ({ page }) => {
      const { press, steps, type } = hands(page);
      await press("/");
      await type("1 September 2015");
      await press("ArrowDown", "Enter");
      expect(steps()).toBeLessThanOrEqual(MAX_STEPS);
      const rows = panel(page).locator(".sites tbody tr");
      await rows.first().waitFor();
      const beyond = await rows.evaluateAll((all) => {
        const heads = all.flatMap((row, at) => (row.classList.contains("side-head") ? [at] : []));
        const at = heads.findIndex((head) => all[head]?.textContent?.startsWith("beyond"));
        const [from, until] = [heads[at] ?? -1, heads[at + 1] ?? all.length];
        return all
          .slice(from + 1, until)
          .map((row) => new URL(row.querySelector("a")?.href ?? "").searchParams.get("sel"));
      });
      const sides = await sidesOfSites("&datetime=2015-09-01");
      const expected = [...sides].filter(([, side]) => side === "beyond").map(([id]) => id);
      expect(expected.length).toBeGreaterThan(0);
      expect(beyond.sort()).toEqual(expected.map((id) => `place:${id}`).sort());
    }),
  );

  browserTest("which events of a kind there were in a year on a side of the line", () =>
    withPage("/?date=2014-05-27", NO_MAP, async ({ page }) => {
      const { press, steps, type } = hands(page);
      await press("/");
      await type("evictions inside 2014");
      await press("Enter");
      expect(steps()).toBeLessThanOrEqual(MAX_STEPS);
      await panel(page)
        .getByRole("heading", { level: 3, name: /^\d+ events?$/ })
        .waitFor();
      const listed = await panel(page)
        .locator(".events a[href*='sel=event:']")
        .evaluateAll((links) =>
          links.map((link) => new URL((link as HTMLAnchorElement).href).searchParams.get("sel")),
        );
      const sides = await sidesOfSites();
      const expected = rowsOf("events").filter(
        ({ category, end_latest, place_id = "", start_earliest }) =>
          category === "eviction" &&
          sides.get(place_id) === "inside" &&
          `${start_earliest}` <= "2014-12-31" &&
          `${end_latest}` >= "2014-01-01",
      );
      expect(expected.length).toBeGreaterThan(1);
      expect(listed.sort()).toEqual(expected.map(({ id }) => `event:${id}`).sort());
    }),
  );
});
