// What the page asks of the animation's worker, and what it is told.
import type { Dataset } from "#model/dataset/dataset.ts";
import type { Day } from "#model/time/day.ts";
import type { Language } from "#model/words/language.ts";
import type { PicturedCrowd } from "#web/view/crowd/moment-crowd.ts";
import type { AnimationFormat } from "./animation-plan.ts";

export type AnimationTask = {
  readonly dataset: Dataset;
  /** Events that are too many to be in the dataset, as the page has them. */
  readonly crowd: PicturedCrowd | null | undefined;
  /** Address of the picture of one date, which says everything but the days. */
  readonly address: string;
  readonly language: Language;
  readonly days: readonly Day[];
  readonly seconds: number;
  readonly format: AnimationFormat;
  readonly width: number;
  readonly height: number;
};

export type AnimationReport =
  | { readonly kind: "progress"; readonly done: number }
  /** `poster`: the first picture, as PNG; `cut`: on how many pictures the list of sources has no room for all. */
  | { readonly kind: "made"; readonly file: Blob; readonly poster: Blob; readonly cut: number }
  | { readonly kind: "failed"; readonly reason: string };
