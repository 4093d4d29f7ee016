import { isPrinting } from "#web/state/printing.ts";
import { DARK, LIGHT, type Palette } from "#web/view/drawing/palette.ts";

/** The colours of the reader's choice; paper is light. */
export function shownPalette(): Palette {
  if (isPrinting.peek()) return LIGHT;
  const { theme } = document.documentElement.dataset;
  const isDark =
    theme === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
  return isDark ? DARK : LIGHT;
}
