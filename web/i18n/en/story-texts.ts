// The first screen and the story.
import { formatNumber } from "../format.ts";

export const storyTextsEn = {
  story: "Story",
  storyFollow: "Follow the story",
  storyLength: (steps: number, minutes: number) =>
    `${formatNumber(steps, "en")} steps, about ${minutes === 1 ? "a minute" : `${formatNumber(minutes, "en")} minutes`}`,
  explore: "Explore",
  exploreAny: (hasSites: boolean): string =>
    hasSites ? "any day, any place" : "any day, any event",
  openingPromise: (hasSites: boolean): string =>
    hasSites
      ? "This map shows every place on any day, who counted the people there, and what is not known."
      : "This map shows what happened on any day, who says so, and what is not known.",
  storyProgress: (step: number, steps: number) => `${step} of ${steps}`,
  storyBack: "Back",
  storyNext: "Next",
  storyAll: "All steps",
  storyLeave: "Explore this day",
  storyEnd: "That is the story. The map goes on.",
  storyEndExplore: "Explore any day",
  storySources: (count: number) =>
    `${formatNumber(count, "en")} ${count === 1 ? "source" : "sources"}`,
  storyEvents: (count: number) =>
    `${formatNumber(count, "en")} ${count === 1 ? "event" : "events"}`,
};
