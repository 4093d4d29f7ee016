import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Attribute, DeclaredAttributes } from "#model/dataset/attribute.ts";
import { countOwn, type Facts, NO_FILTER, passes, speaksOf } from "#model/question/filter.ts";
import {
  hasOwn,
  type OwnChoice,
  type OwnColumn,
  ownColumns,
  parseOwn,
  parseRange,
  printOwn,
} from "#model/question/own-column.ts";
import { parseNumber } from "#model/words/number.ts";

const attribute = (name: string, type: Attribute["type"]): Attribute => ({
  name,
  column: name,
  type,
  title: { en: name },
  means: "",
  unit: null,
  choices: null,
});
const COLUMNS: DeclaredAttributes = {
  events: [attribute("depth", "number"), attribute("status", "text"), attribute("seen", "day")],
  places: [attribute("depth", "number"), attribute("status", "boolean")],
  shapes: [attribute("bridges", "integer")],
};
const columnOf = (type: OwnColumn["type"]): OwnColumn => ({
  ...attribute("column", type),
  of: ["events"],
});
const range = (from: number | null, until: number | null): OwnChoice => ({
  kind: "range",
  from,
  until,
});
const asking = (type: OwnColumn["type"], asked: OwnChoice) => ({ ...columnOf(type), asked });

describe("columns of a dataset's own", () => {
  it("are one where events and places have them alike, and that of events where they differ", () => {
    expect(ownColumns(COLUMNS).map(({ name, of, type }) => [name, type, of])).toEqual([
      ["depth", "number", ["events", "places"]],
      ["status", "text", ["events"]],
      ["seen", "day", ["events"]],
    ]);
  });

  it.each([
    ["number", ["5/7"], range(5, 7)],
    ["number", ["../-0.5"], range(null, -0.5)],
    ["integer", ["3/.."], range(3, null)],
    ["number", ["5.0"], { kind: "values", values: ["5"] }],
    ["number", ["5", "6.50"], { kind: "values", values: ["5", "6.5"] }],
    ["day", ["1970-01-02/1970-01-11"], range(1, 10)],
    ["day", ["1970-01-02"], { kind: "values", values: ["1970-01-02"] }],
    ["text", ["a, b", "c/d"], { kind: "values", values: ["a, b", "c/d"] }],
    ["boolean", ["false"], { kind: "values", values: ["false"] }],
  ] as const)("of type %s are asked for by %j", (type, texts, asked) => {
    expect(parseOwn(columnOf(type), texts)).toEqual(asked);
  });

  it.each([
    ["number", ["five"]],
    ["number", ["../.."]],
    ["number", ["1/2/3"]],
    ["number", ["1/2", "3"]],
    ["day", ["1970-02-30"]],
    ["boolean", ["perhaps"]],
    ["text", []],
  ] as const)("of type %s are not asked for by %j", (type, texts) => {
    expect(parseOwn(columnOf(type), texts)).toBeUndefined();
  });

  it("are read as they were written, whatever is asked", () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => {
      return parseNumber(String(number)) === number && !Object.is(number, -0);
    });
    const bound = fc.option(value, { nil: null });
    const ranges = fc
      .tuple(bound, bound)
      .filter((both) => both.some((one) => one !== null))
      .map(([from, until]) => range(from, until));
    const values = <Value>(one: fc.Arbitrary<Value>) =>
      fc
        .uniqueArray(one.map(String), { minLength: 1, maxLength: 5 })
        .map((all): OwnChoice => ({ kind: "values", values: all }));
    const cases = fc.oneof(
      fc.tuple(fc.constant("number" as const), fc.oneof(ranges, values(value))),
      fc.tuple(fc.constant("text" as const), values(fc.string())),
      fc.tuple(fc.constant("boolean" as const), values(fc.boolean())),
    );
    fc.assert(
      fc.property(cases, ([type, asked]) => {
        expect(parseOwn(columnOf(type), printOwn(asking(type, asked)))).toEqual(asked);
      }),
    );
  });

  it("are had by a record whose value is one of those asked for, bounds included", () => {
    const has = (asked: OwnChoice, value: number | undefined) =>
      hasOwn(asking("number", asked), value === undefined ? {} : { column: value });
    expect([4.9, 5, 7, 7.1].map((value) => has(range(5, 7), value))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(has(range(null, 7), undefined)).toBe(false);
    expect(has(range(7, 5), 6)).toBe(false);
    expect(has({ kind: "values", values: ["5"] }, 5)).toBe(true);
    const days = asking("day", range(1, 10));
    expect(hasOwn(days, { column: "1970-01-11" })).toBe(true);
    expect(hasOwn(days, { column: "1970-01-12" })).toBe(false);
  });
});

describe("a range", () => {
  it("is two values of which one may be left open", () => {
    const parse = (text: string) => (text === "" ? undefined : text);
    expect(parseRange("a/b", parse)).toEqual({ from: "a", until: "b" });
    expect(parseRange("a/..", parse)).toEqual({ from: "a", until: null });
    for (const text of ["a", "a/", "/b", "../..", "a/b/c", ""])
      expect(parseRange(text, parse), text).toBeUndefined();
  });
});

describe("a filter by a column of its own", () => {
  const facts = (of: "events" | "places", values: Record<string, number | string>): Facts => ({
    sides: [],
    sourceKinds: [],
    text: "",
    positions: [],
    own: { of, values },
  });
  const [deep, shallow] = [facts("events", { depth: 9 }), facts("events", { depth: 1 })];
  const ofEvents = {
    name: "depth",
    type: "number",
    of: ["events"],
    asked: range(5, null),
  } as const;
  const filter = { ...NO_FILTER, own: [ofEvents] };

  it("leaves what has it, and says nothing of a table without the column", () => {
    expect([deep, shallow].map((one) => passes(filter, one))).toEqual([true, false]);
    expect(passes(filter, facts("events", {}))).toBe(false);
    expect(passes(filter, facts("places", {}))).toBe(true);
    expect(speaksOf(filter, "events")).toBe(true);
    expect(speaksOf(filter, "places")).toBe(false);
  });

  it("counts its values whatever it asks of the column itself", () => {
    const depth: OwnColumn = { ...attribute("depth", "number"), of: ["events"] };
    expect([...countOwn(filter, [deep, shallow, shallow], depth)]).toEqual([
      ["9", 1],
      ["1", 2],
    ]);
  });
});
