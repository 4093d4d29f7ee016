import { describe, expect, it } from "vitest";
import { declarationIn } from "#domain/declaration.ts";
import { NO_SURVEY, resolveDeclaration } from "#domain/resolve.ts";
import { measureSeparation } from "#model/measure/separation-series.ts";
import { EVENT_CERTAINTIES } from "#model/record/event.ts";
import { createDataset } from "#tests/support/records/dataset.ts";
import { createCount, createSite, onDay } from "#tests/support/records/records.ts";
import { formatDistance, formatPeople, formatShares } from "#web/i18n/format.ts";
import { messagesOf, wordFor } from "#web/i18n/messages.ts";
import { readoutParts } from "#web/view/words/readout-parts.ts";

const LANGUAGES = ["en", "fr"] as const;
const { meta } = createDataset({});

describe.each(LANGUAGES)("the texts in %s", (language) => {
  const texts = messagesOf(language, meta);

  it("have a word for every certainty of the model", () => {
    for (const word of EVENT_CERTAINTIES) expect(texts.certainty[word], word).toMatch(/./);
  });

  it("leave no text empty", () => {
    const empty = Object.entries(texts).filter(([, text]) => text === "");
    expect(empty).toEqual([]);
  });
});

/** Words that are written alike in both. */
const ALIKE =
  "Rocade GeoJSON CSV GeoPackage FlatGeobuf KML Date Position Pause Menu Sources sources Distance Cause correction";

it("no text is the same in English and in French, but for words that are", () => {
  const same: string[] = [];
  const compare = (english: unknown, french: unknown) => {
    if (typeof english === "string" && english === french && /\p{L}{2}/u.test(english))
      same.push(english);
    if (english === null || typeof english !== "object") return;
    for (const [name, text] of Object.entries(english))
      compare(text, (french as Record<string, unknown>)[name]);
  };
  compare(messagesOf("en", meta), messagesOf("fr", meta));
  expect(same.filter((text) => !ALIKE.split(" ").includes(text))).toEqual([]);
});

describe("the words of a dataset", () => {
  it("are in the sentences, with the article that French needs", () => {
    const separation = {
      reference: { place: "bridge", label: { en: "the bridge", fr: "le pont" } },
      line: { outlines: ["river"], label: { en: "the river", fr: "le fleuve" } },
      further: [],
      sides: null,
      area: null,
    };
    const [english, french] = (["en", "fr"] as const).map((language) =>
      messagesOf(language, { ...meta, separation }),
    );
    expect(english?.toReference("2 km")).toBe("2 km to the bridge");
    expect(french?.toReference("2 km")).toBe("à 2 km du pont");
    expect(french?.side.beyond).toBe("au-delà du fleuve");
    expect(french?.seriesDistance).toBe("Distance au pont");
  });

  it("are what its ids are called, and its sides where it names them", () => {
    const { declared } = resolveDeclaration(
      declarationIn(["en", "fr"]).parse({
        vocabularies: {
          placeKinds: [{ id: "mill", label: { en: "Mill", fr: "Moulin" } }, "wind-mill"],
        },
        phrases: { wholeMap: { en: "Whole valley" } },
      }),
      { name: "mills" },
      NO_SURVEY,
    );
    const french = messagesOf("fr", { ...meta, ...declared });
    expect(french.placeKind).toEqual({ mill: "Moulin", "wind-mill": "wind mill" });
    expect(french.resetView).toBe("Whole valley");
    expect(messagesOf("fr", meta).resetView).toBe("Toute la carte");
  });
});

describe("words of the data", () => {
  it("that the catalogue does not know are shown as they are", () => {
    expect(wordFor({ known: "yes" }, "state-visit")).toBe("state visit");
  });
});

describe("numbers in words", () => {
  it.each([
    [478, "480 m", "480 m"],
    [994, "990 m", "990 m"],
    [996, "1.0 km", "1,0 km"],
    [4031, "4.0 km", "4,0 km"],
  ])("%d m", (metres, en, fr) => {
    expect(formatDistance(metres, "en")).toBe(en);
    expect(formatDistance(metres, "fr")).toBe(fr);
  });

  it("of people are ranges, and say when a bound is open", () => {
    expect(formatPeople({ low: 6901, high: 9106, atLeast: false }, "en")).toBe("6,901–9,106");
    expect(formatPeople({ low: 60, high: 60, atLeast: false }, "fr")).toBe("60");
    expect(formatPeople({ low: 800, high: 800, atLeast: true }, "en")).toBe("800 or more");
  });

  it("of shares are one when both ends round to it", () => {
    expect(formatShares({ low: 0.965, high: 0.973 }, "en")).toBe("97%");
    expect(formatShares({ low: 0.41, high: 0.51 }, "en")).toBe("41–51%");
  });
});

describe("the readout", () => {
  const sites = [
    createSite({ id: "site", distanceM: 1308 }),
    createSite({ id: "b", side: "beyond", distanceM: 1308 }),
  ];
  const measured = measureSeparation(
    { sites, counts: [createCount()], movements: [] },
    onDay("2014-05-10"),
    "possible",
  );

  it("says sites, sides, distance and people with their coverage", () => {
    expect(readoutParts(measured, "en", messagesOf("en"))).toEqual({
      sites: "2 sites",
      sides: "1 inside, 1 beyond",
      mean: "mean 1.3 km",
      people: "100 people counted (1 of 2 sites)",
    });
    expect(readoutParts(measured, "fr", messagesOf("fr"))).toMatchObject({
      mean: "1,3 km en moyenne",
      people: "100 personnes comptées (1 lieu sur 2)",
    });
  });

  it("says what these data know, never that there was no site", () => {
    const nothing = measureSeparation(
      { sites: [], counts: [], movements: [] },
      onDay("2014-05-10"),
      "possible",
    );
    expect(readoutParts(nothing, "en", messagesOf("en"))).toEqual({
      sites: "No site known to these data on 10 May 2014",
      sides: "",
      mean: "",
      people: "",
    });
  });
});
