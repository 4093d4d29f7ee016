// The words of the pages under /api.
import { interfaceLanguage, type Language } from "#model/words/language.ts";

const EN = {
  data: "Data",
  trail: "You are here",
  licence: "Licence",
  version: "Version",
  links: "Links",
  items: "Items",
  formats: "Formats",
  fields: "Fields",
  clients: "In your program",
  collections: "Collections",
  none: "Nothing answers this question.",
  shown: (returned: number, matched: number) => `${returned} of ${matched} shown.`,
  previous: "Previous page",
  next: "Next page",
  map: "Map of the items on this page",
  openOnMap: "Open on the time map",
  cite: "How to cite",
  qgis: "QGIS: Layer, Add Layer, Add WFS / OGC API – Features Layer, New; paste this address as URL.",
  ogr: "GDAL",
  curl: "curl",
  unit: "unit",
  values: "values",
  definition: "API definition",
  parameters: "Parameters",
};
type PageTexts = typeof EN;

const FR: PageTexts = {
  data: "Données",
  trail: "Vous êtes ici",
  licence: "Licence",
  version: "Version",
  links: "Liens",
  items: "Éléments",
  formats: "Formats",
  fields: "Champs",
  clients: "Dans votre logiciel",
  collections: "Collections",
  none: "Rien ne répond à cette question.",
  shown: (returned, matched) => `${returned} sur ${matched} affichés.`,
  previous: "Page précédente",
  next: "Page suivante",
  map: "Carte des éléments de cette page",
  openOnMap: "Ouvrir sur la carte dans le temps",
  cite: "Comment citer",
  qgis: "QGIS : Couche, Ajouter une couche, Ajouter une couche WFS / OGC API – Features, Nouveau ; collez cette adresse comme URL.",
  ogr: "GDAL",
  curl: "curl",
  unit: "unité",
  values: "valeurs",
  definition: "Définition de l’API",
  parameters: "Paramètres",
};

export function pageTexts(language: Language): PageTexts {
  return interfaceLanguage(language) === "fr" ? FR : EN;
}

/** Titles of links are English in the documents for programs; a French page says them in French. */
const LINK_TITLES_FR: Readonly<Record<string, string>> = {
  "API definition": "Définition de l’API",
  "API documentation": "Documentation de l’API",
  "Conformance classes": "Classes de conformité",
  Collections: "Collections",
  "Tile matrix sets": "Systèmes de tuiles",
  "Separation measures": "Mesures de la séparation",
  "Events by month": "Événements par mois",
  "Files to download": "Fichiers à télécharger",
  "Versions and corrections": "Versions et corrections",
  "The newest version": "La version la plus récente",
  "The map": "La carte",
  "All datasets": "Tous les jeux de données",
  "The collection": "La collection",
  "Schema of the items": "Schéma des éléments",
  Queryables: "Champs filtrables",
  Sortables: "Champs de tri",
  "Vector tiles": "Tuiles vectorielles",
  "A tile": "Une tuile",
};

export function linkTitle(title: string, language: Language): string {
  if (interfaceLanguage(language) !== "fr") return title;
  return LINK_TITLES_FR[title] ?? title.replace(/^This document as /, "Ce document en ");
}
