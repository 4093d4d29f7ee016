// Reading what came from elsewhere as JSON: a value that is what it is said to be, or words on where it is not.
import type { Geometry } from "geojson";
import { blankOf } from "./names.ts";

/** Answers the value. Throws `Unreadable` where it is another. */
export type Decoder<Value> = (json: unknown) => Value;

/** A value that is not what was to be read, and the names that lead to it. */
export class Unreadable extends Error {
  readonly got: string;
  readonly allowed: string;
  readonly names: readonly (string | number)[];

  /** `got`: what is there, in words. */
  constructor(got: string, allowed: string, names: readonly (string | number)[] = []) {
    super(`${nameOf(names)} is ${got}, not ${allowed}`);
    this.got = got;
    this.allowed = allowed;
    this.names = names;
  }

  /** The same of what it is a part of. */
  under(name: string | number): Unreadable {
    return new Unreadable(this.got, this.allowed, [name, ...this.names]);
  }
}

/** `events[3].title.fr`; the whole where no name leads to it. */
function nameOf(names: readonly (string | number)[]): string {
  const name = names.map((one) => (typeof one === "number" ? `[${one}]` : `.${one}`)).join("");
  return name.replace(/^\./, "") || "the whole";
}

/** Characters of a value that are said of it. */
const SAID = 60;

/** A value in few words. */
export function said(json: unknown): string {
  const text = json === undefined ? "not there" : JSON.stringify(json);
  return text.length > SAID ? `${text.slice(0, SAID)}…` : text;
}

const plain =
  <Value>(allowed: string, fits: (json: unknown) => json is Value): Decoder<Value> =>
  (json) => {
    if (!fits(json)) throw new Unreadable(said(json), allowed);
    return json;
  };

export const aText = plain("a text", (json) => typeof json === "string");
export const aNumber = plain(
  "a number",
  (json): json is number => typeof json === "number" && Number.isFinite(json),
);
export const aWholeNumber = plain("a whole number", (json): json is number =>
  Number.isInteger(json),
);
export const aBoolean = plain("true or false", (json) => typeof json === "boolean");

export const oneOf = <const Choice extends string>(choices: readonly Choice[]): Decoder<Choice> =>
  plain(`one of ${choices.join(", ")}`, (json): json is Choice =>
    (choices as readonly unknown[]).includes(json),
  );

export const orNull =
  <Value>(decode: Decoder<Value>): Decoder<Value | null> =>
  (json) =>
    json === null ? null : decode(json);

/** The same of what may not be there at all: what was stored before there was such a member. */
export const orAbsent =
  <Value>(decode: Decoder<Value>): Decoder<Value | null> =>
  (json) =>
    json === undefined || json === null ? null : decode(json);

/** The same of what only some have; the member is undefined where it is not there. */
export const ifThere =
  <Value>(decode: Decoder<Value>): Decoder<Value | undefined> =>
  (json) =>
    json === undefined ? undefined : decode(json);

export const listOf =
  <Value>(decode: Decoder<Value>): Decoder<readonly Value[]> =>
  (json) => {
    if (!Array.isArray(json)) throw new Unreadable(said(json), "a list");
    return json.map((item, index) => decodeUnder(index, decode, item));
  };

/** An object with these parts; others are left out. */
export function objectOf<Value extends object>(
  parts: {
    readonly [Name in keyof Value]-?: Decoder<Value[Name]>;
  },
): Decoder<Value> {
  const entries = Object.entries(parts) as [string, Decoder<unknown>][];
  const blank = blankOf(entries.map(([name]) => name));
  return (json) => {
    if (typeof json !== "object" || json === null || Array.isArray(json))
      throw new Unreadable(said(json), "an object");
    const value: Record<string, unknown> = { ...blank };
    for (const [name, decode] of entries)
      value[name] = decodeUnder(name, decode, (json as Record<string, unknown>)[name]);
    return value as Value;
  };
}

/** An object of any names. */
export const recordOf =
  <Value>(decode: Decoder<Value>): Decoder<Readonly<Record<string, Value>>> =>
  (json) => {
    if (typeof json !== "object" || json === null || Array.isArray(json))
      throw new Unreadable(said(json), "an object");
    const value: Record<string, Value> = {};
    for (const [name, own] of Object.entries(json)) value[name] = decodeUnder(name, decode, own);
    return value;
  };

function decodeUnder<Value>(name: string | number, decode: Decoder<Value>, json: unknown): Value {
  try {
    return decode(json);
  } catch (error) {
    throw error instanceof Unreadable ? error.under(name) : error;
  }
}

/** How deep the positions of each type of geometry lie in lists. */
const DEPTHS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/** A GeoJSON geometry (RFC 7946). */
export const aGeometry = plain("a GeoJSON geometry", (json): json is Geometry => {
  if (typeof json !== "object" || json === null || !("type" in json)) return false;
  const { coordinates, geometries, type } = json as Record<string, unknown>;
  if (type === "GeometryCollection") return Array.isArray(geometries) && geometries.every(fits);
  const depth = DEPTHS[String(type)];
  return depth !== undefined && isNested(coordinates, depth);
});

const fits = (json: unknown): boolean => {
  try {
    aGeometry(json);
    return true;
  } catch {
    return false;
  }
};

const isNested = (json: unknown, depth: number): boolean =>
  Array.isArray(json) &&
  (depth > 0
    ? json.every((part) => isNested(part, depth - 1))
    : json.length >= 2 && json.every((number) => typeof number === "number"));
