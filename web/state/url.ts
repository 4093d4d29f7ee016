// The address is an echo of the state: read once at the start and when the reader goes back, written after changes.
// Defaults are left out, keys that are not known are kept, nonsense falls back to the default and is reported.
import { type Day, parseDay, printDay } from "#model/day.ts";
import { LANGUAGES, type Language } from "#model/language.ts";
import { CERTAINTIES, type Certainty } from "#model/span.ts";
import { parseSelection, printSelection, type Selection } from "./selection.ts";

export type Camera = {
  readonly zoom: number;
  readonly latitude: number;
  readonly longitude: number;
};

/** The part of the state that an address carries; undefined is the default. */
export type UrlState = {
  readonly date: Day | undefined;
  readonly certainty: Certainty | undefined;
  readonly sel: Selection | undefined;
  readonly lang: Language | undefined;
  readonly camera: Camera | undefined;
};

type Parameter<Value> = {
  readonly parse: (text: string) => Value | undefined;
  readonly print: (value: Value) => string;
};

type QueryKey = Exclude<keyof UrlState, "camera">;

const oneOf = <Choice extends string>(choices: readonly Choice[]): Parameter<Choice> => ({
  parse: (text) => choices.find((choice) => choice === text),
  print: (value) => value,
});

const PARAMETERS: { readonly [Key in QueryKey]: Parameter<NonNullable<UrlState[Key]>> } = {
  date: { parse: parseDay, print: printDay },
  certainty: oneOf(CERTAINTIES),
  sel: { parse: parseSelection, print: printSelection },
  lang: oneOf(LANGUAGES),
};

const QUERY_KEYS = Object.keys(PARAMETERS) as QueryKey[];

/** Reads the state from an address; `ignored` names the parameters that made no sense. */
export function parseUrl(url: URL): { state: UrlState; ignored: string[] } {
  const ignored: string[] = [];
  const state: Record<string, unknown> = {};
  for (const key of QUERY_KEYS) {
    const text = url.searchParams.get(key);
    if (text === null) continue;
    state[key] = PARAMETERS[key].parse(text);
    if (state[key] === undefined) ignored.push(key);
  }
  const hash = new URLSearchParams(url.hash.slice(1)).get("map");
  if (hash !== null) {
    state.camera = parseCamera(hash);
    if (state.camera === undefined) ignored.push("#map");
  }
  return { state: state as UrlState, ignored };
}

/** The address with this state; what it had besides stays. */
export function printUrl(url: URL, state: UrlState): URL {
  const next = new URL(url);
  for (const key of QUERY_KEYS) {
    const value = state[key];
    const { print } = PARAMETERS[key] as Parameter<unknown>;
    if (value === undefined) next.searchParams.delete(key);
    else next.searchParams.set(key, print(value));
  }
  // A colon is legal in a query, and `place:la-lande` is easier to read than `place%3Ala-lande`.
  next.search = next.search.replaceAll("%3A", ":");
  next.hash = state.camera ? `map=${printCamera(state.camera)}` : "";
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
