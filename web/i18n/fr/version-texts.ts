// What is said of the versions of a dataset.
import type { versionTextsEn } from "../en/version-texts.ts";

export const versionTextsFr: typeof versionTextsEn = {
  versions: "Versions et corrections",
  versionPublished: (day) => `publiée ici le ${day}`,
  versionWithoutNote: "L’éditeur n’en dit rien.",
  versionFormer: (label, title) => `Version ${label} de « ${title} », remplacée depuis.`,
  versionSameAs: (label, title, newest) =>
    `Version ${label} de « ${title} ». La plus récente, ${newest}, dit la même chose.`,
  versionNewest: "Voir la plus récente",
  versionSince: "Ce qui a changé depuis",
  versionFirst: "La première version publiée ici.",
  versionIsFirst: "première version ici",
  versionIsSame: "aucune fiche modifiée",
  colon: "\u00a0: ",
  versionDiff: "ce qui a changé",
  versionsSame: "Aucune fiche n’est différente.",
  versionsMore: (count) => `Ce sont les ${count} premières ; il y en a d’autres.`,
  withdrawnTitle: "Retiré",
  recordWithdrawn: (day) => `Cette fiche a été retirée le ${day}, de toutes les versions.`,
  versionWithdrawn: (label, day) => `La version ${label} a été retirée le ${day}.`,
  withdrawnReason: (reason) => `Motif : ${reason}`,
  withdrawnMap: "Ouvrir la carte",
  takenBack: ({ records, versions }) => {
    const counted = records === 1 ? "une fiche" : `${records} fiches`;
    const called = `version${versions.length > 1 ? "s" : ""} ${versions.join(", ")}`;
    if (versions.length === 0)
      return records === 0
        ? "Retrait définitif."
        : `Retrait définitif, de toutes les versions : ${counted}.`;
    return `Retrait définitif : ${called}${records === 0 ? "" : `, et de toutes les versions ${counted}`}.`;
  },
  movedAlong: (counted) =>
    `Déplacés avec : ${counted.map(([title, count]) => `${title} (${count})`).join(", ")}`,
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
