// Who repeats whom, and what that makes of what is said: the cases are worked out by hand.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountsOf, originsOf } from "#model/evidence/accounts.ts";
import { supporting, weigh } from "#model/evidence/certainty.ts";

/** `b<a` is a source b that repeats a, `d<a+c` one that repeats two. */
const sourcesOf = (text: string) =>
  text.split(" ").map((one) => {
    const [id = "", repeats] = one.split("<");
    return { id, repeats: repeats?.split("+") ?? [] };
  });

type Case = readonly [known: string, cited: string, accounts: readonly string[]];

const CASES: readonly Case[] = [
  ["a", "", []],
  ["a", "a", ["a"]],
  ["a b", "a b", ["a", "b"]],
  // A copy beside its original, and alone.
  ["a b<a", "a b", ["a b"]],
  ["a b<a", "b a", ["b a"]],
  ["a b<a", "b", ["b"]],
  // Two copies of a text that the record itself does not name.
  ["a b<a c<a", "b c", ["b c"]],
  // A copy of a copy.
  ["a b<a c<b", "a c", ["a c"]],
  ["a b<a c<b d", "c d a", ["c a", "d"]],
  // Whoever puts two accounts together does not make them one, nor adds a third.
  ["a c d<a+c", "a c d", ["a d", "c"]],
  ["a c d<a+c", "d a c", ["a d", "c"]],
  ["a c d<a+c", "d", ["d"]],
  ["a c d<a+c", "d a", ["a d"]],
  ["a c d<a+c e<c", "d e a", ["e d", "a"]],
  // A source that is named twice, and one of which nothing is known.
  ["a", "a a", ["a"]],
  ["a", "a x", ["a", "x"]],
  // What the import refuses ends all the same.
  ["a<b b<a", "a b", ["a", "b"]],
  ["a<a", "a", ["a"]],
];

describe("independent accounts", () => {
  it.for(CASES)("of %s, where a record names %s: %j", ([known, cited, expected]) => {
    const accounts = accountsOf(cited.split(" ").filter(Boolean), originsOf(sourcesOf(known)));
    expect(accounts.map((ids) => ids.join(" "))).toEqual(expected);
  });

  it("have every source once, and no origin twice", () => {
    const ids = ["a", "b", "c", "d", "e", "f"];
    const earlier = (at: number) => fc.subarray(ids.slice(0, at));
    const graph = fc.tuple(...ids.map((_, at) => earlier(at)), fc.shuffledSubarray(ids));
    fc.assert(
      fc.property(graph, (parts) => {
        const cited = parts.at(-1) as string[];
        const origins = originsOf(ids.map((id, at) => ({ id, repeats: parts[at] as string[] })));
        const accounts = accountsOf(cited, origins);
        expect(accounts.flat().sort()).toEqual([...cited].sort());
        // Some source of each account has no origin in common with that of any other.
        const own = accounts.map((ids) =>
          ids.reduce((one, other) => (origins(other).size < origins(one).size ? other : one)),
        );
        for (const one of own)
          for (const other of own)
            if (one !== other)
              expect([...origins(one)].filter((from) => origins(other).has(from))).toEqual([]);
        expect(accounts.length > 0).toBe(cited.length > 0);
      }),
    );
  });
});

describe("how certain an event is", () => {
  const origins = originsOf(sourcesOf("a b<a c"));
  const said = (
    certainty: "confirmed" | "reported" | "disputed",
    cited: string,
    hasReason = false,
  ) => weigh({ certainty, sourceIds: cited.split(" ").filter(Boolean), hasReason }, origins);

  it.for([
    ["confirmed", "a c", false, "confirmed", "as-stated"],
    ["confirmed", "a b", false, "reported", "lowered"],
    ["confirmed", "a b", true, "confirmed", "override"],
    ["confirmed", "a b c", true, "confirmed", "as-stated"],
    ["confirmed", "a", false, "reported", "lowered"],
    ["confirmed", "", false, "reported", "lowered"],
    ["confirmed", "", true, "confirmed", "override"],
    ["reported", "a c", false, "reported", "as-stated"],
    ["reported", "a", false, "reported", "as-stated"],
    ["disputed", "a c", false, "disputed", "as-stated"],
    ["disputed", "a", true, "disputed", "as-stated"],
  ] as const)(
    "stated %s by %s (a reason: %s): %s, %s",
    ([stated, cited, hasReason, certainty, how]) => {
      expect(said(stated, cited, hasReason)).toMatchObject({ certainty, how });
    },
  );

  it("rests on no source that was found to say otherwise, or nothing, wherever it is cited", () => {
    const cite = (sourceId: string, verdict: "supports" | "contradicts" | "silent" | null) => ({
      sourceId,
      verdict,
    });
    expect(supporting(["a", "c"], [cite("c", "contradicts")])).toEqual(["a"]);
    expect(supporting(["a", "c"], [cite("c", "silent"), cite("c", null)])).toEqual(["a", "c"]);
    expect(supporting(["a", "c"], [cite("c", "silent"), cite("c", "supports")])).toEqual([
      "a",
      "c",
    ]);
    const weighed = weigh(
      { certainty: "confirmed", sourceIds: ["a", "c"], hasReason: false },
      origins,
      [cite("c", "contradicts")],
    );
    expect(weighed).toEqual({ certainty: "reported", accounts: 1, how: "lowered" });
  });
});
