import type { Dataset } from "#model/dataset/dataset.ts";
import { drawFigure, FigureTooSmall } from "#web/view/figure/figure.ts";
import { inputAt } from "./input-at.ts";

/** The picture of this question; where its size has no room, the picture of the size that is said to have it. */
export function drawnFor(dataset: Dataset, query: string) {
  const draw = (asked: string) => {
    const input = inputAt(dataset, asked);
    return { input, ...drawFigure(input) };
  };
  try {
    return draw(query);
  } catch (error) {
    if (!(error instanceof FigureTooSmall)) throw error;
    const [, size] = /at least (\S+?),/.exec(error.problem.allowed) ?? [];
    const asked = new URLSearchParams(query);
    for (const name of ["width", "height", "paper", "orientation"]) asked.delete(name);
    return draw(`${asked}&${size}`);
  }
}
