// `/snapshot.fonts?characters=…`: a ZIP of the typefaces with which a page draws those characters itself, as pictures do.
import { Hono } from "hono";
import type { AppEnv } from "../../http/app-env.ts";
import type { CachedAnswers } from "../../http/caches/cached-answers.ts";
import { CACHE_POLICIES } from "../../http/caches/caching.ts";
import { badRequest } from "../../http/problems.ts";
import { answerDrawing } from "../drawing-answers.ts";
import type { Drawing, DrawPicture } from "../picture-task.ts";

const MAX_CHARACTERS = 2000;
const COST = { megapixels: 0, panels: 1 } as const;

export function scriptFontsRoute(draw: DrawPicture, cached: CachedAnswers<Drawing>) {
  return new Hono<AppEnv>().get("/", (context) => {
    const asked = context.req.query("characters") ?? "";
    const characters = [...new Set(asked)].sort();
    if (characters.length === 0 || characters.length > MAX_CHARACTERS)
      return badRequest(context, [
        {
          name: "characters",
          got: `${characters.length} characters`,
          allowed: `1 to ${MAX_CHARACTERS} characters, each once`,
        },
      ]);
    const text = characters.join("");
    return answerDrawing(
      context,
      () => cached.answer(text, () => draw({ kind: "fonts", characters: text }, COST)),
      ({ bytes }) => {
        context.header("Cache-Control", CACHE_POLICIES.versioned);
        return context.body(bytes.slice().buffer, 200, { "Content-Type": "application/zip" });
      },
    );
  });
}
