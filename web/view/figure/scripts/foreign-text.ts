// Text in scripts that the typeface of the page has not: other typefaces are named for it, and a character that none has
// is replaced where everybody sees it.
import { isFromTheRight } from "#web/view/figure/type/direction.ts";
import { isMeasured } from "#web/view/figure/type/text-width.ts";
import { characterOf } from "./script-families.ts";

export type ForeignText = {
  readonly svg: string;
  /** Characters for which a typeface besides that of the page is needed, each once, in order. */
  readonly foreign: string;
  /** Characters that no typeface has, as `U+1F9FF`. */
  readonly missing: readonly string[];
};

/** Stands for one or more characters that cannot be drawn; any typeface has it. */
const REPLACEMENT = "[?]";
/** They choose between forms of the character before, which one typeface has not; or are never seen by themselves. */
const VARIATIONS = /[\ufe00-\ufe0f]/gu;
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u2060\ufeff]/u;
/** A mark of direction at both ends makes what stands between two words from right to left go with them. */
const RLM = "\u200f";

/** Works on the lines of text of a finished figure, each an element with nothing but characters in it. */
export function nameScripts(svg: string): ForeignText {
  const foreign = new Set<string>();
  const missing = new Set<string>();
  const named = svg.replace(
    /(<text\b[^>]*>)([^<]*)(?=<\/text>)/g,
    (whole, open: string, text: string) => {
      if (isMeasured(text)) return whole;
      const families = new Set<string>();
      let line = "";
      for (const character of text.replace(VARIATIONS, "")) {
        const code = character.codePointAt(0) ?? 0;
        const known = characterOf(code);
        if (known) {
          foreign.add(character);
          families.add(known.family.family);
        }
        if (known || isMeasured(character) || INVISIBLE.test(character)) line += character;
        else {
          missing.add(`U+${code.toString(16).toUpperCase().padStart(4, "0")}`);
          if (!line.endsWith(REPLACEMENT)) line += REPLACEMENT;
        }
      }
      const list = [...families].map((family) => `'${family}', `).join("");
      const tag = open.replace(", sans-serif", `, ${list}sans-serif`);
      return tag + (isFromTheRight(line) ? RLM + line + RLM : line);
    },
  );
  return { svg: named, foreign: [...foreign].sort().join(""), missing: [...missing].sort() };
}
