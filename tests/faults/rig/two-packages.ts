// Two states of Calais that take turns: each publish has a label of its own, as other content under one is refused.
import { changedPackage, relabel } from "../../support/packages/packages.ts";

/** What the second state has in the place of the first. */
export const otherNames = (places: string): string => places.replaceAll("Jungle", "Jungle again");

/** The folder of the first or second state, under the label. */
export type InTurn = (index: 0 | 1, label: string) => string;

export function twoPackages(): InTurn {
  const folders = [
    changedPackage("datapackage.json", (text) => text.replace(/("version": ")/, "$10.")),
    changedPackage("places.csv", otherNames),
  ] as const;
  return (index, label) => {
    relabel(folders[index], label);
    return folders[index];
  };
}
