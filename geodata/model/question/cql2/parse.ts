import { failed, type Problem, quote, type Result } from "../../problem.ts";
import { CRS84, type Crs } from "../../space/crs.ts";
import { A_NUMBER, parseNumber } from "../../words/number.ts";
import { check } from "./check.ts";
import type { Queryables } from "./check-scalar.ts";
import { farPosition } from "./far-position.ts";
import type { Cql2Filter } from "./filter.ts";
import { Cql2Error, LIMITS, type Node } from "./node.ts";
import { parseText } from "./parse-text.ts";

export const FILTER_LANGUAGES = ["cql2-text", "cql2-json"] as const;
export type FilterLanguage = (typeof FILTER_LANGUAGES)[number];

/** Reads the `filter` parameter (OGC API – Features Part 3) as a filter on the queryables; `crs`: of its positions. */
export function parseFilter(
  text: string,
  language: FilterLanguage,
  queryables: Queryables,
  crs: Crs = CRS84,
): Result<Cql2Filter> {
  const wrong = (allowed: string): Result<never> => {
    const problem: Problem = { name: "filter", got: quote(text), allowed };
    return failed(problem);
  };
  if (text.length > LIMITS.characters)
    return wrong(`at most ${LIMITS.characters} characters (it has ${text.length})`);
  try {
    const node = language === "cql2-text" ? parseText(text) : readJson(text);
    const filter = check(node, queryables);
    const far = farPosition(filter, crs);
    return far ? wrong(`${language}: ${far}`) : { ok: true, value: filter };
  } catch (error) {
    if (error instanceof Cql2Error) return wrong(`${language}: ${error.message}`);
    if (error instanceof SyntaxError) return wrong(`JSON: ${error.message}`);
    throw error;
  }
}

/** JSON whose numbers can all be held: its own reader makes 0 of 1e-400, and infinity of 1e400. */
function readJson(text: string): Node {
  const withoutTexts = text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  for (const [number] of withoutTexts.matchAll(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g))
    if (parseNumber(number) === undefined)
      throw new Cql2Error(`got ${number.slice(0, 30)}, expected ${A_NUMBER}`);
  return JSON.parse(text) as Node;
}
