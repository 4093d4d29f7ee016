// What is asked of the server for columns: all of them, and again those of the events that it alone finds.
import { effect, type ReadonlySignal } from "@preact/signals";
import type { Filter } from "#model/question/filter.ts";
import { type FoundCrowd, searchOf } from "./found-crowd.ts";
import type { HeldColumns } from "./held-columns.ts";
import { loadCrowd } from "./load-crowd.ts";

/** Milliseconds after the last letter typed until the words are searched for. */
const TYPING_MS = 350;

/**
 * Loads the columns of all events, and besides, when the reader asks for words or for columns of the dataset's own, those
 * of the events that the server finds by them. Answers the function that ends it.
 */
export function runColumns(
  columns: HeldColumns,
  filter: ReadonlySignal<Filter>,
  onFailure: () => void,
): () => void {
  const stopAll = loadCrowd("", (news) => {
    if (news.kind === "head") columns.setHead(news.head);
    else if (news.kind === "block") columns.add(news.block);
    else if (news.kind === "whole") columns.setWhole(news.block);
    else columns.setLoading(news.kind === "end" ? { kind: "here" } : news);
  });
  let stopFinding = () => {};
  let asked = "";
  const find = (search: string) => {
    stopFinding();
    asked = search;
    if (search === "") columns.setFound(null);
    else stopFinding = loadFound(search, columns.setFound, onFailure);
  };
  const stopWaiting = effect(() => {
    const search = searchOf(filter.value);
    if (search === asked) return;
    const timer = setTimeout(() => find(search), search === "" ? 0 : TYPING_MS);
    return () => clearTimeout(timer);
  });
  return () => {
    stopWaiting();
    stopFinding();
    stopAll();
  };
}

/** Loads the columns of the events that the server finds; what was found before stays until the first are here. */
function loadFound(
  search: string,
  onFound: (found: FoundCrowd) => void,
  onFailure: () => void,
): () => void {
  let found: FoundCrowd | undefined;
  const add = (more: Partial<FoundCrowd>) => {
    if (!found) return;
    found = { ...found, ...more };
    onFound(found);
  };
  return loadCrowd(`?${search}`, (news) => {
    if (news.kind === "head") found = { search, head: news.head, blocks: [], isWhole: false };
    else if (news.kind === "block") add({ blocks: [...(found?.blocks ?? []), news.block] });
    else if (news.kind === "whole") add({ blocks: [news.block] });
    else if (news.kind === "end") add({ isWhole: true });
    else onFailure();
  });
}
