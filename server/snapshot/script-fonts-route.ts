// `/snapshot.fonts?characters=…`: a ZIP of the typefaces with which a page draws those characters itself, as pictures do.
import { type Zippable, zipSync } from "fflate";
import { Hono } from "hono";
import type { AppEnv } from "../http/app-env.ts";
import { CACHE_POLICIES } from "../http/caching.ts";
import { badRequest } from "../http/problems.ts";
import { scriptFonts } from "./script-fonts.ts";

const MOST_CHARACTERS = 2000;
/** Any day: files in a ZIP have one. */
const MTIME = new Date(2000, 0, 1);

export function scriptFontsRoute() {
  return new Hono<AppEnv>().get("/", async (context) => {
    const asked = context.req.query("characters") ?? "";
    const characters = [...new Set(asked)].sort();
    if (characters.length === 0 || characters.length > MOST_CHARACTERS)
      return badRequest(context, [
        {
          name: "characters",
          got: `${characters.length} characters`,
          allowed: `1 to ${MOST_CHARACTERS} characters, each once`,
        },
      ]);
    const text = characters.join("");
    const fonts = await scriptFonts(text);
    const files: Zippable = {};
    for (const { bytes, name } of fonts) files[`${name}.ttf`] = [bytes, { mtime: MTIME }];
    files["fonts.json"] = [
      new TextEncoder().encode(
        JSON.stringify(
          fonts.map(({ characters: own, family, name }) => ({ characters: own, family, name })),
        ),
      ),
      { mtime: MTIME },
    ];
    context.header("Cache-Control", CACHE_POLICIES.versioned);
    return context.body(zipSync(files).slice().buffer, 200, { "Content-Type": "application/zip" });
  });
}
