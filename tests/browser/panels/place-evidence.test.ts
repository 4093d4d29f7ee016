// Who says that rue Lamy was cleared on 28 May: the card of a place says of each field what it rests on, and what is not
// recorded.
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { typeset } from "#model/words/typesetting.ts";
import { seriousViolations } from "#tests/support/browser/accessibility.ts";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";

afterAll(closeBrowser);

const SCREENS = {
  desktop: { ...DESKTOP, withoutMap: true },
  phone: { ...PHONE, withoutMap: true },
};
const WORDS = {
  en: {
    date: "Sources of this record; which one gives this date is not recorded.",
    figure: "Sources of this record; which one gives this figure is not recorded.",
    both: "Sources of this record; which one gives this figure and its date is not recorded.",
    start: "Beginning: about September 2013",
    end: "End: 28 May 2014",
    cleared: "Three camps in town cleared: rue Lamy, Batellerie basin, place Barbusse (6 sources)",
    position: "Position",
    streets: "OpenStreetMap contributors · when it was read for this is not recorded",
    says: "says the same",
    sightings: "3 dated sightings",
  },
  fr: {
    date: "Les sources de la fiche ; on n’a pas noté laquelle donne cette date.",
    both: "Les sources de la fiche ; on n’a pas noté laquelle donne ce chiffre et sa date.",
    start: "Début : septembre 2013 environ",
    end: "Fin : 28 mai 2014",
    cleared:
      "Trois campements de la ville évacués : rue Lamy, Batellerie, place Barbusse (6 sources)",
    position: "Position",
    streets: "OpenStreetMap contributors · date de consultation non notée",
    says: "dit la même chose",
    sightings: "3 constats datés",
  },
} as const;

/** The fields of the card with what each rests on. */
async function fieldsOf(page: Page): Promise<Readonly<Record<string, string>>> {
  const rows = await page
    .locator(".side-panel .evidence > div")
    .evaluateAll((all) =>
      all.map((row) =>
        ["dt", "dd"].map((part) =>
          (row.querySelector(part)?.textContent ?? "").replace(/\s+/g, " ").trim(),
        ),
      ),
    );
  return Object.fromEntries(rows);
}

describe("the card of rue Lamy", () => {
  const cases = (["en", "fr"] as const).flatMap((language) =>
    (["desktop", "phone"] as const).map((screen) => ({ language, screen })),
  );
  browserTest.each(cases)(
    "says in $language, on a $screen, what its dates, its position and its figures rest on",
    ({ language, screen }) =>
      withPage(
        `/?date=2014-05-27&sel=place:camp-lamy&lang=${language}`,
        SCREENS[screen],
        async ({ page, complaints }) => {
          const words = WORDS[language];
          await page.locator(".side-panel .evidence").first().waitFor();
          const fields = await fieldsOf(page);
          expect(fields[words.start]).toBe(words.date);
          expect(fields[words.end]).toContain(words.date);
          expect(fields[words.end]).toContain(words.cleared);
          expect(fields[words.position]).toContain(words.streets);
          const card = page.locator(".side-panel");
          const said = (await card.locator(".figures-now-list").textContent()) ?? "";
          // Of one figure neither is recorded; of the other, who is cited for the number says nothing of its date.
          expect(said).toContain(typeset(words.both));
          expect(said).toContain(words.says);
          expect(said).toContain(typeset(words.date));
          await card.getByText(words.sightings).click();
          expect(await card.locator(".sightings li").count()).toBe(3);
          // No row says when a source was read: no card does.
          expect(await card.textContent()).not.toMatch(/read for it on|consultée à ce sujet le/);
          expect(await seriousViolations(page)).toEqual([]);
          expect(complaints).toEqual([]);
        },
      ),
  );
});

describe("what repeats another source", () => {
  browserTest("is told beside the others, and is no second witness", () =>
    withPage(
      "/?date=2014-02-27&sel=event:syrian-house-feb14&lang=en",
      SCREENS.desktop,
      async ({ page }) => {
        const card = page.locator(".side-panel");
        await card.locator(".sources").waitFor();
        const said = await card.textContent();
        expect(said).toContain("2 sources, one text");
        expect(said).toContain("repeats Squat!net (fr)");
        expect(said).toContain("reported by one source");
      },
    ),
  );

  browserTest("does not make several sources one", () =>
    withPage(
      "/?date=2014-05-28&sel=event:three-camps-cleared&lang=en",
      SCREENS.desktop,
      async ({ page }) => {
        const card = page.locator(".side-panel");
        await card.locator(".evidence").first().waitFor();
        const fields = await fieldsOf(page);
        expect(fields["People: 800"]).toContain("Reuters");
        expect(fields["People: 550"]).toBe(WORDS.en.figure);
        expect(await card.textContent()).toContain("confirmed by two or more independent sources");
      },
    ),
  );
});

describe("deaths told of at a place", () => {
  browserTest("are told one by one, and never added up", () =>
    withPage(
      "/?date=2014-05-28&sel=place:eurotunnel&lang=en",
      SCREENS.desktop,
      async ({ page }) => {
        const card = page.locator(".side-panel");
        const part = card.locator(".part").filter({ hasText: "Deaths told of here" });
        await part.waitFor();
        expect(await part.locator("li").count()).toBe(3);
        expect(await part.textContent()).toContain("never added up");
      },
    ),
  );
});
