import fc from "fast-check";
import type { Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import { separationMethods } from "#model/measure/separation-methods.ts";
import { measureSeparation } from "#model/measure/separation-series.ts";
import { type Site, sideOfLine } from "#model/measure/site.ts";
import type { Count } from "#model/record/claim.ts";
import type { Certainty, Window } from "#model/time/span.ts";
import { createDataset } from "#tests/support/records/dataset.ts";
import { createCount, createSite, onDay, spanBetween } from "#tests/support/records/records.ts";

const measure = (
  sites: readonly Site[],
  counts: readonly Count[],
  window: Window,
  certainty: Certainty,
) => measureSeparation({ sites, counts, movements: [] }, window, certainty);
const may = onDay("2014-05-10");

describe("the side of the bypass", () => {
  const site = { lineDistanceM: 500, precisionM: 100, insideRing: true, flag: null };

  it("is decided by containment when the disc does not reach the line", () => {
    expect(sideOfLine(site)).toBe("inside");
    expect(sideOfLine({ ...site, insideRing: false, flag: "inside" })).toBe("beyond");
  });

  it("is what the sources state when the disc reaches the line", () => {
    const near = { ...site, lineDistanceM: 100 };
    expect(sideOfLine({ ...near, flag: "outside" })).toBe("beyond");
    expect(sideOfLine({ ...near, insideRing: false, flag: "inside" })).toBe("inside");
  });

  it("is edge, never a guess, when neither decides", () => {
    const near = { ...site, lineDistanceM: 0 };
    expect(sideOfLine(near)).toBe("edge");
    expect(sideOfLine({ ...near, flag: "edge" })).toBe("edge");
  });
});

describe("the separation measures", () => {
  it("do not count a part again while its whole is open", () => {
    const whole = createSite({ id: "whole" });
    const part = createSite({ id: "part", partOf: "whole" });
    const orphan = createSite({ id: "orphan", partOf: "gone" });
    const measured = measure([whole, part, orphan], [], may, "possible");
    expect(measured.sites.map((site) => site.id)).toEqual(["whole", "orphan"]);
  });

  it("give nearest, median, mean and farthest of the open sites", () => {
    const sites = [400, 1000, 2200, 4000].map((distanceM, index) =>
      createSite({ id: `s${index}`, distanceM }),
    );
    expect(measure(sites, [], may, "possible").distance).toEqual({
      min: 400,
      median: 1600,
      mean: 1900,
      max: 4000,
    });
  });

  it("are unknown, not zero, when no site is open", () => {
    const measured = measure([createSite()], [], onDay("2015-06-01"), "possible");
    expect(measured.siteCounts.total).toBe(0);
    expect(measured.distance).toBeNull();
    expect(measured.shareOfSitesBeyond).toBeNull();
    expect(measured.people).toMatchObject({
      total: null,
      weightedDistance: null,
      shareBeyond: null,
      largest: null,
    });
  });

  it("count a site that may be open as possible and leave it out of what is certain", () => {
    const site = createSite({
      span: { ...spanBetween("2014-01-01", "2014-12-31"), startLatest: null },
    });
    expect(measure([site], [], may, "possible").siteCounts).toMatchObject({ total: 1, certain: 0 });
    expect(measure([site], [], may, "certain").siteCounts.total).toBe(0);
  });

  it("weigh the distance by people, within what the figures allow", () => {
    const sites = [
      createSite({ id: "near", distanceM: 1000 }),
      createSite({ id: "far", distanceM: 4000, side: "beyond" }),
    ];
    const counts = [
      createCount({ id: "a", placeId: "near", low: 100, best: null, high: 300 }),
      createCount({ id: "b", placeId: "far", low: 100, best: null, high: 300 }),
    ];
    const { people } = measure(sites, counts, may, "possible");
    expect(people.weightedDistance).toEqual({ low: 1750, high: 3250 });
    expect(people.shareBeyond).toEqual({ low: 0.25, high: 0.75 });
    expect(people.total).toEqual({ low: 200, high: 600, atLeast: false });
  });

  it("say how many of the open sites have a figure", () => {
    const sites = [createSite({ id: "site" }), createSite({ id: "silent" })];
    expect(measure(sites, [createCount()], may, "possible").people).toMatchObject({
      sitesCounted: 1,
      sitesOpen: 2,
    });
  });

  it("bound every weighted mean that figures within the ranges can give", () => {
    const entry = fc.record({
      distanceM: fc.integer({ min: 100, max: 9000 }),
      low: fc.integer({ min: 1, max: 500 }),
      more: fc.integer({ min: 0, max: 500 }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 6 }), (entries) => {
        const sites = entries.map(({ distanceM }, index) =>
          createSite({ id: `s${index}`, distanceM }),
        );
        const counts = entries.map(({ low, more }, index) =>
          createCount({ id: `c${index}`, placeId: `s${index}`, low, best: null, high: low + more }),
        );
        const weights = entries.map(({ low, more, at }) => low + more * at);
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const mean =
          entries.reduce((sum, { distanceM }, i) => sum + distanceM * (weights[i] ?? 0), 0) / total;
        const band = measure(sites, counts, may, "possible").people.weightedDistance;
        expect(band?.low).toBeLessThanOrEqual(mean + 1e-6);
        expect(band?.high).toBeGreaterThanOrEqual(mean - 1e-6);
      }),
    );
  });
});

const RING: Polygon = { type: "Polygon", coordinates: [] };

describe("the methods of the measures", () => {
  const { phrases } = createDataset({}).meta;
  const frame = {
    reference: { place: "bridge", label: { en: "the bridge", fr: "le pont" } },
    further: [],
    sides: null,
    area: RING,
  };
  const line = { outlines: ["line"], label: { en: "the river", fr: "le fleuve" } };
  const methods = separationMethods({ phrases, separation: { ...frame, line } });
  const { people, sites } = methods;

  it("name the line as a sentence does, in each language", () => {
    expect(methods.side?.fr).toContain("En deçà ou au-delà du fleuve d’après la position");
    expect(methods.shareOfSitesBeyond?.fr).toContain("au-delà du fleuve, divisés");
    expect(methods.shareBeyond?.fr).toContain("vivant au-delà du fleuve");
  });

  it("say nothing of sides without a line", () => {
    const without = separationMethods({ phrases, separation: { ...frame, line: null } });
    expect(Object.keys(methods)).toEqual(
      expect.arrayContaining(["side", "shareOfSitesBeyond", "shareBeyond"]),
    );
    expect(JSON.stringify(without)).not.toMatch(/river|fleuve|beyond|au-delà|\bsides?\b/i);
  });

  it("say what becomes of people who may have been counted twice, and of windows", () => {
    expect(people.en).toMatch(/counted at two places.*low end.*high end.*several days/);
    expect(people.fr).toMatch(/comptées à deux endroits.*bas.*haut.*plusieurs jours/);
  });

  it("say which places are counted: none that is known to be empty, conventions unless left out", () => {
    expect(sites.en).toMatch(/convention.*unless they are left out.*nobody is known to live/);
    expect(sites.fr).toMatch(/convention.*sauf si on les écarte.*aucun habitant/);
  });
});
