// Where the dataset is: at the root of its host, or below a path that the page's document tells.
import type { Language } from "#model/words/language.ts";
import { printSelection, type Selection } from "#web/view/question/selection.ts";

/** The path of a dataset under its own name, in an address. */
const NAMED = /^\/d\/[^/]+\//;

/** The address of the dataset, ending in a slash; everything it has is below. */
function datasetRoot(): URL {
  // The document of a development server tells none.
  const told = document.documentElement.dataset.root ?? NAMED.exec(location.pathname)?.[0];
  return new URL(told ?? "/", location.href);
}

/** The list of all datasets; undefined where there are no others. */
export function datasetsAddress(): string | undefined {
  return document.documentElement.dataset.datasets;
}

/** An address of the dataset in full: of `api/dataset`, or of "" for itself. */
export function ownAddress(path: string): string {
  return datasetRoot().href + path;
}

/** The address of the page with the state that it was asked for, also where the page is in a frame. */
export function pageAddress(): URL {
  const page = datasetRoot();
  page.search = location.search;
  page.hash = location.hash;
  return page;
}

/** Whether the page was asked for as the map in a frame of another page. */
export function isAskedAsEmbed(): boolean {
  return `${location.pathname.replace(/\/+$/, "")}` === `${datasetRoot().pathname}embed`;
}

/** The page of a record, in the language in which the reader has it: whoever is given the address reads the same. */
export const recordAddress = (selection: Selection, language: Language): string =>
  ownAddress(`?sel=${printSelection(selection)}&lang=${language}`);
