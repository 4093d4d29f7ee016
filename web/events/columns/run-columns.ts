// What is asked of the server for columns: all of them, and again those of the events in which words are found.
import { effect, type ReadonlySignal } from "@preact/signals";
import type { Filter } from "#model/question/filter.ts";
import type { FoundCrowd } from "./found-crowd.ts";
import type { HeldColumns } from "./held-columns.ts";
import { loadCrowd } from "./load-crowd.ts";

/** Milliseconds after the last letter typed until the words are searched for. */
const TYPING_MS = 350;

/**
 * Loads the columns of all events, and besides, when the reader searches words, those of the events in which the server
 * finds them. Answers the function that ends it.
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
  const find = (q: string) => {
    stopFinding();
    asked = q;
    if (q === "") columns.setFound(null);
    else stopFinding = loadFound(q, columns.setFound, onFailure);
  };
  const stopWaiting = effect(() => {
    const q = filter.value.q.trim();
    if (q === asked) return;
    const timer = setTimeout(() => find(q), q === "" ? 0 : TYPING_MS);
    return () => clearTimeout(timer);
  });
  return () => {
    stopWaiting();
    stopFinding();
    stopAll();
  };
}

/** Loads the columns of the events in which the words are found; what was found before stays until the first are here. */
function loadFound(
  q: string,
  onFound: (found: FoundCrowd) => void,
  onFailure: () => void,
): () => void {
  let found: FoundCrowd | undefined;
  const add = (more: Partial<FoundCrowd>) => {
    if (!found) return;
    found = { ...found, ...more };
    onFound(found);
  };
  return loadCrowd(`?${new URLSearchParams({ q: q.replaceAll(",", " ") })}`, (news) => {
    if (news.kind === "head") found = { q, head: news.head, blocks: [], isWhole: false };
    else if (news.kind === "block") add({ blocks: [...(found?.blocks ?? []), news.block] });
    else if (news.kind === "whole") add({ blocks: [news.block] });
    else if (news.kind === "end") add({ isWhole: true });
    else onFailure();
  });
}
