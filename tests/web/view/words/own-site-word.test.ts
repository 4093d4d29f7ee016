// A dataset with a word of its own for its sites is spoken of in that word, wherever they are counted.
import { describe, expect, it } from "vitest";
import { createDataset } from "#tests/support/records/dataset.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { siteWord } from "#web/view/words/site-word.ts";

const { meta } = createDataset({});
const ofAbbeys = {
  ...meta,
  languages: ["ar", "en", "fr"],
  phrases: {
    ...meta.phrases,
    site: { ar: "دير", en: "abbey", fr: "abbaye" },
    sites: { ar: "أديرة", en: "abbeys", fr: "abbayes" },
  },
};

/** Everything that the interface can say of sites, as far as it is a text or a function of numbers and days. */
function saidIn(language: string, of: typeof meta): string[] {
  const texts = messagesOf(language, of);
  return [
    texts.sitesOpen(1),
    texts.sitesOpen(3),
    texts.sitesOverDays(3),
    `${texts.sitesOpen(5)} (${texts.sitesOfWhichCertain(2)})`,
    texts.noSitesOn("1 May 900", false),
    texts.noSitesOver("1 to 3 May 900", true),
    texts.matchSites(1, 4),
    texts.matchSites(3, 4),
    texts.peopleCounted("40", 2, 3, 0, ""),
    siteWord(of, texts),
    texts.legendUnknown,
    texts.legendGhost,
    texts.chartDistanceLong,
    texts.sitesKnown(1),
    texts.sitesKnown(3),
    texts.sitesKnownOver(3),
    texts.threadsLong,
    texts.countsLong,
    texts.seriesSites,
    texts.lanes,
    texts.figureCurve,
    texts.captionSites,
    texts.curveConvention,
  ];
}

describe("the word of a dataset for its sites", () => {
  it.each([
    ["en", /abbey/i, /\bsites?\b/i],
    ["fr", /abbaye/i, /\blieux?\b/i],
  ])("stands in every sentence that counts them, in %s", (language, own, usual) => {
    for (const text of saidIn(language, ofAbbeys)) {
      if (!/\(2 /.test(text)) expect(text).toMatch(own);
      expect(text).not.toMatch(usual);
    }
    for (const text of saidIn(language, meta)) expect(text).not.toMatch(own);
  });

  it("agrees with nothing in French, whose gender nobody has told", () => {
    const all = saidIn("fr", ofAbbeys).join("\n");
    expect(all).not.toMatch(/certains|différents|ancien |ouverts|Aucun /);
    expect(all).toContain("3 abbayes en tout");
    expect(all).toContain("Ces données ne connaissent pas d’abbayes");
    expect(saidIn("fr", meta).join("\n")).toMatch(/lieux différents[\s\S]*Aucun lieu connu/);
  });

  it("is said in the language of the sentence, or else not at all", () => {
    expect(messagesOf("ar", ofAbbeys).sitesOpen(3)).toBe("3 abbeys");
    const inArabic = { ...ofAbbeys.phrases, site: { ar: "دير" }, sites: { ar: "أديرة" } };
    const alone = { ...ofAbbeys, phrases: inArabic };
    expect(messagesOf("ar", alone).sitesOpen(3)).toBe("3 sites");
    const half = { ...ofAbbeys, phrases: { ...ofAbbeys.phrases, sites: null } };
    expect(messagesOf("en", half).sitesOpen(3)).toBe("3 sites");
  });
});

describe("a sum", () => {
  it("says how much of it is of events that certainly happened then", () => {
    const texts = messagesOf("en", meta);
    expect(texts.sumTold("12", null, "2", "3")).toBe("12 (2 of 3 events)");
    expect(texts.sumTold("12", "2.25", "2", "3")).toBe(
      "12 (2.25 of it for certain; 2 of 3 events)",
    );
  });

  it("is of one event in French as of none, and of several", () => {
    const texts = messagesOf("fr", meta);
    expect(texts.sumTold("12", null, "1", "1")).toBe("12 (1 événement sur 1)");
    expect(texts.sumTold("0", null, "0", "3")).toBe("0 (0 événement sur 3)");
    expect(texts.sumTold("12", null, "2", "3")).toBe("12 (2 événements sur 3)");
  });
});

describe("how many events a picture does not list", () => {
  it("is grouped as every number is", () => {
    expect(messagesOf("en", meta).figureMoreEvents(1704)).toBe("and 1,704 more events");
    expect(messagesOf("fr", meta).figureMoreEvents(1704)).toMatch(/^et 1\s704 autres événements$/);
  });
});
