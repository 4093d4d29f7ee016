// What a picture says of a filter, of days without sites, and of dates that a convention fills.
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { siteCountsOn } from "#tests/support/packages/calais-facts.ts";
import { wordsOf } from "#tests/support/pictures/figure-text.ts";
import { testApp } from "#tests/support/product/app.ts";

const MAY = siteCountsOn("2014-05-27");

async function snapshot(query: string) {
  const { app } = await testApp();
  const response = await app.request(`/snapshot.svg${query}`);
  return { response, svg: await response.text() };
}

describe("the figure", () => {
  dbTest("draws what a filter does not leave faintly, and says how much it leaves", async () => {
    const plain = await snapshot("?date=2014-05-27&lang=en");
    const { svg: none } = await snapshot("?date=2014-05-27&q=nowhere&lang=en");
    const sentence = `${MAY.total} sites (${MAY.certain} certain, ${MAY.byConvention} by convention)`;
    expect(wordsOf(none)).toContain(sentence);
    expect(wordsOf(none)).toContain(`0 of ${MAY.total} sites match`);
    expect(wordsOf(none)).toContain("faint: does not match the filter");
    expect(wordsOf(none)).toContain("Rue Lamy");
    const faint = (svg: string) => svg.split(`<g opacity="0.25">`).length - 1;
    expect(faint(plain.svg)).toBe(0);
    expect(faint(none)).toBeGreaterThan(MAY.total);

    const { svg: french } = await snapshot("?date=2014-05-27&q=nowhere&lang=fr");
    expect(wordsOf(french)).toContain(`0 lieu sur ${MAY.total} correspond`);
  });

  dbTest("says what these data know of a day without sites, in both languages", async () => {
    expect(siteCountsOn("2016-12-15").total).toBe(0);
    const { svg: english } = await snapshot("?date=2016-12-15&lang=en");
    expect(wordsOf(english)).toContain(
      "No site known to these data in the area studied on 15 December 2016",
    );
    const { svg: french } = await snapshot("?date=2016-12-15&lang=fr");
    expect(wordsOf(french)).toContain(
      "Aucun lieu connu de ces données dans la zone étudiée le 15 décembre 2016",
    );
  });

  dbTest("leaves out what a convention fills where that is switched off, and says so", async () => {
    const { svg } = await snapshot("?date=2014-05-27&conventions=false&lang=en");
    const left = MAY.total - MAY.byConvention;
    expect(wordsOf(svg)).toContain(
      left === MAY.certain ? `${left} sites ·` : `${left} sites (${MAY.certain} certain)`,
    );
    expect(wordsOf(svg)).toContain("without dates set by convention");
    expect(wordsOf(svg)).not.toContain("by a convention alone");
    expect(wordsOf(svg)).toContain("conventions=false");
  });
});
