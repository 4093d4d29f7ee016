// The reader's question as an address of the API: what is on the page can be had as a file.

import { COLLECTIONS } from "#model/collection/collections.ts";
import type { CollectionRole } from "#model/dataset/declared.ts";
import type { Facet, Filter } from "#model/question/filter.ts";
import { cql2Of, type FoundTable } from "#model/question/own-column.ts";
import { printDatetime } from "#model/time/datetime.ts";
import type { Certainty, Window } from "#model/time/span.ts";
import { areaText } from "./area-text.ts";

export type ApiQuestion = {
  /** Of an address under `/api`: empty, or with its question mark. */
  readonly search: string;
  /** Parts of the filter that this collection cannot be asked for. */
  readonly leftOut: readonly (Facet | "q" | "area" | "own")[];
};

/** Which property of a collection a facet speaks of. */
const PROPERTIES: Readonly<Partial<Record<CollectionRole, Partial<Record<Facet, string>>>>> = {
  places: { kinds: "kind", sides: "side" },
  sites: { kinds: "kind", sides: "side" },
  events: { categories: "category", certainties: "certainty" },
};

/** Facets that say nothing of a collection leave it whole, as on the page. */
const SPEAKS_OF: Readonly<Partial<Record<CollectionRole, readonly Facet[]>>> = {
  places: ["kinds", "sides", "sourceKinds"],
  sites: ["kinds", "sides", "sourceKinds"],
  events: ["categories", "certainties", "sides", "sourceKinds"],
  movements: ["kinds", "sides", "sourceKinds"],
};

/** The table whose columns of the dataset's own the records of a collection have. */
const TABLES: Readonly<Partial<Record<CollectionRole, FoundTable>>> = {
  places: "places",
  sites: "places",
  events: "events",
};

export type Asked = {
  readonly filter: Filter;
  readonly window: Window;
  readonly certainty: Certainty;
  /** Undefined: with what conventions fill. */
  readonly conventions?: boolean;
};

export function apiQuestion(
  role: CollectionRole,
  { filter, window, certainty, conventions = true }: Asked,
): ApiQuestion {
  const { properties, temporal } = COLLECTIONS[role];
  const parameters = new URLSearchParams();
  if (temporal) parameters.set("datetime", printDatetime(window));
  if (temporal && certainty === "certain") parameters.set("certainty", certainty);
  if (!conventions && properties.some(({ name }) => name === "convention"))
    parameters.set("conventions", "false");
  const names = PROPERTIES[role] ?? {};
  const facets = (SPEAKS_OF[role] ?? []).filter((facet) => filter[facet].length > 0);
  const conditions = facets.flatMap((facet) => {
    const name = names[facet];
    return name ? `${name} IN (${filter[facet].map(quoted).join(", ")})` : [];
  });
  const table = TABLES[role];
  if (table) conditions.push(...filter.own.filter(({ of }) => of.includes(table)).map(cql2Of));
  const isSearched = SPEAKS_OF[role] !== undefined;
  const isEnd = role === "movements";
  const q = filter.q.trim();
  if (q !== "" && isSearched && !isEnd) parameters.set("q", q.replaceAll(",", " "));
  const { area } = filter;
  if (area && isSearched && !isEnd) conditions.push(`S_INTERSECTS(geometry, ${areaText(area)})`);
  if (conditions.length > 0) parameters.set("filter", conditions.join(" AND "));
  const search = parameters.toString();
  return {
    search: search === "" ? "" : `?${search}`,
    leftOut: [
      ...facets.filter((facet) => !names[facet]),
      ...(isEnd && q !== "" ? (["q"] as const) : []),
      ...(isEnd && area ? (["area"] as const) : []),
      ...(isEnd && filter.own.some(({ of }) => of.includes("places")) ? (["own"] as const) : []),
    ],
  };
}

/** The events that the filter leaves, whenever they were, as parameters of the API. */
export function eventsAtAnyTime({ filter, certainty }: Omit<Asked, "window">): URLSearchParams {
  const window = { from: null, until: null };
  const parameters = new URLSearchParams(
    apiQuestion("events", { filter, window, certainty }).search,
  );
  parameters.delete("datetime");
  return parameters;
}

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;
