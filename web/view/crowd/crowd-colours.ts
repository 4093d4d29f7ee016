// Colours of the categories of a crowd, the most frequent first; more categories than colours share the last one.
// Told apart by people who see fewer colours too, as the test of palettes simulates it.
import { DARK, GREY, type Palette } from "#web/view/drawing/palette.ts";

export const CROWD_LIGHT = [
  "#b5391f",
  "#1b6d8c",
  "#a07400",
  "#7a4b94",
  "#4a7f3d",
  "#2b3a67",
  "#c46a9a",
  "#77706a",
] as const;

export const CROWD_DARK = [
  "#ff7f61",
  "#5fc2e0",
  "#e0b94a",
  "#b99ad6",
  "#8fcf83",
  "#93a7e8",
  "#f19ac0",
  "#b0b0b0",
] as const;

/** The colours of a palette: in grey all categories have one, for no more could be told apart. */
export const crowdColoursOf = (palette: Palette): readonly string[] =>
  palette === DARK ? CROWD_DARK : palette === GREY ? [GREY.ink] : CROWD_LIGHT;

export function crowdColour(category: number, isDark: boolean): string {
  const colours = isDark ? CROWD_DARK : CROWD_LIGHT;
  return colours[Math.min(category, colours.length - 1)] ?? colours[0];
}

/** Both colours as properties that the style sheet chooses from, as the page is lit. */
export function crowdColours(category: number): Readonly<Record<string, string>> {
  return {
    "--crowd-light": crowdColour(category, false),
    "--crowd-dark": crowdColour(category, true),
  };
}
