// What readers of a version would want to know, and its publisher has not said.
import type { DataPackage } from "../read/data-package.ts";
import { DESCRIPTOR_FILE } from "../read/descriptor.ts";
import { type PublishChoice, publishWords } from "../records/publish-words.ts";

export type Unsaid = { readonly hasLicence: boolean; readonly hasNote: boolean };

export const unsaidOf = (dataPackage: DataPackage, publish: PublishChoice = {}): Unsaid => ({
  hasLicence: dataPackage.descriptor.licenses.length > 0,
  hasNote: publishWords(dataPackage, publish).note !== null,
});

/** What is missing, with how it is said. `isNews`: there is a version before it, which says something else. */
export function unsaidInWords({ hasLicence, hasNote }: Unsaid, isNews: boolean): string[] {
  return [
    ...(hasLicence
      ? []
      : [
          `It has no licence: nobody is told whether the data may be used again. licenses in ${DESCRIPTOR_FILE} says one, such as [{"name": "CC-BY-4.0"}]; of a table --write-package FOLDER writes that file.`,
        ]),
    ...(hasNote || !isNews
      ? []
      : ["Nothing says what is new in this version: --note TEXT tells its readers."]),
  ];
}
