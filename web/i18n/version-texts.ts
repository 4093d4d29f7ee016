// What is said of the versions of a dataset, in both languages.
import type { PublishClass } from "#model/dataset/version.ts";

const CLASSES_EN: Readonly<Record<PublishClass, string>> = {
  "new-data": "new data",
  correction: "correction",
  clarification: "clarification",
  retraction: "retraction",
};

export const versionTextsEn = {
  versions: "Versions and corrections",
  versionPublished: (day: string) => `published here on ${day}`,
  versionWithoutNote: "Nothing is said of what changed.",
  publishClasses: CLASSES_EN,
  versionFormer: (label: string, title: string) => `Version ${label} of ${title}, superseded.`,
  versionNewest: "See the newest",
};

export const versionTextsFr: typeof versionTextsEn = {
  versions: "Versions et corrections",
  versionPublished: (day) => `publiée ici le ${day}`,
  versionWithoutNote: "Rien n’est dit de ce qui a changé.",
  versionFormer: (label, title) => `Version ${label} de « ${title} », remplacée depuis.`,
  versionNewest: "Voir la plus récente",
  publishClasses: {
    "new-data": "nouvelles données",
    correction: "correction",
    clarification: "précision",
    retraction: "retrait",
  },
};
