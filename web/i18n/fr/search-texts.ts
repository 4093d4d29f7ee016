// What the search field says.

import type { searchTextsEn } from "../en/search-texts.ts";
import { counted } from "../format.ts";

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
