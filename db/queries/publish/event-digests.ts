// The digests of an event: of what is published of it, of which the hash of the version is made, and of all that is written
// of it, by which the next publish sees whether it is as it was.
import { hash } from "node:crypto";
import type { Position } from "geojson";
import { coordinateDecimals } from "#model/space/coordinate-decimals.ts";
import { arePoints, positionsOfPoints } from "#model/space/points.ts";
import type { Disclosure } from "#model/space/position.ts";
import { isPublished } from "./content-hash.ts";
import { DIGEST_BYTES } from "./known-rows.ts";
import type { EventRow } from "./rows.ts";

/** Bytes as texts, each a character of Latin-1: Node makes these in half the time of buffers. */
export type EventDigests = { readonly published: string; readonly all: string };

type Split = Readonly<Record<"shown" | "others", readonly string[]>>;

/** Reckons those of events that have the columns of the first. */
export class EventDigester {
  readonly #seed: string;
  #columns: readonly string[] = [];
  readonly #splits = new Map<Disclosure, Split>();

  /** `seed` tells by what rows are made, their own values aside: where it is another, so is every digest. */
  constructor(seed: string) {
    this.#seed = seed;
  }

  of(row: EventRow): EventDigests {
    const level = row.disclosure ?? "exact";
    const { others, shown } = this.#splits.get(level) ?? this.#split(row, level);
    const values: Readonly<Record<string, unknown>> = row;
    const published = hash("sha256", toldPosition(row, level) + toldOfAll(values, shown), "binary");
    const rest = this.#seed + published + toldOfAll(values, others);
    return { published, all: hash("sha256", rest, "binary").slice(0, DIGEST_BYTES) };
  }

  #split(row: EventRow, level: Disclosure): Split {
    if (this.#columns.length === 0)
      this.#columns = Object.keys(row).filter((name) => name !== "datasetId");
    const split = {
      shown: this.#columns.filter((name) => isPublished(name, level)),
      others: this.#columns.filter((name) => !isPublished(name, level)),
    };
    this.#splits.set(level, split);
    return split;
  }
}

/** The values of these names behind each other. Most are short texts or nothing, which need no call of their own. */
function toldOfAll(values: Readonly<Record<string, unknown>>, names: readonly string[]): string {
  let told = "";
  for (const name of names) {
    const value = values[name];
    if (value === null || value === undefined) told += "null,";
    else if (typeof value === "string") told += `${value.length}:${value}`;
    else told += toldOf(value);
  }
  return told;
}

/**
 * A value as a text, no two values as the same one, however many stand behind each other. As JSON is, in a quarter of its
 * time: what lists and objects hold are mostly short texts, too.
 */
function toldOf(value: unknown): string {
  if (typeof value === "string") return `${value.length}:${value}`;
  if (typeof value === "number") return toldNumber(value);
  if (typeof value !== "object" || value === null) return `${value ?? null},`;
  if (Array.isArray(value)) {
    let told = "[";
    for (const item of value)
      told += typeof item === "string" ? `${item.length}:${item}` : toldOf(item);
    return `${told}]`;
  }
  let told = "{";
  const own = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(own)) {
    const item = own[name];
    told += `${name.length}:${name}`;
    told += typeof item === "string" ? `${item.length}:${item}` : toldOf(item);
  }
  return `${told}]`;
}

/** Days and counts are the same again and again, and V8 forgets soon how a number is printed. */
function toldNumber(value: number): string {
  if (!(value >= 0 && value < WHOLE_NUMBERS.length && Number.isInteger(value))) return `${value};`;
  const known = WHOLE_NUMBERS[value];
  if (known !== undefined) return known;
  const told = `${value};`;
  WHOLE_NUMBERS[value] = told;
  return told;
}

const WHOLE_NUMBERS: (string | undefined)[] = new Array(50_000).fill(undefined);

/** Where the public sees the event, and how exactly; of one that is protected the database tells it. */
function toldPosition({ geom, precisionM = null }: EventRow, level: Disclosure): string {
  if (level !== "exact" || !geom || !arePoints(geom)) return toldOf(null);
  const decimals = coordinateDecimals(precisionM);
  const points = positionsOfPoints(geom).map((position) => printPosition(position, decimals));
  return toldOf([precisionM, ...(points.length > 1 ? new Set(points) : points)]);
}

function printPosition(position: Position, decimals: number): string {
  let printed = "";
  for (const degrees of position)
    printed += `${printed === "" ? "" : " "}${degrees.toFixed(decimals)}`;
  return printed;
}
