// What is said of the versions of a dataset, in both languages.
import type { ChangeKind } from "#model/change/change-kind.ts";
import type { PublishClass } from "#model/dataset/version.ts";
import { labelDay } from "#model/time/date-label.ts";
import { parseDay } from "#model/time/day.ts";
import type { Language } from "#model/words/language.ts";

/** The day of a withdrawal, as it is written to the reader. */
export function withdrawnDay(withdrawnAt: string, language: Language): string {
  const text = withdrawnAt.slice(0, 10);
  const day = parseDay(text);
  return day === undefined ? text : labelDay(day, language);
}

const CLASSES_EN: Readonly<Record<PublishClass, string>> = {
  "new-data": "new data",
  correction: "correction",
  clarification: "clarification",
  retraction: "retraction",
};

const CHANGES_EN: Readonly<Record<ChangeKind, string>> = {
  added: "added",
  removed: "removed",
  moved: "moved",
  "re-dated": "dated anew",
  "re-counted": "counted anew",
  "re-sourced": "other sources",
  other: "other details",
};

export const versionTextsEn = {
  versions: "Versions and corrections",
  versionPublished: (day: string) => `published here on ${day}`,
  versionWithoutNote: "The publisher says nothing of it.",
  publishClasses: CLASSES_EN,
  versionFormer: (label: string, title: string) => `Version ${label} of ${title}, superseded.`,
  versionNewest: "See the newest",
  versionSince: "What has changed since",
  versionFirst: "The first version that was published here.",
  /** Before what is told of something. */
  colon: ": ",
  versionDiff: "what changed",
  versionsSame: "No record is different.",
  versionsMore: (count: number) => `These are the first ${count}; there are more.`,
  changeKinds: CHANGES_EN,
  withdrawnTitle: "Withdrawn",
  recordWithdrawn: (day: string) => `This record was withdrawn on ${day}, from every version.`,
  versionWithdrawn: (label: string, day: string) => `Version ${label} was withdrawn on ${day}.`,
  withdrawnReason: (reason: string) => `Reason: ${reason}`,
  withdrawnMap: "Open the map",
  withdrawal: "Withdrawn for good.",
  takenBack: (count: number) =>
    count === 0
      ? "Withdrawn for good."
      : `Withdrawn for good, from every version: ${count === 1 ? "a record" : `${count} records`}.`,
};

export const versionTextsFr: typeof versionTextsEn = {
  versions: "Versions et corrections",
  versionPublished: (day) => `publiée ici le ${day}`,
  versionWithoutNote: "L’éditeur n’en dit rien.",
  versionFormer: (label, title) => `Version ${label} de « ${title} », remplacée depuis.`,
  versionNewest: "Voir la plus récente",
  versionSince: "Ce qui a changé depuis",
  versionFirst: "La première version publiée ici.",
  colon: "\u00a0: ",
  versionDiff: "ce qui a changé",
  versionsSame: "Aucune fiche n’est différente.",
  versionsMore: (count) => `Ce sont les ${count} premières ; il y en a d’autres.`,
  withdrawnTitle: "Retiré",
  recordWithdrawn: (day) => `Cette fiche a été retirée le ${day}, de toutes les versions.`,
  versionWithdrawn: (label, day) => `La version ${label} a été retirée le ${day}.`,
  withdrawnReason: (reason) => `Motif : ${reason}`,
  withdrawnMap: "Ouvrir la carte",
  withdrawal: "Retrait définitif.",
  takenBack: (count) =>
    count === 0
      ? "Retrait définitif."
      : `Retrait définitif, de toutes les versions : ${count === 1 ? "une fiche" : `${count} fiches`}.`,
  changeKinds: {
    added: "ajouté",
    removed: "supprimé",
    moved: "déplacé",
    "re-dated": "redaté",
    "re-counted": "recompté",
    "re-sourced": "autres sources",
    other: "autres précisions",
  },
  publishClasses: {
    "new-data": "nouvelles données",
    correction: "correction",
    clarification: "précision",
    retraction: "rétractation",
  },
};
