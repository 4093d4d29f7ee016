// Typefaces of other scripts, loaded when a picture needs them, with no more of them than it needs.
import { readFileSync } from "node:fs";
import { LRUCache } from "lru-cache";
import subsetFont from "subset-font";
import { remembered } from "#model/remember.ts";
import type { ScriptFont } from "#web/view/figure/scripts/run-fonts.ts";
import { characterOf } from "#web/view/figure/scripts/script-families.ts";
import { FONT_FILES } from "./own-fonts.ts";
import { filesOf } from "./script-files.ts";

/** TrueType, or the same compressed for a browser. */
type Format = "sfnt" | "woff2";

/** Marks of direction and joiners; a font that has them is not asked for another. */
const INVISIBLE = "\u200c\u200d\u200e\u200f";
const MAX_FONTS = 100;
const WEIGHT = { wght: 400 };

const made = new LRUCache<string, Promise<Uint8Array>>({ max: MAX_FONTS });

/** Fonts that together have the characters, each in one weight; none for characters that no typeface has. */
export async function scriptFonts(
  characters: string,
  format: Format = "sfnt",
): Promise<ScriptFont[]> {
  const byFile = new Map<string, { family: string; characters: string }>();
  for (const character of characters) {
    const code = character.codePointAt(0) ?? 0;
    const family = characterOf(code)?.family;
    if (!family) continue;
    // Programs that draw have the typeface of the page whole; what is sent to others carries a part of it.
    if (family.package === null && format === "sfnt") continue;
    const file = family.package === null ? FONT_FILES.regular : fileOf(family.package, code);
    const { characters: before } = byFile.get(file) ?? { characters: "" };
    byFile.set(file, { family: family.family, characters: before + character });
  }
  return Promise.all(
    [...byFile].map(async ([file, { characters: own, family }], index) => ({
      family,
      name: `script ${index}`,
      characters: own,
      bytes: await part(file, own, format),
    })),
  );
}

/** The same as a style sheet that carries them. */
export async function scriptFontCss(characters: string): Promise<string> {
  const fonts = await scriptFonts(characters, "woff2");
  return fonts
    .map(({ bytes, family }) => {
      const data = Buffer.from(bytes).toString("base64");
      return `@font-face{font-family:"${family}";font-weight:400 600;src:url(data:font/woff2;base64,${data}) format("woff2")}`;
    })
    .join("");
}

function part(file: string, characters: string, targetFormat: Format): Promise<Uint8Array> {
  const key = `${targetFormat} ${file} ${characters}`;
  return remembered(made, key, async () =>
    subsetFont(readFileSync(file), characters + INVISIBLE, {
      targetFormat,
      variationAxes: file.includes("-wght-") ? WEIGHT : undefined,
    }),
  );
}

/** The file of a package that has the character, as the package says it. */
function fileOf(name: string, code: number): string {
  const found = filesOf(name).find(({ ranges }) =>
    ranges.some(([from, to]) => code >= from && code <= to),
  );
  if (!found) throw new Error(`${name} has no file for U+${code.toString(16)}`);
  return found.file;
}
