// The address is an echo of the state: read once at the start and when the reader goes back, written after changes.
// Defaults are left out, keys that are not known are kept, nonsense falls back to the default and is reported.
import type { Polygon } from "geojson";
import type { Side } from "#model/measure/site.ts";
import type { OwnColumn, OwnCondition } from "#model/question/own-column.ts";
import { EVENT_CERTAINTIES, type EventCertainty } from "#model/record/event.ts";
import { parseDatetime, printDatetime } from "#model/time/datetime.ts";
import { addDays, type Day, parseDay, printDay } from "#model/time/day.ts";
import { CERTAINTIES, type Certainty } from "#model/time/span.ts";
import { ALLOWED_WORDS, excessOfWords } from "#model/words/asked-words.ts";
import { type Language, parseLanguage } from "#model/words/language.ts";
import { parseNumber } from "#model/words/number.ts";
import type { Camera } from "#web/view/question/camera.ts";
import { PANEL_VIEWS, type PanelView } from "#web/view/question/panel-view.ts";
import { parseSelection, printSelection, type Selection } from "#web/view/question/selection.ts";
import { type DayRange, TIME_MODES, type TimeMode } from "#web/view/question/time.ts";
import {
  parseVersionPair,
  printVersionPair,
  type VersionPair,
} from "#web/view/question/version-pair.ts";
import { readOwn, writeOwn } from "./own-parameters.ts";

/** The part of the state that an address carries; undefined is the default. */
export type UrlState = {
  readonly date: Day | undefined;
  readonly time: DayRange | undefined;
  readonly mode: TimeMode | undefined;
  readonly certainty: Certainty | undefined;
  /** False: without what conventions fill. */
  readonly conventions: boolean | undefined;
  readonly kinds: readonly string[] | undefined;
  readonly categories: readonly string[] | undefined;
  readonly certainties: readonly EventCertainty[] | undefined;
  readonly sides: readonly Side[] | undefined;
  readonly sourceKinds: readonly string[] | undefined;
  readonly q: string | undefined;
  readonly area: Polygon | undefined;
  /** Under the names of the columns (`own-parameters.ts`). */
  readonly own: readonly OwnCondition[] | undefined;
  /** Lines to the reference place, and rings around it. */
  readonly distances: boolean | undefined;
  readonly sel: Selection | undefined;
  readonly compare: Day | undefined;
  readonly step: string | undefined;
  readonly view: PanelView | undefined;
  /** Of which the view of versions tells. */
  readonly versions: VersionPair | undefined;
  readonly lang: Language | undefined;
  readonly camera: Camera | undefined;
  /** The figure that is being made of what is shown, as a packed document: behind the hash, no server reads it. */
  readonly figure?: string | undefined;
};

type Parameter<Value> = {
  readonly parse: (text: string) => Value | undefined;
  readonly print: (value: Value) => string;
  /** What is read, in words, where that is more than a reader can see on the page. */
  readonly allowed?: string;
};

type QueryKey = Exclude<keyof UrlState, "camera" | "figure" | "own">;

const oneOf = <Choice extends string>(choices: readonly Choice[]): Parameter<Choice> => ({
  parse: (text) => choices.find((choice) => choice === text),
  print: (value) => value,
  allowed: choices.join(" or "),
});

const flag: Parameter<boolean> = {
  parse: (text) => (text === "true" || text === "false" ? text === "true" : undefined),
  print: String,
  allowed: "true or false",
};

const SLUG = /^[a-z0-9][a-z0-9-]*$/;
const slug: Parameter<string> = {
  parse: (text) => (SLUG.test(text) ? text : undefined),
  print: (value) => value,
};

/** Values of one list, and corners of an area: more is no choice that a reader made. */
const [MAX_OF_LIST, MAX_CORNERS] = [100, 200] as const;

/** A list separated by commas; wrong when one of its items is. */
const listOf = <Value extends string>(item: Parameter<Value>): Parameter<readonly Value[]> => ({
  parse: (text) => {
    const texts = text.split(",", MAX_OF_LIST + 1);
    const items = texts.length > MAX_OF_LIST ? [undefined] : texts.map(item.parse);
    return items.every((value) => value !== undefined) ? (items as Value[]) : undefined;
  },
  print: (values) => values.map(item.print).join(","),
  allowed: `at most ${MAX_OF_LIST} values that the page offers, separated by commas`,
});

/** What a day is in an address, in words. */
export const A_DAY = "a day of the calendar written YYYY-MM-DD";

const day: Parameter<Day> = {
  parse: parseDay,
  print: printDay,
  allowed: A_DAY,
};

const range: Parameter<DayRange> = {
  parse: (text) => {
    const parsed = parseDatetime(text);
    if (!parsed.ok || parsed.value.from === null || parsed.value.until === null) return undefined;
    return { first: parsed.value.from, last: addDays(parsed.value.until, -1) };
  },
  // Always both days: a window of one day is still a window.
  print: ({ first, last }) =>
    first === last
      ? `${printDay(first)}/${printDay(last)}`
      : printDatetime({ from: first, until: addDays(last, 1) }),
  allowed: "a first and a last day written YYYY-MM-DD/YYYY-MM-DD",
};

