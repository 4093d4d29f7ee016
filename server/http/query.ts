// Query parameters are parsed here and nowhere else: every one that a route knows, and none that it does not.

import type { Context } from "hono";
import { SEPARATION_STEPS, type SeparationStep } from "#formats/separation.ts";
import { failed, type Problem, quote, type Result } from "#model/problem.ts";
import { FILTER_LANGUAGES, type FilterLanguage } from "#model/question/cql2/parse.ts";
import { MAX_VALUES } from "#model/question/own-column.ts";
import { nowCalled } from "#model/record/former-names.ts";
import { type Bbox, parseBbox } from "#model/space/bbox.ts";
import { CRS84, type Crs, parseCrs } from "#model/space/crs.ts";
import { parseDatetime } from "#model/time/datetime.ts";
import type { Day } from "#model/time/day.ts";
import { parseAskedDay } from "#model/time/instant.ts";
import { CERTAINTIES, type Certainty, inBoth, type Window } from "#model/time/span.ts";
import { BIN_STEPS, type BinStep } from "#model/time/timeline.ts";
import { unknownParameter } from "#model/unknown-parameter.ts";
import { ALLOWED_WORDS, excessOfWords } from "#model/words/asked-words.ts";
import { type Language, parseLanguage } from "#model/words/language.ts";
import { type AppEnv, timeZoneOf } from "./app-env.ts";

export const DEFAULT_LIMIT = 1000;
export const MAX_LIMIT = 10_000;

/** What else a parameter is read by: the texts of the other parameters, and the time zone of the dataset. */
type Surroundings = {
  readonly others: Readonly<Record<string, string>>;
  readonly timeZone: string;
};

/** Reads the text of one parameter, or says what it allows. */
type Parser<Value> = (text: string, surroundings: Surroundings) => Result<Value>;

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

/** Going there passes over every feature before: further on, the `next` links are the way. */
export const MAX_OFFSET = 100_000;

function parseOffset(text: string): Result<number> {
  const offset = Number(text);
  return /^\d+$/.test(text) && offset <= MAX_OFFSET
    ? { ok: true, value: offset }
    : refuse("offset", text, `a whole number 0…${MAX_OFFSET}; beyond, follow the next links`);
}

/** What is asked of `since`, and where it is found: whoever has only a date or a label has other addresses. */
export const A_SEQUENCE_NUMBER =
  "0 for everything, or the sequence number of a state, which an answer of /api/changes gives as through; no date and no label: /api/versions lists those of each version, and leads to what it changed";

function parseSince(text: string): Result<number> {
  const since = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(since)
    ? { ok: true, value: since }
    : refuse("since", text, A_SEQUENCE_NUMBER);
}

/** One day, as `datetime` has it but never an interval. */
function parseDayParameter(name: string): Parser<Day> {
  return (text, { timeZone }) => {
    const day = parseAskedDay(text, timeZone);
    return day === undefined ? refuse(name, text, "a day (2014-05-28)") : { ok: true, value: day };
  };
}

export const A_BOOLEAN = "true or false (or 1 or 0)";

/** A boolean of an address; 1 and 0 are all that GDAL has for one. */
export function parseBoolean(text: string): boolean | undefined {
  if (text === "true" || text === "1") return true;
  return text === "false" || text === "0" ? false : undefined;
}

const truth =
  (name: string): Parser<boolean> =>
  (text) => {
    const value = parseBoolean(text);
    return value === undefined ? refuse(name, text, A_BOOLEAN) : { ok: true, value };
  };

const notEmpty =
  (name: string, allowed: string): Parser<string> =>
  (text) =>
    text.trim() === "" ? refuse(name, text, allowed) : { ok: true, value: text };

function parseWords(text: string): Result<string> {
  const excess = excessOfWords(text);
  if (excess !== undefined) return failed({ name: "q", got: excess, allowed: ALLOWED_WORDS });
  return text.trim() === ""
    ? refuse("q", text, `words, ${ALLOWED_WORDS}`)
    : { ok: true, value: text };
}

/** A box in the CRS that `bbox-crs` names; one that is wrong is told under its own name. */
const parseBoxParameter: Parser<{ box: Bbox; crs: Crs }> = (text, { others }) => {
  const named = parseCrs("bbox-crs", others["bbox-crs"] ?? CRS84.uri);
  const crs = named.ok ? named.value : CRS84;
  const box = parseBbox(text, crs);
  return box.ok ? { ok: true, value: { box: box.value, crs } } : box;
};

