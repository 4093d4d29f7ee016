// What the search field says, in both languages.
import { formatNumber, pluralOf } from "./format.ts";

const counted = (count: number, language: "en" | "fr", one: string, other: string) =>
  `${formatNumber(count, language)} ${pluralOf(count, language) === "one" ? one : other}`;

export const searchTextsEn = {
  search: "Search",
  panelBack: "Back",
  findWhen: "When",
  findAnyTime: "Any time",
  searchHint: "Places, events, sources, a date",
  searchResults: "Results",
  searchDates: "Date",
  searchAsked: "By kind",
  searchTelling: (count: number) =>
    counted(count, "en", "period or step of the story", "periods and steps of the story"),
  searchAll: (counted: string) => `All ${counted}`,
  searchGoTo: { day: "go to this day", stretch: "show these days" },
  searchList: (date: string) => `List: ${date}`,
  searchListHow: "what was there, and what happened",
  searchAlso: (name: string) => `also called “${name}”`,
  searchPeriod: "period",
  searchStep: (step: number, steps: number) => `step ${step} of ${steps} of the story`,
  searchAlone: "Show these alone on the map",
  searchNothing: (words: string) => `Nothing is found for “${words}”.`,
  searchOpens: "opens",
  searchChooses: "choose",
  searchDateHow: "a date such as “May 2014” or “28/5/2014” goes to that day",
};

export const searchTextsFr: typeof searchTextsEn = {
  search: "Rechercher",
  panelBack: "Retour",
  findWhen: "Quand",
  findAnyTime: "À tout moment",
  searchHint: "Lieux, événements, sources, une date",
  searchResults: "Résultats",
  searchDates: "Date",
  searchAsked: "Par type",
  searchTelling: (count) =>
    counted(count, "fr", "période ou étape du récit", "périodes et étapes du récit"),
  searchAll: (all) => `Tout voir : ${all}`,
  searchGoTo: { day: "aller à ce jour", stretch: "montrer ces jours" },
  searchList: (date) => `Liste : ${date}`,
  searchListHow: "ce qui était là et ce qui s’est passé",
  searchAlso: (name) => `aussi appelé « ${name} »`,
  searchPeriod: "période",
  searchStep: (step, steps) => `étape ${step} du récit, sur ${steps}`,
  searchAlone: "Ne garder que ceux-ci sur la carte",
  searchNothing: (words) => `Rien ne répond à « ${words} ».`,
  searchOpens: "ouvrir",
  searchChooses: "choisir",
  searchDateHow: "une date comme « mai 2014 » ou « 28/5/2014 » mène à ce jour",
};
