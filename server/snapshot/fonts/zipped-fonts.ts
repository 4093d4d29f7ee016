import { type Zippable, zipSync } from "fflate";
import { scriptFonts } from "./script-fonts.ts";

/** Any day: files in a ZIP have one. */
const MTIME = new Date(2000, 0, 1);

/** The typefaces of other scripts that have the characters, and a list of which has which. */
export async function zippedFonts(characters: string): Promise<Uint8Array> {
  const fonts = await scriptFonts(characters);
  const list = fonts.map(({ characters: own, family, name }) => ({
    characters: own,
    family,
    name,
  }));
  const files: Zippable = {};
  for (const { bytes, name } of fonts) files[`${name}.ttf`] = [bytes, { mtime: MTIME }];
  files["fonts.json"] = [new TextEncoder().encode(JSON.stringify(list)), { mtime: MTIME }];
  return zipSync(files);
}
