// Words that stand on the printed page alone.

export const printTextsEn = {
  printedSources: "Sources of what the map shows",
  printedAddress: "This view, in this version of the data:",
};
