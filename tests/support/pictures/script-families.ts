// Reads from the fonts which characters they have and how wide those are.
import { readFileSync } from "node:fs";
import * as fontkit from "fontkit";
import { FONT_FILES } from "#server/snapshot/fonts/own-fonts.ts";
import { filesOf } from "#server/snapshot/fonts/script-files.ts";

/** In the order in which they are asked; Chinese before Korean, which has many of its characters too. */
const PACKAGES = [
  ...["arabic", "hebrew", "ethiopic", "devanagari", "bengali", "tamil", "telugu", "kannada"],
  ...["gujarati", "gurmukhi", "malayalam", "sinhala", "oriya", "thai", "lao", "khmer", "myanmar"],
  ...["georgian", "armenian", "thaana", "syriac", "sc", "kr"],
].map((script) => `noto-sans-${script}`);
const EMOJI = "noto-emoji";
const SHORT_NAMES = new Set(["sc", "kr"]);

type Widths = Map<number, number>;

/** Typefaces with their characters, each in the first that has it. */
export function readScriptFamilies(): { family: string; package: string | null; runs: string }[] {
  const own = fontkit.create(readFileSync(FONT_FILES.regular));
  const seen = new Set<number>();
  const widthsIn = (font: fontkit.Font, widths: Widths) => {
    for (const code of font.characterSet) {
      if (seen.has(code) || code < 0xa0) continue;
      const { advanceWidth } = font.glyphForCodePoint(code);
      widths.set(code, Math.round((advanceWidth / font.unitsPerEm) * 1000));
    }
  };
  const page: Widths = new Map();
  widthsIn(own, page);
  for (const code of page.keys()) seen.add(code);
  const others = [...PACKAGES, EMOJI].map((name) => {
    const widths: Widths = new Map();
    for (const { file } of filesOf(name)) widthsIn(fontkit.create(readFileSync(file)), widths);
    for (const code of widths.keys()) seen.add(code);
    return { family: familyOf(name), package: name, runs: printRuns(widths) };
  });
  return [{ family: "Source Sans 3 Extended", package: null, runs: printRuns(page) }, ...others];
}

function familyOf(name: string): string {
  return name
    .split("-")
    .map((part) =>
      SHORT_NAMES.has(part) ? part.toUpperCase() : (part[0] ?? "").toUpperCase() + part.slice(1),
    )
    .join(" ");
}

/** `gap:length=width` in base 36: from the end of the last run; a length of 1 and a width as before are left out. */
function printRuns(widths: Widths): string {
  const runs: { from: number; length: number; width: number }[] = [];
  for (const [code, width] of [...widths].sort(([a], [b]) => a - b)) {
    const last = runs.at(-1);
    if (last && last.from + last.length === code && last.width === width) last.length += 1;
    else runs.push({ from: code, length: 1, width });
  }
  let [next, before] = [0, 0];
  return runs
    .map(({ from, length, width }) => {
      const gap = (from - next).toString(36);
      const text = `${gap}${length === 1 ? "" : `:${length.toString(36)}`}${width === before ? "" : `=${width.toString(36)}`}`;
      [next, before] = [from + length, width];
      return text;
    })
    .join(" ");
}
