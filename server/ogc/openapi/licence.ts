import type { Licence } from "#model/dataset/dataset.ts";
import { linkedLicences } from "#model/dataset/licence-words.ts";

/** The first licence as the API definition has it, which has room for one. */
export function definedLicence([first]: readonly Licence[]) {
  if (!first) return {};
  const [linked] = linkedLicences([first]);
  return { license: { name: first.title, ...(linked && { url: linked.path }) } };
}
