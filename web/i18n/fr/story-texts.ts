// The first screen and the story.

import type { storyTextsEn } from "../en/story-texts.ts";
import { formatNumber } from "../format.ts";

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
