// What is found by what a reader types, in which order, and what choosing it would do.
import { describe, expect, it } from "vitest";
import type { Dataset } from "#model/dataset/dataset.ts";
import { printDay } from "#model/time/day.ts";
import {
  createDataset,
  createEvent,
  createPlace,
  createPointPhase,
} from "#tests/support/records/dataset.ts";
import { day, spanBetween } from "#tests/support/records/records.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { searchIn } from "#web/view/search/search.ts";

const term = (id: string, en: string, fr: string) => ({
  ...{ id, label: { en, fr }, short: null, means: null, family: null, gazetteer: null },
});
const bare = createDataset({});
const dataset: Dataset = {
  ...bare,
  meta: {
    ...bare.meta,
    vocabularies: {
      ...bare.meta.vocabularies,
      placeKinds: [term("camp", "Mill", "Moulin")],
      eventCategories: [term("flood", "Flood", "Crue"), term("protest", "Protest", "Protestation")],
    },
  },
  places: [
    createPlace({
      id: "upper",
      name: { en: "Upper mill, quai Lamy", fr: "Moulin d’amont, quai Lamy" },
      otherNames: ["Old wheel"],
    }),
    createPlace({
      id: "lower",
      name: { en: "Lower works", fr: "Ouvrages d’aval" },
      description: { en: "Below quai Lamy.", fr: "Sous le quai Lamy." },
    }),
  ],
  placePhases: [
    createPointPhase({ id: "upper", placeId: "upper" }),
    createPointPhase({
      id: "lower",
      placeId: "lower",
      span: spanBetween("2013-02-01", "2013-08-31"),
    }),
  ],
  events: ["2014-03-01", "2014-06-03", "2015-06-03", "2015-07-01"].map((on, index) =>
    createEvent({
      id: `flood-${index}`,
      category: index === 0 ? "protest" : "flood",
      title: { en: `High water ${index}`, fr: `Hautes eaux ${index}` },
      edtf: on,
      span: spanBetween(on, on),
    }),
  ),
  eventCount: 4,
  sources: [
    {
      ...{ id: "s1", title: "Le quai Lamy inondé", publisher: "Gazette", url: null, note: null },
      ...{ published: "2014-06-04", lang: "fr", kind: "press", repeats: [], link: null },
    },
  ],
  phases: [
    {
      ...{ id: "wet", title: { en: "The wet year", fr: "L’année humide" }, sourceIds: [] },
      summary: { en: "Much water.", fr: "Beaucoup d’eau." },
      window: { from: day("2014-01-01"), until: day("2015-01-01") },
    },
  ],
};

const found = (q: string, language = "en") =>
  searchIn(q, dataset, { language, texts: messagesOf(language, dataset.meta) });
const keysOf = (q: string, language?: string) =>
  Object.fromEntries(
    found(q, language).map(({ kind, results }) => [kind, results.map(({ key }) => key)]),
  );
const first = (q: string) => found(q)[0]?.results[0];

describe("the search", () => {
  it("finds nothing for no words, nor for words that are nowhere", () => {
    expect(found(" ")).toEqual([]);
    expect(found("castle")).toEqual([]);
  });

  it("finds places by name before those that only tell of it, sources, and says what and when", () => {
    expect(keysOf("quai lamy")).toEqual({
      places: ["place-upper", "place-lower"],
      sources: ["source-s1"],
    });
    expect(first("LAMY")?.when).toBe("1 January 2014 to 31 December 2014");
    expect(first("LAMY")?.where).toContain("Mill");
  });

  it("shows another name where that was found, and not where the name says it", () => {
    expect(first("wheel")?.otherName).toBe("Old wheel");
    expect(first("upper")?.otherName).toBeNull();
  });

  it("counts all that it finds, the earliest first", () => {
    const events = found("water").find(({ kind }) => kind === "events");
    expect(events?.total).toBe(4);
    expect(events?.results[0]?.key).toBe("event-flood-0");
    expect(keysOf("water").telling).toEqual(["phase-wet"]);
  });

  it("reads a date, and offers to go there and to list what was there", () => {
    const [dates] = found("28/5/2014");
    expect(dates?.kind).toBe("dates");
    expect(dates?.results.map(({ target }) => target.kind)).toEqual(["date", "list"]);
    const target = first("mai 2014")?.target;
    expect(target?.kind === "date" && [target.date.first, target.date.last].map(printDay)).toEqual([
      "2014-05-01",
      "2014-05-31",
    ]);
    expect(found("c’est").some(({ kind }) => kind === "dates")).toBe(false);
  });

  it("finds records of a date by the words around it, and opens them on it", () => {
    expect(keysOf("water 2015").events).toEqual(["event-flood-2", "event-flood-3"]);
    expect(keysOf("quai lamy March 2013").places).toEqual(["place-lower"]);
    const target = first("upper mill May 2014")?.target;
    expect(target?.kind === "record" && target.date && printDay(target.date.first)).toBe(
      "2014-05-01",
    );
  });

  it("reads kinds, in their forms and in every language of the data, as what is asked for", () => {
    const option = first("floods 2015");
    expect(option?.where).toBe("2 events");
    expect(option?.target.kind === "asked" && option.target.filter.categories).toEqual(["flood"]);
    expect(first("crue")?.key).toBe("asked");
    const target = found("flood wheel").find(({ kind }) => kind === "asked")?.results[0]?.target;
    expect(target?.kind === "asked" && target.filter.q).toBe("wheel");
  });
});
