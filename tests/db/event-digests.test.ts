// By their digests events are told from what they were: another for each value, and of what is published none that tells of
// the rest.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventDigester } from "#db/queries/publish/event-digests.ts";
import type { EventRow } from "#db/queries/publish/rows.ts";

type Loose = Readonly<Record<string, unknown>>;

/** The digests of an event that has these values, as one with all columns of the first has them. */
function digestsOf(values: Loose, seed = "") {
  const row = { datasetId: "one", disclosure: "exact", geom: null, precisionM: null, ...values };
  return new EventDigester(seed).of(row as unknown as EventRow);
}

const point = (lon: number, lat: number) => ({ type: "Point", coordinates: [lon, lat] });

const value: fc.Arbitrary<unknown> = fc.oneof(
  ...[fc.string(), fc.integer(), fc.boolean(), fc.constant(null)],
  fc.array(fc.string(), { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer()), { maxKeys: 3 }),
);
const values = fc.record({ id: fc.string(), title: value, summary: value });

describe("the digests of an event", () => {
  it("are others for other values, and the same for the same", () => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        const areSame = JSON.stringify(one) === JSON.stringify(other);
        expect(digestsOf(one).all === digestsOf(other).all).toBe(areSame);
        expect(digestsOf(one).published === digestsOf(other).published).toBe(areSame);
        expect(digestsOf({ ...one })).toEqual(digestsOf(one));
      }),
    );
    // Where one value ends and the next begins is told, too.
    for (const [one, other] of [
      [
        { title: "a", summary: "b" },
        { title: "ab", summary: "" },
      ],
      [
        { title: "1", summary: null },
        { title: 1, summary: null },
      ],
      [
        { title: ["a", "b"], summary: "" },
        { title: ["a"], summary: "b" },
      ],
      [
        { title: { en: "a" }, summary: "" },
        { title: ["en", "a"], summary: "" },
      ],
      [
        { title: null, summary: "null" },
        { title: "null", summary: null },
      ],
    ])
      expect(digestsOf(one as Loose).all).not.toBe(digestsOf(other as Loose).all);
  });

  it("are what they were: those that are stored are compared with them", () => {
    const row = {
      ...{ id: "a", startEarliest: 16_218, endLatest: null, peopleLow: 120, severe: true },
      title: { en: "Cleared", fr: "Évacué" },
      sourceIds: ["s-1", "s-2"],
      attributes: { depth: -2.5, seen: ["x"], much: 1e21 },
      ...{ geom: point(1.85011, 50.9), precisionM: 20 },
    };
    const hex = (digest: string) => Buffer.from(digest, "latin1").toString("hex");
    const { all, published } = digestsOf(row, "seed");
    expect([hex(published), hex(all)]).toEqual([
      "64ccabd824a9b4949bd52889590dc7f9e1693c3e82fe79a17b6f28c9c7473eb2",
      "6c9f43d8edd87598c30ffc735cacf6da",
    ]);
  });

  it("are others where rows are made otherwise", () => {
    expect(digestsOf({ id: "a" }, "one").all).not.toBe(digestsOf({ id: "a" }, "another").all);
    expect(digestsOf({ id: "a" }, "one").published).toBe(digestsOf({ id: "a" }).published);
  });

  it("tell of what is published no position but as it is published, and of all the whole", () => {
    const at = (lon: number, disclosure: string, precisionM = 1000) =>
      digestsOf({ id: "a", disclosure, geom: point(lon, 50.95), precisionM });
    // Within a thousand metres four decimals are told.
    expect(at(1.85011, "exact").published).toBe(at(1.85014, "exact").published);
    expect(at(1.85011, "exact").all).not.toBe(at(1.85014, "exact").all);
    expect(at(1.85011, "exact").published).not.toBe(at(1.8519, "exact").published);
    for (const level of ["100m", "1km", "hidden"]) {
      expect(at(1.85, level).published, level).toBe(at(2.85, level, 20).published);
      expect(at(1.85, level).all, level).not.toBe(at(2.85, level).all);
    }
  });

  it("tell of several points that lie where one is seen not how many they are", () => {
    const several = (...coordinates: readonly (readonly number[])[]) =>
      digestsOf({ id: "a", geom: { type: "MultiPoint", coordinates }, precisionM: 1000 });
    expect(several([1.85011, 50], [1.85012, 50], [2, 50]).published).toBe(
      several([1.85011, 50], [2, 50]).published,
    );
  });
});
