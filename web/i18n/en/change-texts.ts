// The texts of what changed between two dates.

export const changeTextsEn = {
  legendOpened: "opened between the two dates",
  legendClosed: "closed between them",
  legendGrown: "more people than before",
  legendShrunk: "fewer people than before",
};
