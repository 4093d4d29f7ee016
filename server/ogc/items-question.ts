// What a request for items asks, read from its parameters (OGC API – Features Parts 1, 2 and 3).
import type { Context } from "hono";
import type { From, SortKey } from "#db/queries/features/feature-order.ts";
import type { Equality } from "#db/queries/features/feature-question.ts";
import type { Collection } from "#model/collection/collection.ts";
import { filterableProperties, scalarProperties } from "#model/collection/collections.ts";
import type { Property, ReadProperty } from "#model/collection/property.ts";
import { failed, type Problem, quote, type Result } from "#model/problem.ts";
import type { ScalarType } from "#model/question/cql2/filter.ts";
import { parseFilter } from "#model/question/cql2/parse.ts";
import { A_RANGE, parseRange } from "#model/question/own-column.ts";
import { nowCalled } from "#model/record/former-names.ts";
import { CRS84 } from "#model/space/crs.ts";
import { printDay } from "#model/time/day.ts";
import { parseAskedDay, parseAskedInstant } from "#model/time/instant.ts";
import { A_NUMBER, parseNumber } from "#model/words/number.ts";
import { type AppEnv, timeZoneOf } from "../http/app-env.ts";
import {
  A_BOOLEAN,
  type Asked,
  DEFAULT_LIMIT,
  type ParameterName,
  parseBoolean,
  readQuery,
} from "../http/query.ts";
import { parseCursor } from "./cursor.ts";

const QUESTION = [
  "datetime",
  "certainty",
  "filter",
  "filter-lang",
  "filter-crs",
  "q",
] as const satisfies readonly ParameterName[];
const BOX = ["bbox", "bbox-crs"] as const satisfies readonly ParameterName[];
/** Parameters that every collection has. */
export const FILTER_PARAMETERS = [
  ...BOX,
  ...QUESTION,
  "conventions",
  "crs",
  "properties",
  "bom",
  "f",
] as const;
/** A tile has its own place and CRS. */
export const TILE_PARAMETERS = [...QUESTION, "conventions", "properties", "f"] as const;
/** Columns have no properties and a CRS of their own. */
export const COLUMNS_PARAMETERS = [...BOX, ...QUESTION] as const;
/** Numbers by stretches of days have no properties and no CRS. */
export const TIMELINE_PARAMETERS = [...COLUMNS_PARAMETERS, "step", "f"] as const;
export const PAGE_PARAMETERS = [
  "sortby",
  "limit",
  "offset",
  "cursor",
] as const satisfies readonly ParameterName[];

export const ITEMS_PARAMETERS = [...FILTER_PARAMETERS, ...PAGE_PARAMETERS] as const;

/** `asOf` is read where the version of a request is (`asked-version.ts`), and `lang` is known to every question. */
const TAKEN: ReadonlySet<string> = new Set<string>([...ITEMS_PARAMETERS, "asOf", "lang"]);

/** The properties that are parameters of their own: those whose names mean nothing else. */
export function equalityProperties(collection: Collection): Property[] {
  return filterableProperties(collection).filter(({ name }) => !TAKEN.has(name));
}

const QUERYABLE_TYPES: Readonly<Record<Property["type"], ScalarType | "list">> = {
  text: "text",
  day: "day",
  instant: "instant",
  integer: "number",
  number: "number",
  boolean: "boolean",
  list: "list",
};

export function queryablesOf(collection: Collection): Map<string, ScalarType | "list"> {
  return new Map(
    filterableProperties(collection).map(({ name, type }) => [name, QUERYABLE_TYPES[type]]),
  );
}

/** The parameters of the route that the collection has: conventions fill dates of places alone. */
export function parametersFor<Name extends ParameterName>(
  collection: Collection,
  names: readonly Name[],
): Name[] {
  const hasConventions = collection.properties.some(({ name }) => name === "convention");
  return names.filter((name) => name !== "conventions" || hasConventions);
}

/** The terms of which one is to be found, separated by commas. */
export const termsOf = (q: string): string[] =>
  q
    .split(",")
    .map((term) => term.trim())
    .filter(Boolean);

/** Reads the question; all that is wrong with it at once. Without `sortby` the order is the default one, then by id. */
export function readItemsQuestion(
  context: Context<AppEnv>,
  collection: Collection,
  names: readonly ParameterName[],
  defaultSort: readonly SortKey[] = [],
) {
  const timeZone = timeZoneOf(context);
  const equalNames = equalityProperties(collection).map(({ name }) => name);
  const read = readQuery(context, parametersFor(collection, names), equalNames);
  const problems: Problem[] = read.ok ? [] : [...read.problems];
  const asked: Asked<ParameterName> = read.ok ? read.value : {};
  const take = <Value>(result: Result<Value> | undefined): Value | undefined => {
    if (result?.ok) return result.value;
    if (result) problems.push(...result.problems);
    return undefined;
  };
  const filter =
    asked.filter === undefined
      ? undefined
      : take(
          parseFilter(
            asked.filter,
            asked["filter-lang"] ?? "cql2-text",
            { types: queryablesOf(collection), timeZone },
            asked["filter-crs"],
          ),
        );
  const equalities = read.ok
    ? readEqualities(collection, timeZone, read.value.extra, problems)
    : [];
  const properties = take(
    asked.properties === undefined ? undefined : readNames(asked.properties, collection),
  );
  const sort =
    take(asked.sortby === undefined ? undefined : readSort(asked.sortby, collection)) ??
    defaultSort;
  const from: From | undefined = take(
    asked.cursor === undefined ? undefined : parseCursor(asked.cursor, sort),
  );
  if (from && asked.offset)
    problems.push({ name: "offset", got: `${asked.offset} with a cursor`, allowed: "one of both" });
  if (problems.length > 0) return failed(...problems);
  const { bbox, datetime: window, certainty = "possible", conventions, q, crs = CRS84 } = asked;
  return {
    ok: true as const,
    value: {
      collection,
      bbox,
      window,
      certainty,
      conventions,
      equalities,
      terms: q === undefined ? undefined : termsOf(q),
      filter: filter && { condition: filter, crs: asked["filter-crs"] ?? CRS84 },
      crs,
      properties,
      withByteOrderMark: asked.bom === "true",
      sort,
      from,
      offset: asked.offset ?? 0,
      limit: asked.limit ?? DEFAULT_LIMIT,
      step: asked.step,
      lang: asked.lang,
    },
  };
}

