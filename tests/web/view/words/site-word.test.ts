// Sites are called as the dataset calls them, and an area is spoken of only where a line separates one.
import { describe, expect, it } from "vitest";
import { createDataset } from "#tests/support/records/dataset.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { siteWord } from "#web/view/words/site-word.ts";

const { meta } = createDataset({});
const monastery = {
  id: "monastery",
  label: { en: "Monastery", fr: "Monastère" },
  means: null,
} as unknown as (typeof meta.vocabularies.placeKinds)[number];
const ofMonasteries = {
  ...meta,
  roles: { ...meta.roles, sites: ["monastery"] },
  vocabularies: { ...meta.vocabularies, placeKinds: [monastery] },
};

describe("a site in a key", () => {
  it("is called as the dataset calls its kind, where all are of one", () => {
    expect(siteWord(ofMonasteries, messagesOf("en", ofMonasteries))).toBe("Monastery");
    expect(siteWord(ofMonasteries, messagesOf("fr", ofMonasteries))).toBe("Monastère");
  });

  it("is a site where they are of several kinds", () => {
    expect(meta.roles.sites.length).toBeGreaterThan(1);
    expect(siteWord(meta, messagesOf("en", meta))).toBe("site");
  });
});

describe("that no site is known", () => {
  const { separation } = meta;
  if (!separation) throw new Error("nothing is measured");
  const line = { outlines: ["river"], label: { en: "the river", fr: "la rivière" } };
  const divided = { ...meta, separation: { ...separation, line } };

  it("is said of the area studied where a line separates, and of the data elsewhere", () => {
    const said = (of: typeof meta, language: "en" | "fr") =>
      messagesOf(language, of).noSitesOn("10 May 2014", false);
    expect(said(divided, "en")).toContain("in the area studied");
    expect(said(divided, "fr")).toContain("dans la zone étudiée");
    expect(said(meta, "en")).toBe("No site known to these data on 10 May 2014");
    expect(said(meta, "fr")).not.toContain("zone");
  });
});
