// How long the story takes.
import type { StoryStep } from "#model/record/narrative.ts";
import { type Language, textIn } from "#model/words/language.ts";

/** What most people read of a text on a screen, and how long they look at each map. */
const WORDS_A_MINUTE = 200;
const SECONDS_A_STEP = 12;

/** Minutes for all steps in the language, rounded up; 0 without a step. Words are counted as the language divides them. */
export function readingMinutes(story: readonly StoryStep[], language: Language): number {
  const words = new Intl.Segmenter(language, { granularity: "word" });
  const count = story.reduce(
    (sum, step) =>
      sum +
      [...words.segment(textIn(step.text, language))].filter(({ isWordLike }) => isWordLike).length,
    0,
  );
  return Math.ceil(count / WORDS_A_MINUTE + (story.length * SECONDS_A_STEP) / 60);
}
