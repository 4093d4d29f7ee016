// CQL2 (OGC 21-065r2): what is read, what is refused and how that is said.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ScalarType } from "#model/question/cql2/filter.ts";
import { LIMITS } from "#model/question/cql2/node.ts";
import { parseFilter } from "#model/question/cql2/parse.ts";
import { parseText } from "#model/question/cql2/parse-text.ts";

const QUERYABLES = {
  types: new Map<string, ScalarType | "list">([
    ["name", "text"],
    ["people", "number"],
    ["open", "boolean"],
    ["start", "day"],
    ["end", "day"],
    ["actors", "list"],
  ]),
  timeZone: "Europe/Paris",
};

describe("CQL2 text is read into its JSON encoding", () => {
  it.each([
    ["name = 'rue Lamy'", { op: "=", args: [{ property: "name" }, "rue Lamy"] }],
    ["name = 'l''hôtel'", { op: "=", args: [{ property: "name" }, "l'hôtel"] }],
    ["\"name\" <> 'x'", { op: "<>", args: [{ property: "name" }, "x"] }],
    [
      "A_CONTAINS(actors, ('a', 'b'))",
      { op: "a_contains", args: [{ property: "actors" }, ["a", "b"]] },
    ],
    ["a_overlaps(actors,())", { op: "a_overlaps", args: [{ property: "actors" }, []] }],
    ["people >= -1.5e2", { op: ">=", args: [{ property: "people" }, -150] }],
    ["NOT open = TRUE", { op: "not", args: [{ op: "=", args: [{ property: "open" }, true] }] }],
    [
      "a = 1 OR b = 2 AND c = 3",
      {
        op: "or",
        args: [
          { op: "=", args: [{ property: "a" }, 1] },
          {
            op: "and",
            args: [
              { op: "=", args: [{ property: "b" }, 2] },
              { op: "=", args: [{ property: "c" }, 3] },
            ],
          },
        ],
      },
    ],
    ["name IS NOT NULL", { op: "not", args: [{ op: "isNull", args: [{ property: "name" }] }] }],
    [
      "name NOT LIKE 'rue%'",
      { op: "not", args: [{ op: "like", args: [{ property: "name" }, "rue%"] }] },
    ],
    [
      "people BETWEEN 10 AND 20 AND open = true",
      {
        op: "and",
        args: [
          { op: "between", args: [{ property: "people" }, 10, 20] },
          { op: "=", args: [{ property: "open" }, true] },
        ],
      },
    ],
    ["name IN ('a','b')", { op: "in", args: [{ property: "name" }, ["a", "b"]] }],
    [
      "CASEI(name) = casei('X')",
      {
        op: "=",
        args: [
          { op: "casei", args: [{ property: "name" }] },
          { op: "casei", args: ["X"] },
        ],
      },
    ],
    [
      "people * 2 + 1 > 10 - 2 ^ 2",
      {
        op: ">",
        args: [
          { op: "+", args: [{ op: "*", args: [{ property: "people" }, 2] }, 1] },
          { op: "-", args: [10, { op: "^", args: [2, 2] }] },
        ],
      },
    ],
    [
      "S_INTERSECTS(geometry, POINT(1.86 -50.95))",
      {
        op: "s_intersects",
        args: [{ property: "geometry" }, { type: "Point", coordinates: [1.86, -50.95] }],
      },
    ],
    [
      "s_within(geometry, POLYGON((0 0, 1 0, 1 1, 0 0)))",
      {
        op: "s_within",
        args: [
          { property: "geometry" },
          {
            type: "Polygon",
            coordinates: [
              [
                [0, 0],
                [1, 0],
                [1, 1],
                [0, 0],
              ],
            ],
          },
        ],
      },
    ],
    [
      "S_INTERSECTS(geometry, BBOX(1,50,2,51))",
      { op: "s_intersects", args: [{ property: "geometry" }, { bbox: [1, 50, 2, 51] }] },
    ],
    [
      "T_INTERSECTS(INTERVAL(start, end), INTERVAL('2014-01-01', '..'))",
      {
        op: "t_intersects",
        args: [
          { interval: [{ property: "start" }, { property: "end" }] },
          { interval: ["2014-01-01", ".."] },
        ],
      },
    ],
    [
      "T_AFTER(start, DATE('2014-05-27'))",
      { op: "t_after", args: [{ property: "start" }, { date: "2014-05-27" }] },
    ],
  ])("%s", (text, node) => expect(parseText(text)).toEqual(node));
});

describe("1 and 0 are true and false where a boolean is asked for", () => {
  const read = (text: string) => parseFilter(text, "cql2-text", QUERYABLES);

  it.each([
    ["open = 1", "open = TRUE"],
    ["open <> 0", "open <> FALSE"],
    ["1 = open", "TRUE = open"],
    ["open IN (0, 1)", "open IN (FALSE, TRUE)"],
    ["NOT open = 0 AND people = 1", "NOT open = FALSE AND people = 1"],
  ])("%s", (text, same) => {
    expect(read(text)).toMatchObject({ ok: true });
    expect(read(text)).toEqual(read(same));
    const node = JSON.stringify(parseText(text));
    expect(parseFilter(node, "cql2-json", QUERYABLES)).toEqual(read(same));
  });

  it.each(["open = 2", "open = '1'", "open = 0.5", "people = TRUE", "name = 1", "open = people"])(
    "but %s is refused",
    (text) => {
      expect(read(text)).toMatchObject({ ok: false });
    },
  );
});

