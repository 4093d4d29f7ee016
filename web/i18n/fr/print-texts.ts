// Words that stand on the printed page alone.

import type { printTextsEn } from "../en/print-texts.ts";

export const printTextsFr: typeof printTextsEn = {
  printedSources: "Sources de ce que montre la carte",
  printedAddress: "Cette vue, dans cette version des données :",
};
