// How routes ask for drawings, and what they answer where there is none.
import type { Context } from "hono";
import type { AppEnv } from "../http/app-env.ts";
import { CachedAnswers } from "../http/caches/cached-answers.ts";
import { badRequest } from "../http/problems.ts";
import type { Drawing, Picture } from "./picture-task.ts";

/** What a drawing takes besides its bytes. */
const OVERHEAD_BYTES = 500;

/** Drawings that were made already, up to so many bytes. */
export const cachedDrawings = (maxBytes: number) =>
  new CachedAnswers<Drawing>(
    maxBytes,
    (drawing) => OVERHEAD_BYTES + ("problem" in drawing ? 0 : drawing.bytes.length),
  );

/** The answer with the drawing; 400 where it cannot be. */
export async function answerDrawing(
  context: Context<AppEnv>,
  draw: () => Promise<Drawing>,
  answer: (picture: Picture) => Response | Promise<Response>,
): Promise<Response> {
  const drawing = await draw();
  return "problem" in drawing ? badRequest(context, [drawing.problem]) : answer(drawing);
}
