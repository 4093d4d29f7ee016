// What of the results can be chosen in the list, in its order, and what choosing it does.
import { batch } from "@preact/signals";
import type { AppState } from "#web/state/app-state.ts";
import { readSearch } from "#web/view/search/asked-in-words.ts";
import {
  RESULTS_OF_GROUP,
  type SearchGroup,
  type SearchResult,
  type SearchTarget,
} from "#web/view/search/search-result.ts";

export type SearchOption =
  | { readonly kind: "result"; readonly result: SearchResult }
  | { readonly kind: "all"; readonly group: SearchGroup }
  /** Makes the words the filter of the map. */
  | { readonly kind: "alone" };

export type OptionGroup = {
  readonly group: SearchGroup;
  readonly options: readonly SearchOption[];
};

/** The groups with what can be chosen of each; `isWhole`: periods and steps are shown all of them. */
export function optionGroups(
  groups: readonly SearchGroup[],
  isWhole: boolean,
): readonly OptionGroup[] {
  return groups.map((group) => {
    const isCut = group.total > RESULTS_OF_GROUP && !(group.kind === "telling" && isWhole);
    const shown = isCut ? group.results.slice(0, RESULTS_OF_GROUP) : group.results;
    return {
      group,
      options: [
        ...shown.map((result): SearchOption => ({ kind: "result", result })),
        ...(isCut ? [{ kind: "all", group } as const] : []),
      ],
    };
  });
}

/** Whether a filter by the words would leave anything. */
export const canStandAlone = (groups: readonly SearchGroup[]): boolean =>
  groups.some(({ kind }) => kind === "places" || kind === "events");

/** Whether something that can be read opens where the option is chosen. */
export const opens = (option: SearchOption): boolean =>
  option.kind === "all" || (option.kind === "result" && option.result.target.kind !== "date");

/** Opens what a result is of. */
export function follow({ actions }: AppState, target: SearchTarget): void {
  batch(() => {
    switch (target.kind) {
      case "date":
        actions.goToDate(target.date);
        break;
      case "list":
        actions.goToDate(target.date);
        actions.setPanel("now");
        break;
      case "asked":
        if (target.date) actions.goToDate(target.date, true);
        actions.setFilter(target.filter);
        actions.setPanel("find");
        break;
      case "record":
        if (target.date) actions.goToDate(target.date);
        actions.select(target.selection);
        break;
      case "step":
        actions.goToStory(target.id);
    }
  });
}

/** Opens the list of all that words find of a kind. */
export function openAll(state: AppState, kind: SearchGroup["kind"], q: string): void {
  const { actions } = state;
  batch(() => {
    if (kind === "sources") actions.openSources(q.trim());
    else {
      filterBy(state, q);
      actions.setPanel("find");
    }
  });
}

/** Makes the words the filter, and a date among them the days that are shown. */
export function filterBy({ actions, dataset, language }: AppState, q: string): void {
  const { among } = readSearch(q, dataset.meta, language.peek());
  const isAmong = among !== undefined && among.rest !== "";
  batch(() => {
    if (isAmong) actions.goToDate(among.date, true);
    actions.setQuery(isAmong ? among.rest : q.trim());
  });
}
