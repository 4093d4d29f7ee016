// Short names where there is little room, holders of copies beside publishers, what a step of the story lays stress on.
import { describe, expect, it } from "vitest";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { Source } from "#model/record/source.ts";
import { wordsOf } from "#tests/support/pictures/figure-text.ts";
import { inputAt } from "#tests/support/pictures/input-at.ts";
import {
  createDataset,
  createEvent,
  createPlace,
  createPointPhase,
} from "#tests/support/records/dataset.ts";
import { day } from "#tests/support/records/records.ts";
import { drawFigure } from "#web/view/figure/figure.ts";
import {
  alternativeText,
  captionText,
  longDescription,
} from "#web/view/figure/words/figure-caption.ts";
import { emphasisOf } from "#web/view/story/emphasis.ts";

const said = (en: string, fr: string) => ({ en, fr });

const LEDGER: Source = {
  ...{ id: "ledger", title: "Ledger", publisher: "The mill guild", url: null, published: null },
  ...{ lang: "en", kind: "data", note: null, repeats: [], link: null },
};

function mill(changes: Partial<Dataset["meta"]>): Dataset {
  const dataset = createDataset({
    places: [
      createPlace({
        id: "upper",
        name: said("The upper mill by the old lock (rebuilt)", "Le moulin d’amont"),
        sourceIds: ["ledger"],
      }),
    ],
    placePhases: [createPointPhase({ id: "upper", placeId: "upper" })],
    events: [],
    sources: [{ ...LEDGER }],
  });
  return { ...dataset, meta: { ...dataset.meta, ...changes } };
}

const drawn = (dataset: Dataset) => {
  const input = inputAt(dataset, "date=2014-06-03&lang=en&width=1000&height=800");
  return { input, words: wordsOf(drawFigure(input).svg) };
};

describe("a short name", () => {
  it("stands on the map, the full one in the words for who does not see it", () => {
    const { input, words } = drawn(mill({ shortNames: { upper: said("Upper mill", "Amont") } }));
    expect(words).toContain("Upper mill");
    expect(words).not.toContain("old lock");
    expect(longDescription(input)).toContain("The upper mill by the old lock (rebuilt)");
    expect(`${alternativeText(input)} ${captionText(input)}`).not.toContain("Upper mill");
  });

  it("is the name without its brackets where none is declared", () => {
    const { words } = drawn(mill({}));
    expect(words).toMatch(/The upper mill by the\s+old lock/);
    expect(words).not.toContain("rebuilt");
  });
});

describe("the holder of a copy", () => {
  it("stands beside the publisher in the sources of a picture", () => {
    const { words } = drawn(mill({ carriers: { ledger: "County archive" } }));
    expect(words).toContain("The mill guild (copy: County archive)");
  });

  it("is not spoken of where the dataset names none", () => {
    const { words } = drawn(mill({}));
    expect(words).toContain("The mill guild");
    expect(words).not.toContain("copy");
  });
});

describe("licences", () => {
  const licence = (name: string, title: string) => ({ name, title, path: "https://example.org/" });

  it.each([
    ["by the name that everybody knows", licence("CC-BY-4.0", "Attribution 4.0"), "CC-BY-4.0"],
    [
      "by the title where the name names none",
      licence("other-pd", "Public domain"),
      "Public domain",
    ],
    ["by the name where there is no title", licence("other-pd", ""), "other-pd"],
  ])("are credited %s", (_, given, shown) => {
    expect(drawn(mill({ licences: [given] })).words).toContain(`Licences: ${shown}.`);
  });
});

describe("what a step of the story lays stress on", () => {
  const step = (id: string) => ({
    ...{ id, title: said(id, id), text: said("", ""), date: day("2014-06-03") },
    ...{ window: { from: day("2014-06-01"), until: day("2014-07-01") }, zoom: 13 },
    ...{ placeId: "upper", eventIds: ["flood"], sourceIds: [] },
  });
  const told = (emphasis: Dataset["meta"]["emphasis"]): Dataset => {
    const dataset = mill({ emphasis });
    const events = [createEvent({ id: "flood", placeId: "lower" })];
    return { ...dataset, events, story: [step("first"), step("second")] } as unknown as Dataset;
  };

  it("is what the dataset declares", () => {
    expect(emphasisOf(told({ first: ["flood", "upper"] }), "first")).toEqual([
      { kind: "event", id: "flood" },
      { kind: "place", id: "upper" },
    ]);
  });

  it("is else its place, its events, and where these were", () => {
    expect(emphasisOf(told({ first: ["flood"] }), "second")).toEqual([
      { kind: "place", id: "upper" },
      { kind: "place", id: "lower" },
      { kind: "event", id: "flood" },
    ]);
  });

  it("is nothing where no step is read", () => {
    expect(emphasisOf(told({}), null)).toEqual([]);
  });
});
