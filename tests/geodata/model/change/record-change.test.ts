// What a change of a record is called, whatever type of record it is of.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GEOMETRY, isDerived, kindOfField } from "#model/change/change-kind.ts";
import { changeOf, countChanges } from "#model/change/record-change.ts";
import { isSameValue } from "#model/change/same-value.ts";
import { COLLECTIONS } from "#model/collection/collections.ts";
import { columnsOf, fieldsOf, type Members } from "#model/field/member.ts";
import { ATTESTATION } from "#model/record/attestation.ts";
import { BASEMAP_FEATURE } from "#model/record/basemap-feature.ts";
import { CITATION } from "#model/record/citation.ts";
import { COUNT, DEATH } from "#model/record/claim.ts";
import { EVENT } from "#model/record/event.ts";
import { MOVEMENT } from "#model/record/movement.ts";
import { PHASE, STORY_STEP } from "#model/record/narrative.ts";
import { PLACE, PLACE_PHASE } from "#model/record/place.ts";
import { SOURCE } from "#model/record/source.ts";

const TYPES: readonly Members[] = [
  ...[ATTESTATION, BASEMAP_FEATURE, CITATION, COUNT, DEATH, EVENT, MOVEMENT, PHASE],
  ...[PLACE, PLACE_PHASE, SOURCE, STORY_STEP],
];
const FIELDS = TYPES.flatMap((type) => fieldsOf(columnsOf(type)));

const CAMP = {
  name: { en: "Camp", fr: "Camp" },
  [GEOMETRY]: { type: "Point", coordinates: [1.85, 50.95] },
  start_edtf: "2014-05",
  start_earliest: "2014-05-01",
  source_ids: ["a", "b"],
  distance_m: 120,
};

describe("a change", () => {
  it("is told of a record that came or went, and of none that stayed as it was", () => {
    expect(changeOf(undefined, CAMP)).toEqual({ kinds: ["added"], fields: [] });
    expect(changeOf(CAMP, undefined)).toEqual({ kinds: ["removed"], fields: [] });
    expect(changeOf(CAMP, structuredClone(CAMP))).toBeUndefined();
    expect(changeOf(undefined, undefined)).toBeUndefined();
  });

  it("has the kinds of all of its fields, and each with what it was and is", () => {
    const moved = { type: "Point", coordinates: [1.86, 50.95] };
    const after = { ...CAMP, source_ids: ["a"], start_edtf: "2014-06", [GEOMETRY]: moved };
    expect(changeOf(CAMP, after)).toEqual({
      kinds: ["moved", "re-dated", "re-sourced"],
      fields: [
        { field: GEOMETRY, old: CAMP[GEOMETRY], new: moved },
        { field: "start_edtf", old: "2014-05", new: "2014-06" },
        { field: "source_ids", old: ["a", "b"], new: ["a"] },
      ],
    });
    expect(changeOf({ best: 40 }, { best: null })?.kinds).toEqual(["re-counted"]);
    expect(changeOf(CAMP, { ...CAMP, name: { en: "Site", fr: "Camp" } })?.kinds).toEqual(["other"]);
  });

  it("is not told once more of what follows from it", () => {
    expect(changeOf(CAMP, { ...CAMP, distance_m: 300 })).toBeUndefined();
    expect(changeOf({ place_name_fr: "a" }, { place_name_fr: "b" })).toBeUndefined();
    // What a collection shows beside its own columns, and is told of its own all the same: its days and its position.
    const shown = Object.values(COLLECTIONS).flatMap(({ properties }) =>
      properties.flatMap(({ column, name }) => (column || isDerived(name) ? [] : [name])),
    );
    expect([...new Set(shown)].sort()).toEqual([
      ...["copy_held_by", "end_earliest", "end_latest", "position_basis", "precision_m"],
      ...["start_earliest", "start_latest"],
    ]);
    expect(FIELDS.filter(([name]) => isDerived(name))).toEqual([]);
  });

  it("of a day is one of dates and of what names sources one of sources, in every type of record", () => {
    const dated = FIELDS.filter(
      ([name, { allowed, type }]) =>
        type === "instant" ||
        (type === "day" && !name.endsWith("checked_on")) ||
        allowed.includes("EDTF"),
    );
    expect(dated.length).toBeGreaterThan(20);
    expect(dated.filter(([name]) => kindOfField(name) !== "re-dated")).toEqual([]);
    const sourced = FIELDS.filter(([, { references }]) => references?.includes("sources"));
    expect(sourced.length).toBeGreaterThan(5);
    expect(sourced.filter(([name]) => kindOfField(name) !== "re-sourced")).toEqual([]);
  });

  it("is counted by kind", () => {
    const changes = [CAMP, { ...CAMP, start_edtf: "2013", source_ids: [] }, undefined].flatMap(
      (after) => changeOf(CAMP, after) ?? [],
    );
    expect(countChanges(changes)).toEqual({ removed: 1, "re-dated": 1, "re-sourced": 1 });
  });
});

/** Names of an object that say nothing are not there, and zero has no sign. */
function withoutNulls(json: unknown): unknown {
  if (json === 0) return 0;
  if (Array.isArray(json)) return json.map(withoutNulls);
  if (typeof json !== "object" || json === null) return json;
  return Object.entries(json)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, withoutNulls(value)])
    .sort(([one = ""], [other = ""]) => (`${one}` < `${other}` ? -1 : 1));
}

describe("a value", () => {
  it("is the same as its copy through JSON, and no other is", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(isSameValue(one, JSON.parse(JSON.stringify(one)))).toBe(true);
        expect(isSameValue(one, other)).toBe(isSameValue(other, one));
        if (isSameValue(one, other)) expect(withoutNulls(one)).toEqual(withoutNulls(other));
      }),
    );
    expect(isSameValue({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
    expect(isSameValue([1, 2], [2, 1])).toBe(false);
    expect(isSameValue({ a: null }, {})).toBe(true);
    expect(isSameValue([{}], [{ "": null, constructor: null }])).toBe(true);
    expect(isSameValue(JSON.parse('{"__proto__":{}}'), {})).toBe(false);
  });
});
