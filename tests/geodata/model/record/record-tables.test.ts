// The tables of fields that the record types are, and what follows from them.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TABLES } from "#import/tables.ts";
import { meansIn } from "#model/collection/collections.ts";
import { propertiesOf } from "#model/collection/property.ts";
import { recordDecoder } from "#model/field/decode-record.ts";
import { columnsOf, type Members, spokenColumns } from "#model/field/member.ts";
import { camel } from "#model/field/names.ts";
import { columnWriter, recordMaker, rowMaker, storedColumns } from "#model/field/rows.ts";
import { choice } from "#model/field/text-fields.ts";
import { ACTOR } from "#model/record/actor.ts";
import { ATTESTATION } from "#model/record/attestation.ts";
import { BASEMAP_FEATURE } from "#model/record/basemap-feature.ts";
import { CITATION } from "#model/record/citation.ts";
import { COUNT, DEATH } from "#model/record/claim.ts";
import { CONTRADICTION } from "#model/record/contradiction.ts";
import { EVENT } from "#model/record/event.ts";
import { MOVEMENT } from "#model/record/movement.ts";
import { PHASE, STORY_STEP } from "#model/record/narrative.ts";
import { PLACE, PLACE_PHASE } from "#model/record/place.ts";
import { SOURCE } from "#model/record/source.ts";
import { COLLECTION_IDS, COLLECTIONS } from "#tests/support/packages/calais-collections.ts";

const TYPES: Readonly<Record<string, Members>> = {
  ACTOR,
  ATTESTATION,
  BASEMAP_FEATURE,
  CITATION,
  CONTRADICTION,
  COUNT,
  DEATH,
  EVENT,
  MOVEMENT,
  PHASE,
  PLACE,
  PLACE_PHASE,
  SOURCE,
  STORY_STEP,
};
const each = it.for(Object.entries(TYPES));

describe("a record type", () => {
  each("%s says what every column means, in one sentence", ([, members]) => {
    for (const [column, of] of Object.entries(columnsOf(members)))
      for (const { field, name } of spokenColumns(column, of, ["en", "zh-Hant"]))
        expect(meansIn(field.means, null), name).toMatch(/^[^{}]+[^.{}]\.$/);
  });

  each("%s is written into columns as it was read from them", ([, members]) => {
    const make = recordMaker(members);
    const write = columnWriter(members, ["ar", "pt-BR"]);
    const text = fc.record({ ar: fc.string(), "pt-BR": fc.string() });
    const columns = storedColumns(members);
    const row = fc.record(
      Object.fromEntries(columns.map(([name, of]) => [name, "type" in of ? fc.nat() : text])),
    );
    fc.assert(
      fc.property(row, (values) => {
        const keyed = Object.entries(values).map(([name, value]) => [camel(name), value]);
        const written = columns.flatMap(([column, of]) =>
          spokenColumns(column, of, ["ar", "pt-BR"]).map(({ language, name }) => {
            const value = values[column];
            return [name, language ? (value as Readonly<Record<string, string>>)[language] : value];
          }),
        );
        expect(write(make(Object.fromEntries(keyed)))).toMatchObject(Object.fromEntries(written));
      }),
    );
  });

  it("has its optional groups and texts null where their first column is", () => {
    const none = Object.fromEntries(storedColumns(SOURCE).map(([name]) => [camel(name), null]));
    expect(recordMaker(SOURCE)(none)).toMatchObject({ link: null });
    expect(recordMaker(BASEMAP_FEATURE)({ name: null })).toMatchObject({ name: null });
  });

  it("has its texts in the order of the languages of the dataset", () => {
    const make = recordMaker(BASEMAP_FEATURE, { languages: ["syc", "fr", "ar"] });
    const { name } = make({ name: { ar: "بحر", fr: "Mer", syc: "ܝܡܐ" } });
    expect(Object.keys(name ?? {})).toEqual(["syc", "fr", "ar"]);
    expect(make({ name: { fr: "Mer" } }).name).toEqual({ fr: "Mer" });
  });
});

describe("a field that is added to a record type", () => {
  const weather = choice(["rain", "snow", "sun"], "What the weather was.");
  const WITH_WEATHER = { ...EVENT, weather };

  it("is a column of files with its check, a value of rows and records, and a property", () => {
    const { weather: column } = columnsOf(WITH_WEATHER);
    expect([column.parse("rain"), column.parse("hail")]).toEqual(["rain", undefined]);
    expect(rowMaker(WITH_WEATHER)({ weather: "snow" }).weather).toBe("snow");
    expect(recordMaker(WITH_WEATHER)({ weather: "snow" }).weather).toBe("snow");
    expect(propertiesOf(WITH_WEATHER, "weather")).toEqual([
      {
        name: "weather",
        column: "weather",
        type: "text",
        means: "What the weather was.",
        choices: ["rain", "snow", "sun"],
        unit: undefined,
      },
    ]);
  });

  it("is read from a document, and nothing else in its place", () => {
    const decode = recordDecoder({ weather });
    expect([decode({ weather: "sun" }), decode({ weather: null })]).toEqual([
      { weather: "sun" },
      { weather: null },
    ]);
    expect(() => decode({ weather: "hail" })).toThrow(
      'weather is "hail", not one of rain, snow, sun',
    );
  });
});

describe("a collection", () => {
  const SHOWN: readonly (readonly [Members, (typeof COLLECTION_IDS)[number]])[] = [
    [SOURCE, "sources"],
    [PLACE, "places"],
    [EVENT, "events"],
    [MOVEMENT, "movements"],
    [COUNT, "counts"],
    [CITATION, "citations"],
    [ATTESTATION, "attestations"],
    [BASEMAP_FEATURE, "basemap"],
  ];
  it.for(SHOWN)("shows every column of its records", ([members, id]) => {
    const properties = COLLECTIONS[id].properties;
    const shown = new Set(properties.flatMap(({ column, name }) => [column ?? name]));
    // The days of a count are those of its span; a dataset without times of day does not show any.
    const spanned = ["id", "earliest", "latest", "start_time", "end_time"];
    const own = storedColumns(members).map(([name]) => name);
    expect(own.filter((name) => !shown.has(name) && !spanned.includes(name))).toEqual([]);
  });

  it.for(COLLECTION_IDS)("%s has each property once, and a meaning for it", (id) => {
    const { properties } = COLLECTIONS[id];
    expect(new Set(properties.map(({ name }) => name)).size).toBe(properties.length);
    for (const { means, name } of properties) expect(means, name).not.toBe("");
  });
});

describe("a table of a package", () => {
  it("has every column of events, whichever is added", () => {
    const inFile = new Set(Object.keys(TABLES.events));
    const own = Object.keys(columnsOf(EVENT)).map((name) =>
      name === "actor_ids" ? "actors" : name,
    );
    // Times of day are read off the text.
    expect(own.filter((name) => !inFile.has(name))).toEqual(["start_time", "end_time"]);
  });
});