describe("a filter that is wrong is told what and where", () => {
  it.each([
    ["", /expected a property/],
    ["name =", /character 7: expected a property/],
    ["name = 'x", /character 8/],
    ["name = 'x' extra", /character 12: expected AND, OR or the end/],
    ["colour = 'red'", /"colour" is no queryable; there are name/],
    ["people = 'many'", /expected a number/],
    ["name > 3", /expected a text/],
    ["people", /expected TRUE or FALSE/],
    ["'x'", /expected something true or false/],
    ["start = DATE('2014-02-30')", /DATE takes a day/],
    ["start = 'yesterday'", /expected a date/],
    ["start = TIMESTAMP('2014-05-28')", /TIMESTAMP takes an instant/],
    ["name LIKE 'x\\'", /backslash/],
    ["name IN ()", /IN takes a list/],
    ["open BETWEEN 1 AND 2", /BETWEEN compares numbers, dates or instants/],
    ["S_NEAR(geometry, POINT(1 2))", /"s_near" is no predicate/],
    ["S_WITHIN(geometry, POLYGON((0 0, 1 1, 2 2)))", /a ring four/],
    ["S_WITHIN(geometry, GEOMETRYCOLLECTION(POINT(1 2)))", /takes no GEOMETRYCOLLECTION/],
    ["S_INTERSECTS(name, POINT(1 2))", /expected the property geometry/],
    ["S_INTERSECTS(geometry, BBOX(1,2,3))", /BBOX takes 4 or 6/],
    ["T_AFTER(start, INTERVAL('2015-01-01','2014-01-01'))", /start after its end/],
    ["people + name = 3", /expected a number/],
    ["; DROP TABLE events", /character 1/],
    [`${"NOT ".repeat(LIMITS.depth + 2)}open = true`, /nested deeper/],
    [`${"(".repeat(2900)}open${")".repeat(2900)}`, /./],
    ["x".repeat(LIMITS.characters + 1), /at most 6000 characters/],
  ])("%s", (text, message) => {
    const result = parseFilter(text, "cql2-text", QUERYABLES);
    if (result.ok && /^\(+open/.test(text)) return;
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.problems[0]?.allowed).toMatch(message);
  });

  it.each([
    "{",
    "null",
    "[]",
    '{"op":"="}',
    '{"op":"=","args":[null,1]}',
    '{"op":"and","args":[]}',
    '{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":["a",1]}]}',
    '{"op":"=","args":[{"property":["name"]},"x"]}',
    '{"op":"=","args":[{"property":"name"},"\\u0000"]}',
    '{"op":"in","args":[{"property":"name"},"x"]}',
    '{"op":"=","args":[{"property":"people"},1e999]}',
    '{"op":["="],"args":[1,1]}',
    '{"op":"not","args":[{"property":"constructor"}]}',
  ])("JSON %s", (text) => {
    expect(parseFilter(text, "cql2-json", QUERYABLES)).toMatchObject({ ok: false });
  });

  it("whatever is sent, the answer is a filter or a problem that names it", () => {
    const parts = fc.constantFrom(
      "name",
      "people",
      "open",
      "start",
      "=",
      "<",
      "(",
      ")",
      "AND",
      "OR",
      "NOT",
      "LIKE",
      "IN",
      "BETWEEN",
      "IS",
      "NULL",
      "'x'",
      "1",
      "-",
      "+",
      ",",
      "POINT(1 2)",
      "S_INTERSECTS",
      "geometry",
      "DATE('2014-01-01')",
      "INTERVAL",
      "T_AFTER",
      "CASEI",
      "é",
      "\u0000",
      "'",
      '"',
    );
    const texts = fc.oneof(
      fc.array(parts, { maxLength: 14 }).map((all) => all.join(" ")),
      fc.string(),
    );
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom("cql2-text" as const, "cql2-json" as const),
        (text, language) => {
          const result = parseFilter(text, language, QUERYABLES);
          if (!result.ok) expect(result.problems[0]?.name).toBe("filter");
        },
      ),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        const result = parseFilter(text, "cql2-json", QUERYABLES);
        if (!result.ok) expect(result.problems[0]?.name).toBe("filter");
      }),
    );
  });
});

describe("lists", () => {
  const read = (text: string, language: "cql2-text" | "cql2-json" = "cql2-text") =>
    parseFilter(text, language, QUERYABLES);
  const contains = {
    kind: "array",
    op: "a_contains",
    left: { kind: "property", name: "actors" },
    right: { kind: "values", values: ["a"] },
  };

  it("are a property and values, alike in both encodings; one value is a list of one", () => {
    expect(read("A_CONTAINS(actors, 'a')")).toMatchObject({ value: contains });
    expect(read("A_CONTAINS(actors, ('a'))")).toMatchObject({ value: contains });
    const json = { op: "a_contains", args: [{ property: "actors" }, ["a"]] };
    expect(read(JSON.stringify(json), "cql2-json")).toMatchObject({ value: contains });
    expect(read("actors IS NULL").ok).toBe(true);
  });

  it.each([
    ["A_CONTAINS(name, ('a'))", "actors"],
    ["A_CONTAINS(actors, (1, 2))", "texts"],
    ["A_CONTAINS(actors)", "2 operands"],
    ["actors = 'a'", "A_CONTAINS"],
    ["A_CONTAINS(actors, (actors, 'a'))", "texts"],
  ])("%s is refused with what is allowed", (text, said) => {
    const result = read(text);
    expect(result.ok ? "" : result.problems[0]?.allowed).toContain(said);
  });
});
