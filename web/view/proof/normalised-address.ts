// One spelling for all addresses of a picture that mean the same: it is written in the file, and draws the same again.

import type { Language } from "#model/words/language.ts";
import { readableQuery } from "#web/view/address/url.ts";

/**
 * The address with its parameters in one order, the language in which it was answered, and the version under its label.
 * Nothing of it tells the format: that is the file's own.
 */
export function normalisedAddress(address: URL, language: Language, label: string): URL {
  const normal = new URL("./snapshot", address);
  const { searchParams } = new URL(address);
  searchParams.set("lang", language);
  searchParams.set("v", label);
  // Whoever signs it draws nothing else.
  searchParams.delete("credentials");
  searchParams.sort();
  normal.search = readableQuery(searchParams.toString());
  return normal;
}
