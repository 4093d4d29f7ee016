// The texts of what changed between two dates.
import type { changeTextsEn } from "../en/change-texts.ts";

export const changeTextsFr: typeof changeTextsEn = {
  legendOpened: "ouvert entre les deux dates",
  legendClosed: "fermé entre elles",
  legendGrown: "plus de personnes qu’avant",
  legendShrunk: "moins de personnes qu’avant",
};