/** Every parameter of the API by its name. `f` is read where formats are negotiated. */
export const PARAMETERS = {
  bbox: parseBoxParameter,
  "bbox-crs": (text: string) => parseCrs("bbox-crs", text),
  crs: (text: string) => parseCrs("crs", text),
  datetime: (text: string, { timeZone }: Surroundings) => parseDatetime(text, timeZone),
  certainty: oneOf<Certainty>("certainty", CERTAINTIES),
  conventions: truth("conventions"),
  "dry-run": truth("dry-run"),
  filter: notEmpty("filter", "a CQL2 expression"),
  "filter-lang": oneOf<FilterLanguage>("filter-lang", FILTER_LANGUAGES),
  "filter-crs": (text: string) => parseCrs("filter-crs", text),
  q: parseWords,
  sortby: notEmpty("sortby", "names of properties separated by commas, each with + or - before it"),
  properties: notEmpty("properties", "names of properties separated by commas"),
  cursor: notEmpty("cursor", "a cursor from a next or prev link"),
  since: parseSince,
  collections: notEmpty("collections", "ids of collections separated by commas"),
  limit: parseLimit,
  offset: parseOffset,
  bom: oneOf<"true" | "false">("bom", ["true", "false"]),
  // Not each analysis has each of them.
  step: oneOf<SeparationStep | BinStep>("step", [...new Set([...SEPARATION_STEPS, ...BIN_STEPS])]),
  from: parseDayParameter("from"),
  to: parseDayParameter("to"),
  lang: (text: string): Result<Language> => {
    const language = parseLanguage(text);
    return language === undefined
      ? refuse("lang", text, "a language, such as en or fr")
      : { ok: true, value: language };
  },
  f: (text: string) => ({ ok: true as const, value: text }),
} satisfies Record<string, Parser<unknown>>;

export type ParameterName = keyof typeof PARAMETERS;
type ValueOf<Name extends ParameterName> =
  ReturnType<(typeof PARAMETERS)[Name]> extends Result<infer Value> ? Value : never;

export type Asked<Name extends ParameterName> = { readonly [N in Name]?: ValueOf<N> };

/** What every question may say besides: the language of the words in the answer, of which some have none. */
const ALWAYS = ["lang"] as const satisfies readonly ParameterName[];
type Always = (typeof ALWAYS)[number];

/**
 * The parameters of a request among those named and `lang`; all problems at once, unknown and repeated ones included
 * (`datetime` alone of these may come more than once). `extra` names parameters that one collection has besides, one of whose values
 * each feature has; their texts are answered apart.
 */
export function readQuery<Name extends ParameterName>(
  context: Context<AppEnv>,
  named: readonly Name[],
  extra: readonly string[] = [],
): Result<Asked<Name | Always> & { readonly extra: Readonly<Record<string, readonly string[]>> }> {
  const names: readonly (Name | Always)[] = [...named, ...ALWAYS];
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  const extraValues: Record<string, readonly string[]> = {};
  const surroundings = { others: context.req.query(), timeZone: timeZoneOf(context) };
  for (const [name, texts] of Object.entries(context.req.queries())) {
    const known = names.find((candidate) => candidate === name);
    const isExtra = extra.includes(name);
    if (!known && !isExtra) {
      const all = [...names, ...extra];
      const now = nowCalled(name, all);
      const unknown = unknownParameter(name, all);
      problems.push(now === undefined ? unknown : { ...unknown, allowed: now });
      continue;
    }
    const most = isExtra && !known ? MAX_VALUES : name === "datetime" ? texts.length : 1;
    if (texts.length > most) {
      const allowed = most === 1 ? "once" : `at most ${most} times`;
      problems.push({ name, got: `${texts.length} times`, allowed });
      continue;
    }
    const wrong = texts.find((text) => text.includes("\u0000"));
    if (wrong !== undefined) {
      problems.push({ name, got: quote(wrong), allowed: "a text without the character U+0000" });
      continue;
    }
    if (!known) {
      extraValues[name] = texts;
      continue;
    }
    const parse: Parser<unknown> = PARAMETERS[known];
    for (const each of texts) {
      const parsed = parse(each, surroundings);
      if (!parsed.ok) problems.push(...parsed.problems);
      else if (!(name in values)) values[name] = parsed.value;
      // GDAL writes one for each condition of its filter, all of which must hold.
      else values[name] = inBoth(values[name] as Window, parsed.value as Window);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { ...(values as Asked<Name | Always>), extra: extraValues } };
}
