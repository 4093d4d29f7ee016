// What a licence is called where there is room for a name.
import { isWebAddress } from "../words/web-address.ts";
import type { Licence } from "./dataset.ts";

/** Ids of the Open Definition that name a kind of licence, and none: nobody reads "other-pd". */
const NO_NAME = /^(other-(at|closed|nc|open|pd)|notspecified)$/i;

/** Those that lead anywhere. */
export const linkedLicences = (licences: readonly Licence[]): readonly Licence[] =>
  licences.filter(({ path }) => isWebAddress(path));

/** "CC-BY-4.0", the name by which licences are known, or the title where the name is none. */
export function licenceInWords({ name, title }: Licence): string {
  return NO_NAME.test(name) && title !== "" ? title : name;
}
