// The words of a kit, on its page and in the files beside it.
import { interfaceLanguage, type Language } from "#model/words/language.ts";

const en = {
  beforeAfter: "Before and after",
  slide: (before: string, after: string) => `From ${before} to ${after}`,
  slideHow: "Move the line: to its left stands the earlier date, to its right the later one.",
  story: "Step by step",
  storyLeftOut: (steps: number) =>
    `The story has ${steps} steps, too many for a picture of each. It is told on the map.`,
  step: (step: number, steps: number) => `${step} of ${steps}`,
  stepSources: (count: number) => (count === 1 ? "1 source" : `${count} sources`),
  description: "The figure in words",
  sources: "Sources",
  sourcesHow: "By their numbers on the figure.",
  data: "Data",
  shownGeojson: "What the figure shows, as GeoJSON",
  shownCsv: "The same as a table (CSV)",
  sourcesCsv: "All sources as a table (CSV)",
  otherLanguages: "In other languages",
  otherKit: (language: string) => `The whole page in this language: ${language}`,
  credit: "Credit and licence",
  version: (label: string) => `Version ${label} of the data.`,
  page: "This state on the map:",
  picture: "This picture at its source:",
  openMap: "Open the interactive map",
  closeMap: "Close the interactive map",
  mapOf: (title: string) => `Interactive map: ${title}`,
};

const fr: typeof en = {
  beforeAfter: "Avant, après",
  slide: (before, after) => `Du ${before} au ${after}`,
  slideHow: "Déplacez la ligne : à sa gauche la première date, à sa droite la seconde.",
  story: "Étape par étape",
  storyLeftOut: (steps) =>
    `Le récit compte ${steps} étapes, trop pour une image de chacune. Il se lit sur la carte.`,
  step: (step, steps) => `${step} sur ${steps}`,
  stepSources: (count) => (count < 2 ? `${count} source` : `${count} sources`),
  description: "La figure en toutes lettres",
  sources: "Sources",
  sourcesHow: "Selon leurs numéros sur la figure.",
  data: "Données",
  shownGeojson: "Ce que montre la figure, en GeoJSON",
  shownCsv: "La même chose en tableau (CSV)",
  sourcesCsv: "Toutes les sources en tableau (CSV)",
  otherLanguages: "Dans d’autres langues",
  otherKit: (language) => `La page entière dans cette langue : ${language}`,
  credit: "Crédit et licence",
  version: (label) => `Version ${label} des données.`,
  page: "Cet état sur la carte :",
  picture: "Cette image à sa source :",
  openMap: "Ouvrir la carte interactive",
  closeMap: "Fermer la carte interactive",
  mapOf: (title) => `Carte interactive : ${title}`,
};

export type KitTexts = typeof en;

export const kitTextsOf = (language: Language): KitTexts =>
  interfaceLanguage(language) === "fr" ? fr : en;
