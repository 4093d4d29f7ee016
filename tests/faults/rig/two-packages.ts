// Two states of Calais that take turns: each publish has a label of its own, as other content under one is refused.
import { changedPackage, relabel } from "../../support/packages/packages.ts";

/** The folder of the first or second state, under the label. */
export type InTurn = (index: 0 | 1, label: string) => string;

export function twoPackages(): InTurn {
  const folders = [
    changedPackage("datapackage.json", (text) => text.replace(/("version": ")/, "$10.")),
    changedPackage("places.csv", (text) => text.replaceAll("Jungle", "Jungle again")),
  ] as const;
  return (index, label) => {
    relabel(folders[index], label);
    return folders[index];
  };
}
