import { drawFigure, type Figure } from "./figure/figure.ts";
import type { FigureInput } from "./figure/figure-input.ts";

/** Each pass may ask for the tiles of a zoom farther out, where those of the one before are too heavy. */
const MAX_PASSES = 8;

/**
 * Draws the figure with all the tiles of its ground, which are read as they are missing. Throws what drawing throws, and what
 * reading does.
 */
export async function drawOnGround(input: FigureInput): Promise<Figure> {
  let figure = drawFigure(input);
  for (let pass = 0; pass < MAX_PASSES && input.ground?.isWanting; pass++) {
    await input.ground.load();
    figure = drawFigure(input);
  }
  return figure;
}
