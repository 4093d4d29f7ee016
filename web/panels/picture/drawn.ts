import { describeProblem, type Problem } from "#model/problem.ts";
import type { PictureQuestion } from "#web/view/address/picture-address.ts";
import type { Figure } from "#web/view/figure/figure.ts";
import type { FigureInput } from "#web/view/figure/figure-input.ts";

export type DrawnFigure = Figure & {
  readonly input: FigureInput;
  readonly question: PictureQuestion;
};

/** The figure as the choices make it, or what is wrong with them. */
export type Drawn =
  | DrawnFigure
  | {
      readonly problems: readonly Problem[];
      /** The same to the reader, where it is said in the language of the page. */
      readonly words?: string;
    };

/** What is wrong with the choices, as the dialog says it. */
export const saidOf = ({ problems, words }: Exclude<Drawn, DrawnFigure>): string =>
  words ?? problems.map(describeProblem).join("; ");
