// The words of the list of datasets.

import type { RecordCounts } from "#db/queries/dataset/record-counts.ts";
import { interfaceLanguage, type Language } from "#model/words/language.ts";

const EN = {
  title: "Datasets",
  lead: (count: number) =>
    count === 1 ? "One time map is published here." : `${count} time maps are published here.`,
  own: "Make a map of your own events, in your browser alone",
  period: "Period",
  records: "Records",
  languages: "Languages",
  licence: "Licence",
  version: "Version",
  published: (day: string) => `published here on ${day}`,
  map: "Open the map",
  api: "Data and API",
  file: "Data package (ZIP)",
  qgis: "For QGIS and GDAL",
  first: "shown first",
  unreadable: "This dataset cannot be read now. The others are not touched.",
  counted: {
    places: (count: string, isOne: boolean) => `${count} ${isOne ? "place" : "places"}`,
    events: (count: string, isOne: boolean) => `${count} ${isOne ? "event" : "events"}`,
    movements: (count: string, isOne: boolean) => `${count} ${isOne ? "movement" : "movements"}`,
    counts: (count: string, isOne: boolean) => `${count} ${isOne ? "count" : "counts"}`,
    sources: (count: string, isOne: boolean) => `${count} ${isOne ? "source" : "sources"}`,
  } satisfies Record<keyof RecordCounts, (count: string, isOne: boolean) => string>,
};
export type ListTexts = typeof EN;

const FR: ListTexts = {
  title: "Jeux de données",
  lead: (count) =>
    count === 1
      ? "Une carte dans le temps est publiée ici."
      : `${count} cartes dans le temps sont publiées ici.`,
  own: "Faire une carte de vos propres événements, dans votre seul navigateur",
  period: "Période",
  records: "Contenu",
  languages: "Langues",
  licence: "Licence",
  version: "Version",
  published: (day) => `publiée ici le ${day}`,
  map: "Ouvrir la carte",
  api: "Données et API",
  file: "Paquet de données (ZIP)",
  qgis: "Pour QGIS et GDAL",
  first: "affiché en premier",
  unreadable: "Ce jeu de données ne peut pas être lu en ce moment. Les autres ne sont pas touchés.",
  counted: {
    places: (count, isOne) => `${count} ${isOne ? "lieu" : "lieux"}`,
    events: (count, isOne) => `${count} ${isOne ? "événement" : "événements"}`,
    movements: (count, isOne) => `${count} ${isOne ? "déplacement" : "déplacements"}`,
    counts: (count, isOne) => `${count} ${isOne ? "comptage" : "comptages"}`,
    sources: (count, isOne) => `${count} ${isOne ? "source" : "sources"}`,
  },
};

export function listTexts(language: Language): ListTexts {
  return interfaceLanguage(language) === "fr" ? FR : EN;
}
