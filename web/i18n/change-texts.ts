// The texts of what changed between two dates, in both languages.

export const changeTextsEn = {
  legendOpened: "opened between the two dates",
  legendClosed: "closed between them",
  legendGrown: "more people than before",
  legendShrunk: "fewer people than before",
};

export const changeTextsFr: typeof changeTextsEn = {
  legendOpened: "ouvert entre les deux dates",
  legendClosed: "fermé entre elles",
  legendGrown: "plus de personnes qu’avant",
  legendShrunk: "moins de personnes qu’avant",
};
