// One spelling for all addresses of a picture that mean the same: it is written in the file, and draws the same again.
import type { Language } from "#model/words/language.ts";
import { documentOf, parametersOf } from "#web/view/address/figure-document.ts";
import { readableQuery } from "#web/view/address/url.ts";

/**
 * The address as its document has it, with the language in which it was answered and the version under its label. Nothing
 * of it tells the format, which is the file's own, nor who signed it.
 */
export function normalisedAddress(address: URL, language: Language, label: string): URL {
  const normal = new URL("./snapshot", address);
  const { searchParams } = new URL(address);
  searchParams.set("lang", language);
  searchParams.set("v", label);
  normal.search = readableQuery(`${parametersOf(documentOf(searchParams, ""))}`);
  return normal;
}
