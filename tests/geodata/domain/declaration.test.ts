import { describe, expect, it } from "vitest";
import { declarationIn, languagesOf } from "#domain/declaration.ts";
import { declarationSchema } from "#domain/declaration-schema.ts";
import { declarationOf, NO_SURVEY, resolveDeclaration, type Survey } from "#domain/resolve.ts";
import { decodeDataset } from "#model/dataset/decode-dataset.ts";
import { createDataset } from "#tests/support/records/dataset.ts";
import { day } from "#tests/support/records/records.ts";

const SURVEY: Survey = {
  firstDay: day("1999-03-01"),
  lastDay: day("2001-04-02"),
  extent: { west: 1, south: 2, east: 3, north: 4 },
  placeKinds: new Set(["mill", "wall"]),
};

const resolve = (block: object, survey = SURVEY) =>
  resolveDeclaration(declarationIn(languagesOf(block)).parse(block), { name: "mills" }, survey);

describe("a declaration that says nothing", () => {
  const { declared, missing, separation } = resolve({});

  it("takes what it leaves out from the package and its rows", () => {
    expect(declared).toMatchObject({
      languages: ["en"],
      title: { en: "mills" },
      firstDay: day("1999-03-01"),
      lastDay: day("2001-04-02"),
      openingDay: day("2001-04-02"),
      extent: SURVEY.extent,
      home: SURVEY.extent,
      timeZone: "UTC",
    });
    expect(missing).toEqual([]);
    expect(separation).toBeNull();
  });

  it("has every kind of place for a site that has no other role", () => {
    expect(declared.roles.sites).toEqual(["mill", "wall"]);
    expect(resolve({ roles: { barriers: ["wall"] } }).declared.roles.sites).toEqual(["mill"]);
  });

  it("names what neither it nor the rows tell", () => {
    expect(resolve({}, NO_SURVEY).missing).toEqual(["firstDay", "lastDay", "extent"]);
  });
});

describe("texts", () => {
  it("are one for all languages, or one for each: what one lacks is said in the first", () => {
    const block = { languages: ["fr", "en"], title: { fr: "Moulins" }, credit: "Somebody" };
    expect(resolve(block).declared).toMatchObject({
      title: { fr: "Moulins" },
      credit: { fr: "Somebody" },
    });
  });

  it("tell the languages where those are not declared", () => {
    expect(languagesOf({ title: { fr: "Moulins", en: "Mills" } })).toEqual(["fr", "en"]);
    expect(languagesOf({ title: "Mills" })).toEqual(["en"]);
    expect(languagesOf({ languages: ["not a language"] })).toEqual(["en"]);
    expect(languagesOf({ languages: ["syc", "pt-BR"] })).toEqual(["syc", "pt-BR"]);
  });

  it("of a language that is not declared are refused", () => {
    const block = { languages: ["en"], title: { en: "Mills", fr: "Moulins" } };
    expect(declarationIn(["en"]).safeParse(block).success).toBe(false);
  });
});

describe("vocabularies", () => {
  it("are of bare ids, or of terms with labels", () => {
    const { vocabularies } = resolve({
      vocabularies: { placeKinds: ["wind-mill", { id: "weir", label: "Weir", short: "W" }] },
    }).declared;
    expect(vocabularies.placeKinds).toMatchObject([
      { id: "wind-mill", label: { en: "wind mill" }, short: null, gazetteer: null },
      { id: "weir", label: { en: "Weir" }, short: { en: "W" } },
    ]);
    expect(vocabularies.agencies).toEqual([]);
  });

  it.each([
    [{ vocabularies: { placeKinds: ["weir", "weir"] } }],
    [{ vocabularies: { placeKinds: ["A weir"] } }],
    [{ vocabularies: { colours: [] } }],
    [{ separation: { reference: { place: "mill" } } }],
    [{ collections: { events: { id: "happenings" } } }],
    [{ titel: "Mills" }],
  ])("and the rest are refused where they are wrong: %j", (block) => {
    expect(declarationIn(["en"]).safeParse(block).success).toBe(false);
  });
});

describe("what a dataset says of itself", () => {
  const block = {
    languages: ["en", "fr"],
    compare: { from: "2000-01-01", to: "2001-01-01" },
    measures: [{ type: "tally" }],
    emphasis: { "first-step": ["mill"] },
    separation: {
      reference: { place: "mill", label: "the mill" },
      line: { outlines: ["river"], label: { en: "the river", fr: "le fleuve" } },
      sides: {
        inside: { label: "here", short: "here" },
        edge: { label: "at the river", short: "river" },
        beyond: { label: "there", short: "there" },
      },
    },
  };

  it("is the same after it was written as a descriptor and read again", () => {
    const { declared, separation } = resolve(block);
    const again = resolve(JSON.parse(JSON.stringify(declarationOf(declared, separation))));
    expect(again.declared).toEqual(declared);
    expect(again.separation).toEqual(separation);
  });

  it("is read by the page as it is", () => {
    const { declared, separation } = resolve(block);
    const dataset = createDataset({});
    const meta = {
      ...dataset.meta,
      ...declared,
      separation: separation && { ...separation, area: null },
    };
    const sent = JSON.parse(JSON.stringify({ ...dataset, meta }));
    expect(decodeDataset(sent).meta).toEqual(meta);
  });
});

it("is read as it was stored before sites had words", () => {
  const dataset = createDataset({});
  const { site: _site, sites: _sites, ...phrases } = dataset.meta.phrases;
  const stored = { ...dataset, meta: { ...dataset.meta, phrases } };
  const read = decodeDataset(JSON.parse(JSON.stringify(stored))).meta.phrases;
  expect(read).toMatchObject({ site: null, sites: null });
});

it("is written out as a JSON Schema for authors", async () => {
  await expect(`${JSON.stringify(declarationSchema(), null, 2)}\n`).toMatchFileSnapshot(
    "../../../geodata/domain/rocade.schema.json",
  );
});
