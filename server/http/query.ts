// Query parameters are parsed here and nowhere else: every one that a route knows, and none that it does not.
import type { Context } from "hono";
import { type Bbox, parseBbox } from "#model/bbox.ts";
import { parseDatetime } from "#model/datetime.ts";
import { type Day, parseDay } from "#model/day.ts";
import { type Problem, quote, type Result } from "#model/problem.ts";
import { CERTAINTIES, type Certainty, type Window } from "#model/span.ts";
import type { AppEnv } from "./app-env.ts";

export const DEFAULT_LIMIT = 1000;
export const MAX_LIMIT = 10_000;

/** Reads the text of one parameter, or says what it allows. */
type Parser<Value> = (text: string) => Result<Value>;

const refuse = (name: string, text: string, allowed: string): Result<never> => ({
  ok: false,
  problems: [{ name, got: quote(text), allowed }],
});

const oneOf =
  <Choice extends string>(name: string, choices: readonly Choice[]): Parser<Choice> =>
  (text) => {
    const choice = choices.find((candidate) => candidate === text);
    return choice === undefined
      ? refuse(name, text, choices.join(" or "))
      : { ok: true, value: choice };
  };

function parseLimit(text: string): Result<number> {
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1)
    return refuse("limit", text, `a whole number 1…${MAX_LIMIT}`);
  // OGC API Features 7.15.2: a limit above the maximum is served with the maximum.
  return { ok: true, value: Math.min(limit, MAX_LIMIT) };
}

/** One day, as `datetime` has it but never an interval. */
function parseDayParameter(name: string): Parser<Day> {
  return (text) => {
    const day = parseDay(text);
    return day === undefined ? refuse(name, text, "a day (2014-05-28)") : { ok: true, value: day };
  };
}

export const STEPS = ["day", "week", "month", "year"] as const;
export type Step = (typeof STEPS)[number];

/** Formats that a route may offer. */
export type Format = "json" | "csv";

/** Every parameter of the API by its name. */
export const PARAMETERS = {
  bbox: parseBbox satisfies Parser<Bbox>,
  datetime: parseDatetime satisfies Parser<Window>,
  certainty: oneOf<Certainty>("certainty", CERTAINTIES),
  limit: parseLimit,
  step: oneOf<Step>("step", STEPS),
  f: oneOf<Format>("f", ["json"]),
  from: parseDayParameter("from"),
  to: parseDayParameter("to"),
} as const;

type ParameterName = keyof typeof PARAMETERS;
type ValueOf<Name extends ParameterName> =
  ReturnType<(typeof PARAMETERS)[Name]> extends Result<infer Value> ? Value : never;

/** The parameters of a request among those named; all problems at once, unknown and repeated ones included. */
export function readQuery<Name extends ParameterName>(
  context: Context<AppEnv>,
  names: readonly Name[],
  formats: readonly Format[] = ["json"],
): Result<{ readonly [N in Name]?: ValueOf<N> }> {
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, texts] of Object.entries(context.req.queries())) {
    const known = names.find((candidate) => candidate === name);
    if (!known) {
      problems.push({ name, got: "a parameter that is not known", allowed: names.join(", ") });
      continue;
    }
    if (texts.length > 1) {
      problems.push({ name, got: `${texts.length} times`, allowed: "once" });
      continue;
    }
    const parse: Parser<unknown> = known === "f" ? oneOf("f", formats) : PARAMETERS[known];
    const parsed = parse(texts[0] ?? "");
    if (parsed.ok) values[name] = parsed.value;
    else problems.push(...parsed.problems);
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: values as { [N in Name]?: ValueOf<N> } };
}
