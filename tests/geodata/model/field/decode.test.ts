// What the page takes of the documents that it is sent.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { featureDecoder } from "#model/collection/decode-feature.ts";
import { decodeDataset } from "#model/dataset/decode-dataset.ts";
import { Unreadable } from "#model/field/decode.ts";
import { EVENT } from "#model/record/event.ts";
import { COLLECTIONS } from "#tests/support/packages/calais-collections.ts";
import { createDataset, createPlace, createPointPhase } from "#tests/support/records/dataset.ts";
import { createCount, createMovement } from "#tests/support/records/records.ts";

type Json = Record<string | number, unknown>;
type Path = readonly (string | number)[];

const dataset = createDataset({
  places: [createPlace()],
  placePhases: [createPointPhase()],
  counts: [createCount()],
  movements: [createMovement()],
});

const written = (): Json => JSON.parse(JSON.stringify(dataset));

/** The paths to all values that are no objects and no lists. */
function leavesOf(json: unknown, path: Path = []): Path[] {
  if (typeof json !== "object" || json === null) return [path];
  return Object.entries(json).flatMap(([name, part]) =>
    leavesOf(part, [...path, Array.isArray(json) ? Number(name) : name]),
  );
}

function replaced(json: Json, [name = "", ...rest]: Path, value: unknown): Json {
  if (rest.length === 0) json[name] = value;
  else replaced(json[name] as Json, rest, value);
  return json;
}

describe("the document of a dataset", () => {
  it("is read as it was written", () => {
    expect(decodeDataset(written())).toEqual(dataset);
  });

  const leaves = leavesOf(written());
  it.for(leaves.map((path) => [path.join("."), path] as const))(
    "is refused where %s is an object, and the value is named",
    ([, path]) => {
      const decode = () => decodeDataset(replaced(written(), path, { wrong: {} }));
      expect(decode).toThrow(Unreadable);
      // Of a geometry the whole is named.
      expect(decode).toThrow(String(path[0]));
    },
  );

  it("is refused without any of its parts", () => {
    for (const name of Object.keys(written())) {
      const { [name]: _, ...others } = written();
      expect(() => decodeDataset(others), name).toThrow(`${name} is not there, not `);
    }
  });

  it("says in words which value it is, and what it ought to be", () => {
    const wrong = (path: Path, value: unknown) => () =>
      decodeDataset(replaced(written(), path, value));
    expect(wrong(["events", 0, "title", "fr"], 12)).toThrow("events[0].title.fr is 12, not a text");
    expect(wrong(["events", 0, "certainty"], "sure")).toThrow(
      'events[0].certainty is "sure", not one of confirmed, reported, disputed, unstated',
    );
    expect(wrong(["events", 0, "span", "startLatest"], "2014-05-10")).toThrow(
      'events[0].span.startLatest is "2014-05-10", not a whole number',
    );
    expect(() => decodeDataset(null)).toThrow("the whole is null, not an object");
  });

  it("is never anything but read or unreadable", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        try {
          decodeDataset(json);
        } catch (error) {
          if (!(error instanceof Unreadable)) throw error;
        }
      }),
    );
  });
});

describe("a feature of events", () => {
  const decode = featureDecoder(EVENT, COLLECTIONS.events);
  const feature = () => ({
    type: "Feature",
    id: "gymnasium",
    geometry: { type: "Point", coordinates: [1.86, 50.95] },
    properties: {
      title_en: "A gymnasium opens",
      title_fr: "Ouverture d’un gymnase",
      summary_en: "",
      summary_fr: "",
      category: "opening",
      certainty: "confirmed",
      edtf: "2014-05-10",
      start_earliest: "2014-05-10",
      start_latest: "2014-05-10",
      end_earliest: "2014-05-10",
      end_latest: null,
      start_year: 2014,
      end_year: null,
      date_precision: null,
      place_id: null,
      people_low: 3,
      people_high: null,
      people_note: null,
      actors: ["town"],
      sensitivity: "none",
      precision_m: 100,
      position_basis: "measured",
      generalised: false,
      source_ids: null,
    } as Record<string, unknown>,
  });

  it("is an event, its days counted, an empty list where there is none", () => {
    // 10 May 2014 is 16200 days after 1 January 1970.
    const day = Date.UTC(2014, 4, 10) / 86_400_000;
    expect(decode(feature())).toEqual({
      id: "gymnasium",
      attributes: null,
      title: { en: "A gymnasium opens", fr: "Ouverture d’un gymnase" },
      summary: { en: "", fr: "" },
      category: "opening",
      certainty: "confirmed",
      certaintyReason: null,
      sensitivity: "none",
      edtf: "2014-05-10",
      datePrecision: null,
      span: { startEarliest: day, startLatest: day, endEarliest: day, endLatest: null },
      clock: { startTime: null, endTime: null },
      placeId: null,
      point: { type: "Point", coordinates: [1.86, 50.95] },
      quality: { precisionM: 100, basis: "measured" },
      peopleLow: 3,
      peopleHigh: null,
      peopleNote: null,
      actorIds: ["town"],
      sourceIds: [],
    });
  });

  it("without a position has no quality of one", () => {
    const { properties, ...own } = feature();
    const hidden = { ...properties, precision_m: null, position_basis: null };
    expect(decode({ ...own, geometry: null, properties: hidden })).toMatchObject({
      point: null,
      quality: null,
    });
  });

  it("is refused where a day is none, or a property is missing", () => {
    const { properties, ...own } = feature();
    const wrongDay = { ...properties, end_latest: "2014-02-30" };
    expect(() => decode({ ...own, properties: wrongDay })).toThrow(
      'end_latest is "2014-02-30", not a day',
    );
    const { category: _, ...others } = properties;
    expect(() => decode({ ...own, properties: others })).toThrow("category is not there");
  });

  it("is said in the languages in which it is said, and refused where it is said in none", () => {
    const { properties, ...own } = feature();
    const { title_fr: _, ...others } = properties;
    const { title } = decode({ ...own, properties: others });
    expect(title).toEqual({ en: properties.title_en });
    const { title_en: __, ...untitled } = others;
    expect(() => decode({ ...own, properties: untitled })).toThrow("title is nothing");
  });
});
