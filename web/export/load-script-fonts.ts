// The typefaces of other scripts that a figure needs, from the server: those with which it draws the same figure.
import { unzipSync } from "fflate";
import type { ScriptFont } from "#web/view/figure/scripts/run-fonts.ts";

/** Fonts for the characters; an empty list where there are none. Throws when the server has no answer. */
export async function loadScriptFonts(address: URL, characters: string): Promise<ScriptFont[]> {
  if (characters === "") return [];
  const url = new URL("snapshot.fonts", address);
  url.searchParams.set("characters", characters);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const list: Omit<ScriptFont, "bytes">[] = JSON.parse(
    new TextDecoder().decode(files["fonts.json"]),
  );
  return list.flatMap((font) => {
    const bytes = files[`${font.name}.ttf`];
    return bytes ? { ...font, bytes } : [];
  });
}

/** By character, the typeface that draws it in the page: on its way or there. */
const inPage = new Map<string, Promise<void>>();

/** Makes the page itself draw the characters in these typefaces. Rejects when they do not come; the next call asks again. */
export async function showScriptFonts(address: URL, characters: string): Promise<void> {
  const missing = [...characters].filter((character) => !inPage.has(character));
  if (missing.length > 0) {
    const coming = addToPage(address, missing.join(""));
    for (const character of missing) inPage.set(character, coming);
    coming.catch(() => {
      for (const character of missing) inPage.delete(character);
    });
  }
  await Promise.all([...characters].map((character) => inPage.get(character)));
}

async function addToPage(address: URL, characters: string): Promise<void> {
  for (const { bytes, family } of await loadScriptFonts(address, characters)) {
    const face = new FontFace(family, bytes.slice().buffer, { weight: "400 600" });
    document.fonts.add(await face.load());
  }
}
