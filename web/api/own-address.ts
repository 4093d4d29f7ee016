// Where the dataset is: at the root of its host, or below a path that the page's document tells.
import type { Language } from "#model/words/language.ts";
import { readableQuery } from "#web/view/address/url.ts";
import { printSelection, type Selection } from "#web/view/question/selection.ts";
import { printVersionPair, type VersionPair } from "#web/view/question/version-pair.ts";

/** The path of a dataset under its own name, in an address. */
const NAMED = /^\/d\/[^/]+\//;

/** The address of the dataset, ending in a slash; everything it has is below. */
function datasetRoot(): URL {
  // The document of a development server tells none.
  const told = document.documentElement.dataset.root ?? NAMED.exec(location.pathname)?.[0];
  return new URL(told ?? "/", location.href);
}

/** Whether what is shown was brought by the reader: no service has it, and nothing of it has an address. */
export const isBrought = (): boolean => document.documentElement.dataset.brought !== undefined;

/** The list of all datasets; undefined where there are no others. */
export function datasetsAddress(): string | undefined {
  return document.documentElement.dataset.datasets;
}

/** The label of the version that the address names; undefined where the newest is shown. */
const namedVersion = (): string | undefined => document.documentElement.dataset.version;

/** An address of the dataset in full: of `api/dataset`, or of "" for itself. The API is asked in the version that is shown. */
export function ownAddress(path: string): string {
  const version = namedVersion();
  const ofVersion =
    version !== undefined && path.startsWith("api") ? `v/${encodeURIComponent(version)}/` : "";
  return datasetRoot().href + ofVersion + path;
}

/** Where a file that was made here is checked. */
export const verifyAddress = (language: Language): string =>
  `${datasetRoot().href}verify?lang=${language}`;

/** Where somebody's own table becomes a map. */
export const workbenchAddress = (language: Language): string =>
  `${datasetRoot().href.replace(/d\/[^/]+\/$/, "")}new?lang=${language}`;

/** An address of the API of the newest version, whichever is shown: it knows all others. */
export const newestApi = (path: string): string => `${datasetRoot().href}api/${path}`;

/** The same state in the newest version, beside what is different between the two. */
export function differenceAddress(pair: VersionPair, language: Language): string {
  const page = pageAddress();
  page.searchParams.set("lang", language);
  for (const name of ["v", "sel", "step"]) page.searchParams.delete(name);
  page.searchParams.set("view", "versions");
  page.searchParams.set("versions", printVersionPair(pair));
  page.search = readableQuery(page.search);
  return page.href;
}

/** The same state in a version of the data. */
export function versionAddress(label: string, language: Language): string {
  const page = pageAddress();
  page.searchParams.set("lang", language);
  page.searchParams.set("v", label);
  return page.href;
}

/** The same state in the newest version; undefined where that is what is shown. */
export function newestAddress(): string | undefined {
  if (document.documentElement.dataset.isFormer === undefined) return undefined;
  const page = pageAddress();
  page.searchParams.delete("v");
  return page.href;
}

/** The label of the newest version, where a former one is shown that says the same; undefined otherwise. */
export const sameNewest = (): string | undefined => document.documentElement.dataset.sameAs;

/** Whether the address is that of a version, by its path or as `v=`: what is said of it comes before all else. */
export const namesVersion = (): boolean =>
  newestAddress() !== undefined || new URL(location.href).searchParams.has("v");

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

/**
 * The page of a record, in the language in which the reader has it: whoever is given the address reads the same. In the
 * version that is shown, or in another one.
 */
export function recordAddress(
  selection: Selection,
  language: Language,
  version: string | undefined = namedVersion(),
): string {
  const ofVersion = version === undefined ? "" : `&v=${encodeURIComponent(version)}`;
  return ownAddress(`?sel=${printSelection(selection)}&lang=${language}${ofVersion}`);
}

/** A page or file of the API in the language in which the reader has the data; `path` begins with `api`, and may ask something. */
export const apiPage = (path: string, language: Language): string =>
  inLanguage(ownAddress(path), language);

/** The address, asking for a language. */
export const inLanguage = (address: string, language: Language): string =>
  `${address}${address.includes("?") ? "&" : "?"}lang=${language}`;
