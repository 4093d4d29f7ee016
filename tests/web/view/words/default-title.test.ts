// A picture nobody gave a title is headed with the first sentence of its dataset whose values are known.
import { describe, expect, it } from "vitest";
import { declarationIn } from "#domain/declaration.ts";
import type { Dataset } from "#model/dataset/dataset.ts";
import { inputAt } from "#tests/support/pictures/input-at.ts";
import {
  createDataset,
  createEvent,
  createPlace,
  createPointPhase,
} from "#tests/support/records/dataset.ts";
import { spanBetween } from "#tests/support/records/records.ts";

const said = (en: string, fr: string) => ({ en, fr });

/** Two mills in 2014, one of them in summer alone, and a flood on 3 June. */
function mills(titleTemplates: Dataset["meta"]["titleTemplates"]): Dataset {
  const bare = createDataset({
    places: ["upper", "lower"].map((id) =>
      createPlace({ id, name: said(`The ${id} mill`, `Le moulin ${id}`) }),
    ),
    placePhases: [
      createPointPhase({ id: "upper", placeId: "upper" }),
      createPointPhase({
        id: "lower",
        placeId: "lower",
        span: spanBetween("2014-06-01", "2014-08-31"),
      }),
    ],
    events: [
      createEvent({
        id: "flood",
        category: "flood",
        span: spanBetween("2014-06-03", "2014-06-03"),
      }),
    ],
  });
  const { vocabularies } = bare.meta;
  const flood = {
    ...{ id: "flood", label: said("Flood", "Crue"), short: null },
    ...{ means: null, family: null, gazetteer: null },
  };
  return {
    ...bare,
    meta: {
      ...bare.meta,
      titleTemplates,
      vocabularies: { ...vocabularies, eventCategories: [flood] },
    },
  };
}

const TEMPLATES = [
  said("{place} and the water", "{place} et l’eau"),
  said("{category} at the mills", "{category} aux moulins"),
  said("{events} floods in {month}, at {sites} mills", "{events} crue en {month}, {sites} moulins"),
  said("{sites} mills in {year}", "{sites} moulins en {year}"),
  said("Mills: {date}", "Moulins : {date}"),
];

describe("the title of a picture", () => {
  it.each([
    ["of a day with an event", "date=2014-06-03", "1 floods in June 2014, at 2 mills"],
    ["of a day without one", "date=2014-01-15", "1 mills in 2014"],
    ["in another language", "date=2014-06-03&lang=fr", "1 crue en juin 2014, 2 moulins"],
    ["of a chosen place", "date=2014-06-03&sel=place:lower", "The lower mill and the water"],
    ["of one category", "date=2014-06-03&categories=flood", "Flood at the mills"],
    ["of a day on which nothing is known", "date=2015-02-01", "Mills: 1 February 2015"],
    [
      "of a stretch of days, over which no sites are counted",
      "time=2014-05-01/2014-07-31",
      "Mills: 1 May to 31 July 2014",
    ],
    [
      "of two dates, of which no number is that of both",
      "dates=2014-05-01,2014-06-03",
      "Mills: 1 May 2014 | 3 June 2014",
    ],
    ["that somebody wrote", "date=2014-06-03&title=Our%20mills", "Our mills"],
  ])("%s", (_, query, title) => {
    expect(inputAt(mills(TEMPLATES), query).title).toBe(title);
  });

  it("is that of the dataset where it declares no sentence, or knows no value of any", () => {
    expect(inputAt(mills([]), "date=2014-06-03").title).toBe("Test");
    expect(inputAt(mills([said("{beyond} beyond", "{beyond}")]), "date=2014-06-03").title).toBe(
      "Test",
    );
  });

  it("is refused at import with a name that stands for nothing", () => {
    const read = (template: string) =>
      declarationIn(["en"]).safeParse({ titleTemplates: [template] });
    expect(read("{sites} of them").success).toBe(true);
    for (const wrong of ["{n} of them", "{sites of them", "{{sites}}", "{toString}"]) {
      const { error } = read(wrong);
      expect(error?.issues[0]?.message, wrong).toContain("in braces but date, month, year, sites");
    }
  });
});

describe("two dates worth comparing", () => {
  const withPair = (compare: Dataset["meta"]["compare"]): Dataset => {
    const dataset = mills([]);
    return { ...dataset, meta: { ...dataset.meta, compare } };
  };
  const datesOf = (dataset: Dataset, query: string) =>
    inputAt(dataset, query).moments.map(({ date }) => date);

  it("are drawn side by side where a picture asks for them, at the address that names both", () => {
    const { firstDay } = mills([]).meta;
    const dataset = withPair({
      from: (firstDay + 31) as typeof firstDay,
      to: (firstDay + 520) as typeof firstDay,
    });
    expect(datesOf(dataset, "dates=compare")).toEqual(["1 February 2013", "5 June 2014"]);
    const address = new URL(inputAt(dataset, "dates=compare").permalink);
    expect(address.pathname).toBe("/");
    expect(address.searchParams.get("date")).toBe("2014-06-05");
    expect(address.searchParams.get("compare")).toBe("2013-02-01");
  });

  it("are the first and the last day of a dataset that declares none", () => {
    expect(datesOf(withPair(null), "dates=compare")).toEqual([
      "1 January 2013",
      "31 December 2016",
    ]);
  });

  it("are asked for without others", () => {
    expect(() => inputAt(withPair(null), "dates=compare&date=2014-06-03")).toThrow("compare");
  });
});