/** Longitudes and latitudes of the corners in turn, the first not repeated: five decimals are a metre. */
const polygon: Parameter<Polygon> = {
  parse: (text) => {
    const numbers = text
      .split(",", 2 * MAX_CORNERS + 1)
      .map((part) => parseNumber(part) ?? Number.NaN);
    const isOfCorners = numbers.length % 2 === 0 && numbers.length <= 2 * MAX_CORNERS;
    if (numbers.length < 6 || !isOfCorners || !numbers.every(Number.isFinite)) return undefined;
    const corners = numbers.flatMap((lon, index) =>
      index % 2 === 0 ? [[lon, numbers[index + 1] ?? 0]] : [],
    );
    if (!corners.every(([lon = 0, lat = 0]) => Math.abs(lon) <= 360 && Math.abs(lat) <= 90))
      return undefined;
    return { type: "Polygon", coordinates: [[...corners, corners[0] ?? []]] };
  },
  print: ({ coordinates }) =>
    (coordinates[0] ?? [])
      .slice(0, -1)
      .flat()
      .map((value) => Number(value.toFixed(5)))
      .join(","),
  allowed: `longitude and latitude of 3 to ${MAX_CORNERS} corners, separated by commas`,
};

/** Every parameter of the query with its reading and writing. */
export const PARAMETERS: { readonly [Key in QueryKey]: Parameter<NonNullable<UrlState[Key]>> } = {
  date: day,
  time: range,
  mode: oneOf(TIME_MODES),
  certainty: oneOf(CERTAINTIES),
  conventions: flag,
  kinds: listOf(slug),
  categories: listOf(slug),
  certainties: listOf(oneOf(EVENT_CERTAINTIES)),
  sides: listOf(oneOf<Side>(["inside", "edge", "beyond"])),
  sourceKinds: listOf(slug),
  q: {
    parse: (text) => (excessOfWords(text) === undefined ? text.trim() || undefined : undefined),
    print: (value) => value,
    allowed: `words, ${ALLOWED_WORDS}`,
  },
  area: polygon,
  distances: flag,
  sel: { parse: parseSelection, print: printSelection },
  compare: day,
  step: slug,
  view: oneOf(PANEL_VIEWS),
  versions: { parse: parseVersionPair, print: printVersionPair },
  lang: {
    parse: parseLanguage,
    print: (value) => value,
    allowed: "a language as BCP 47 names it, which the page offers",
  },
};

const QUERY_KEYS = Object.keys(PARAMETERS) as QueryKey[];

/**
 * Reads the state from an address; `ignored` names the parameters that made no sense. `columns`: those that the dataset
 * has of its own; without them nothing is read of these.
 */
export function parseUrl(
  url: URL,
  columns: readonly OwnColumn[] = [],
): { state: UrlState; ignored: string[] } {
  const ignored: string[] = [];
  const state: Record<string, unknown> = {};
  for (const key of QUERY_KEYS) {
    const text = url.searchParams.get(key);
    if (text === null) continue;
    state[key] = PARAMETERS[key].parse(text);
    if (state[key] === undefined) ignored.push(key);
  }
  const own = readOwn(url.searchParams, columns);
  if (own.conditions.length > 0) state.own = own.conditions;
  ignored.push(...own.ignored);
  const hash = new URLSearchParams(url.hash.slice(1));
  const map = hash.get("map");
  if (map !== null) {
    state.camera = parseCamera(map);
    if (state.camera === undefined) ignored.push("#map");
  }
  state.figure = hash.get("f") || undefined;
  return { state: state as UrlState, ignored };
}

/** Colons, slashes and commas are legal in a query, and easier to read and to type than their codes. */
export function readableQuery(search: string): string {
  return search.replaceAll("%3A", ":").replaceAll("%2F", "/").replaceAll("%2C", ",");
}

/** The address with this state; what it had besides stays. `columns`: as in `parseUrl`. */
export function printUrl(url: URL, state: UrlState, columns: readonly OwnColumn[] = []): URL {
  const next = new URL(url);
  for (const key of QUERY_KEYS) {
    const value = state[key];
    const { print } = PARAMETERS[key] as Parameter<unknown>;
    if (value === undefined) next.searchParams.delete(key);
    else next.searchParams.set(key, print(value));
  }
  writeOwn(next.searchParams, state.own ?? [], columns);
  next.search = readableQuery(next.search);
  next.hash = [
    state.camera ? `map=${printCamera(state.camera)}` : [],
    state.figure ? `f=${state.figure}` : [],
  ]
    .flat()
    .join("&");
  return next;
}

/** `zoom/latitude/longitude`, as MapLibre and OpenStreetMap write it. */
function parseCamera(text: string): Camera | undefined {
  const [zoom, latitude, longitude, ...rest] = text.split("/").map(Number);
  if (rest.length > 0 || zoom === undefined || latitude === undefined || longitude === undefined)
    return undefined;
  const isWithin = (value: number, low: number, high: number) => value >= low && value <= high;
  return isWithin(zoom, 0, 24) && isWithin(latitude, -90, 90) && isWithin(longitude, -180, 180)
    ? { zoom, latitude, longitude }
    : undefined;
}

/** As many decimals as the zoom shows: one pixel of a 512-pixel world tile. */
function printCamera({ zoom, latitude, longitude }: Camera): string {
  const decimals = Math.ceil((zoom * Math.LN2 + Math.log(512 / 360 / 0.5)) / Math.LN10);
  const round = (value: number, digits: number) => String(Number(value.toFixed(digits)));
  return `${round(zoom, 2)}/${round(latitude, decimals)}/${round(longitude, decimals)}`;
}
