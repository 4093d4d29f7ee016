// The first screen and the story, in both languages.
import { formatNumber } from "./format.ts";

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

export const storyTextsFr: typeof storyTextsEn = {
  story: "Récit",
  storyFollow: "Suivre le récit",
  storyLength: (steps, minutes) =>
    `${formatNumber(steps, "fr")} étapes, environ ${minutes <= 1 ? "une minute" : `${formatNumber(minutes, "fr")} minutes`}`,
  explore: "Explorer",
  exploreAny: (hasSites) =>
    hasSites ? "chaque jour, chaque lieu" : "chaque jour, chaque événement",
  openingPromise: (hasSites) =>
    hasSites
      ? "Cette carte montre chaque lieu, jour après jour, qui a compté les personnes et ce qu’on ignore."
      : "Cette carte montre ce qui s’est passé, jour après jour, qui le dit et ce qu’on ignore.",
  storyProgress: (step, steps) => `${step} sur ${steps}`,
  storyBack: "Précédente",
  storyNext: "Suivante",
  storyAll: "Toutes les étapes",
  storyLeave: "Explorer ce jour",
  storyEnd: "Le récit s’arrête ici. La carte continue.",
  storyEndExplore: "Explorer un autre jour",
  storySources: (count) => `${formatNumber(count, "fr")} ${count <= 1 ? "source" : "sources"}`,
  storyEvents: (count) => `${formatNumber(count, "fr")} ${count <= 1 ? "événement" : "événements"}`,
};
