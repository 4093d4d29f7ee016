// What a reader asks to see. A list without entries asks for everything; between lists all must hold.
import type { Polygon, Position } from "geojson";
import type { Attributes } from "../field/attributes.ts";
import type { Side } from "../measure/site.ts";
import type { EventCertainty } from "../record/event.ts";
import { isInside } from "../space/geometry.ts";
import { containsWords } from "../words/fold.ts";
import { type FoundTable, hasOwn, type OwnColumn, type OwnCondition } from "./own-column.ts";

export type Filter = {
  /** Kinds of place; speaks of places only. */
  readonly kinds: readonly string[];
  /** Categories of event; speaks of events only. */
  readonly categories: readonly string[];
  /** How well an event is established; speaks of events only. */
  readonly certainties: readonly EventCertainty[];
  /** Sides of the separating line; a place or event without one is on none. */
  readonly sides: readonly Side[];
  /** At least one source of one of these kinds. */
  readonly sourceKinds: readonly string[];
  readonly q: string;
  /** Only what lies in this area. */
  readonly area: Polygon | null;
  /** Of columns that the dataset has of its own, each once; one speaks only of the tables that have it. */
  readonly own: readonly OwnCondition[];
};

export const NO_FILTER: Filter = {
  kinds: [],
  categories: [],
  certainties: [],
  sides: [],
  sourceKinds: [],
  q: "",
  area: null,
  own: [],
};

/** The lists of a filter that choose among named values. */
export const FACETS = ["kinds", "categories", "certainties", "sides", "sourceKinds"] as const;
export type Facet = (typeof FACETS)[number];

/** What a filter needs to know of a place or an event. A facet that does not speak of it is undefined. */
export type Facts = {
  readonly kinds?: readonly string[];
  readonly categories?: readonly string[];
  readonly certainties?: readonly string[];
  readonly sides: readonly string[];
  readonly sourceKinds: readonly string[];
  /** Names and texts in every language, accents folded. */
  readonly text: string;
  /** Where it is; none: nowhere on a map. */
  readonly positions: readonly Position[];
  /** What it has in the columns of its table that are the dataset's own; undefined: nothing speaks of these. */
  readonly own?: { readonly of: FoundTable; readonly values: Attributes };
};

/** True when the facts answer the filter. */
export function passes(filter: Filter, facts: Facts): boolean {
  return (
    FACETS.every((facet) => passesFacet(filter, facts, facet)) &&
    filter.own.every((condition) => passesOwn(condition, facts)) &&
    containsWords(facts.text, filter.q) &&
    isIn(facts, filter.area)
  );
}

const passesOwn = (condition: OwnCondition, { own }: Facts): boolean =>
  own === undefined || !condition.of.includes(own.of) || hasOwn(condition, own.values);

/** Some of it lies in the area. */
function isIn({ positions }: Facts, area: Polygon | null): boolean {
  return area === null || positions.some((position) => isInside(position, area));
}

function passesFacet(filter: Filter, facts: Facts, facet: Facet): boolean {
  const wanted: readonly string[] = filter[facet];
  const has = facts[facet];
  return wanted.length === 0 || has === undefined || has.some((value) => wanted.includes(value));
}

/** How many things each value of a facet would leave, all other parts of the filter holding. */
export function countFacet(
  filter: Filter,
  things: readonly Facts[],
  facet: Facet,
): ReadonlyMap<string, number> {
  const others = { ...filter, [facet]: [] };
  const counts = new Map<string, number>();
  for (const facts of things) {
    const values = facts[facet];
    if (!values || !passes(others, facts)) continue;
    for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** The filter as it is without what it asks of a column of the dataset's own. */
export const withoutOwn = (filter: Filter, { name }: Pick<OwnColumn, "name">): Filter => ({
  ...filter,
  own: filter.own.filter((one) => one.name !== name),
});

/** How many things each value of a column of the dataset's own would leave, all other parts of the filter holding. */
export function countOwn(
  filter: Filter,
  things: readonly Facts[],
  column: OwnColumn,
): ReadonlyMap<string, number> {
  const others = withoutOwn(filter, column);
  const counts = new Map<string, number>();
  for (const facts of things) {
    const value = facts.own?.values[column.name];
    if (value === undefined || !facts.own || !column.of.includes(facts.own.of)) continue;
    if (passes(others, facts)) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  }
  return counts;
}

const FACETS_OF: Readonly<Record<"places" | "events", readonly Facet[]>> = {
  places: ["kinds", "sides", "sourceKinds"],
  events: ["categories", "certainties", "sides", "sourceKinds"],
};

/** True when some part of the filter speaks of places, or of events. */
export function speaksOf(filter: Filter, things: "places" | "events"): boolean {
  return (
    FACETS_OF[things].some((facet) => filter[facet].length > 0) ||
    filter.own.some(({ of }) => of.includes(things)) ||
    filter.q.trim() !== "" ||
    filter.area !== null
  );
}

/** True when the filter asks for everything. */
export function isEmptyFilter(filter: Filter): boolean {
  return (
    FACETS.every((facet) => filter[facet].length === 0) &&
    filter.own.length === 0 &&
    filter.q.trim() === "" &&
    filter.area === null
  );
}
