// How routes ask for drawings, and what they answer where there is none.
import type { Context } from "hono";
import type { AppEnv } from "../http/app-env.ts";
import { CachedAnswers } from "../http/cached-answers.ts";
import { badRequest, problemResponse } from "../http/problems.ts";
import { type Drawing, type Picture, PicturesBusy } from "./picture-task.ts";

const BUSY_SECONDS = 5;
/** What a drawing takes besides its bytes. */
const OVERHEAD_BYTES = 500;

/** Drawings that were made already, up to so many bytes. */
export const cachedDrawings = (maxBytes: number) =>
  new CachedAnswers<Drawing>(
    maxBytes,
    (drawing) => OVERHEAD_BYTES + ("problem" in drawing ? 0 : drawing.bytes.length),
  );

/** The answer with the drawing; 400 where it cannot be, 503 where there are too many to draw. */
export async function answerDrawing(
  context: Context<AppEnv>,
  draw: () => Promise<Drawing>,
  answer: (picture: Picture) => Response,
): Promise<Response> {
  try {
    const drawing = await draw();
    return "problem" in drawing ? badRequest(context, [drawing.problem]) : answer(drawing);
  } catch (error) {
    if (!(error instanceof PicturesBusy)) throw error;
    return problemResponse(
      context,
      503,
      { title: "Busy", detail: `${error.message}; try again in a moment` },
      { "Retry-After": String(BUSY_SECONDS) },
    );
  }
}
