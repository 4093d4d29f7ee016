import type { Side } from "#model/measure/site.ts";
import type { Filter } from "#model/question/filter.ts";
import type { TypedDate } from "#model/time/typed-date.ts";
import type { Localized } from "#model/words/language.ts";
import type { Selection } from "#web/view/question/selection.ts";

/** What choosing a result does. */
export type SearchTarget =
  /** Goes to the day, or shows the stretch of days. */
  | { readonly kind: "date"; readonly date: TypedDate }
  /** The same, and opens the list of what was there. */
  | { readonly kind: "list"; readonly date: TypedDate }
  /** Asks for kinds and sides that the words name, and opens what is left as a list. */
  | { readonly kind: "asked"; readonly filter: Filter; readonly date: TypedDate | null }
  /** Opens the record, on the date that the words name besides. */
  | { readonly kind: "record"; readonly selection: Selection; readonly date: TypedDate | null }
  | { readonly kind: "step"; readonly id: string };

/** What stands before a result. */
export type SearchSign =
  | { readonly kind: "date" | "list" | "asked" | "source" | "phase" | "step" | "place" }
  | { readonly kind: "side"; readonly side: Side }
  | { readonly kind: "event"; readonly category: string; readonly isCertain: boolean };

export type SearchResult = {
  readonly key: string;
  readonly target: SearchTarget;
  readonly sign: SearchSign;
  readonly title: Localized;
  /** Another name, when the words are in it and not in the title. */
  readonly otherName: string | null;
  readonly when: string;
  /** Where it is, or what it is; empty: nothing is said. */
  readonly where: string;
};

export const SEARCH_GROUPS = ["dates", "asked", "places", "events", "sources", "telling"] as const;

/** Results of one kind, the best first, and how many there are; `telling`: periods, and steps of the story. */
export type SearchGroup = {
  readonly kind: (typeof SEARCH_GROUPS)[number];
  readonly results: readonly SearchResult[];
  readonly total: number;
};

/** Results of a group that are listed before the reader asks for all. */
export const RESULTS_OF_GROUP = 3;
