// The words of the pages under /api.
import type { Language } from "#model/language.ts";

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
  return language === "fr" ? FR : EN;
}