/** The question as a text that no other one has: of the collection its name is enough. */
export function questionText({
  collection,
  ...asked
}: {
  readonly collection: Collection;
}): string {
  return JSON.stringify([collection.id, asked]);
}

/** Reads the values, or the range, that parameters under the names of properties ask for. */
function readEqualities(
  collection: Collection,
  timeZone: string,
  texts: Readonly<Record<string, readonly string[]>>,
  problems: Problem[],
): Equality[] {
  return equalityProperties(collection).flatMap((property): Equality | [] => {
    const asked = texts[property.name];
    if (asked === undefined) return [];
    const { allowed, isRanged, read } = readingOf(property, timeZone);
    const range = isRanged && asked.length === 1 ? parseRange(asked[0] ?? "", read) : undefined;
    if (range) return { ...readAs(property), range };
    const values = asked.map(read);
    const wrong = values.indexOf(undefined);
    if (wrong < 0) return { ...readAs(property), values: values as string[] };
    problems.push({
      name: property.name,
      got: quote(asked[wrong] ?? ""),
      allowed: isRanged ? `${allowed}, or ${A_RANGE}` : allowed,
    });
    return [];
  });
}

type Reading = {
  /** What a value is written like, in words. */
  readonly allowed: string;
  /** The value as a database reads it. */
  readonly read: (text: string) => string | undefined;
  /** Values have an order: a range of them may be asked for. */
  readonly isRanged: boolean;
};

function readingOf({ type }: Property, timeZone: string): Reading {
  const reading = <Value>(
    allowed: string,
    parse: (text: string) => Value | undefined,
    print: (value: Value) => string = String,
    isRanged = true,
  ): Reading => ({
    allowed,
    isRanged,
    read: (text) => {
      const value = parse(text);
      return value === undefined ? undefined : print(value);
    },
  });
  switch (type) {
    case "day":
      return reading(
        "a day (2014-05-28) or an instant (2014-05-28T06:30:00Z)",
        (text) => parseAskedDay(text, timeZone),
        printDay,
      );
    case "instant":
      return reading("an instant (2014-05-28T06:30:00Z)", (text) =>
        parseAskedInstant(text, timeZone),
      );
    case "integer":
    case "number":
      return reading(A_NUMBER, parseNumber);
    case "boolean":
      return reading(A_BOOLEAN, parseBoolean, String, false);
    case "text":
    case "list":
      return reading("a text", (text) => text, String, false);
  }
}

const readAs = ({ name, type, within }: Property): ReadProperty => ({ name, type, within });

function readNames(text: string, collection: Collection): Result<readonly string[]> {
  const known = collection.properties.map(({ name }) => name);
  const names = text.split(",").map((name) => name.trim());
  if (names.length > known.length)
    return failed({
      name: "properties",
      got: `${names.length} names`,
      allowed: `at most ${known.length} of them: ${known.join(", ")}`,
    });
  const wrong = names.find((name) => !known.includes(name));
  if (wrong !== undefined) {
    const allowed = nowCalled(wrong, known) ?? known.join(", ");
    return failed({ name: "properties", got: quote(wrong), allowed });
  }
  return { ok: true, value: known.filter((name) => names.includes(name)) };
}

const MAX_SORT_KEYS = 6;

/** `+` in an address is read as a space. */
function readSort(text: string, collection: Collection): Result<SortKey[]> {
  const known = scalarProperties(collection);
  const keys: SortKey[] = [];
  for (const part of text.split(",")) {
    const [, sign, name] = /^([+\- ]?)([^+\- ].*)$/su.exec(part) ?? [];
    const property = known.find((candidate) => candidate.name === name);
    if (!property || keys.some((key) => key.name === name) || keys.length >= MAX_SORT_KEYS) {
      const names = known.map((one) => one.name);
      const allowed =
        nowCalled(name ?? "", names) ??
        `each once, at most ${MAX_SORT_KEYS}, + or - before it: ${names.join(", ")}`;
      return failed({ name: "sortby", got: quote(part), allowed });
    }
    keys.push({ ...readAs(property), isDescending: sign === "-" });
  }
  return { ok: true, value: keys.flatMap((key) => [key, ...withinTheDay(key, keys, known)]) };
}

/** By which times of day what is sorted by days is sorted within one. */
const TIMES: Readonly<Record<string, string>> = {
  start_earliest: "start_time",
  end_latest: "end_time",
};

/** The key of the times of day after that of the days, where the collection has them and the reader does not say otherwise. */
function withinTheDay(
  { isDescending, name }: SortKey,
  keys: readonly SortKey[],
  known: readonly Property[],
): SortKey[] {
  const time = known.find((property) => property.name === TIMES[name]);
  const isSaid = keys.some((key) => key.name === time?.name);
  return time && !isSaid ? [{ name: time.name, type: time.type, isDescending }] : [];
}
