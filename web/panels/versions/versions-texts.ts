// The words of the panel of two versions. Loaded with it.
import type { ChangeKind } from "#model/change/change-kind.ts";
import { interfaceLanguage, type Language } from "#model/words/language.ts";
import { formatNumber, pluralOf } from "#web/i18n/format.ts";

const KINDS_EN: Readonly<Record<ChangeKind, string>> = {
  added: "Added",
  removed: "Removed",
  moved: "Moved",
  "re-dated": "Dated anew",
  "re-counted": "Counted anew",
  "re-sourced": "Other sources",
  other: "Other details",
};

const KINDS_FR: Readonly<Record<ChangeKind, string>> = {
  added: "Ajouts",
  removed: "Suppressions",
  moved: "Déplacements",
  "re-dated": "Dates modifiées",
  "re-counted": "Chiffres modifiés",
  "re-sourced": "Sources modifiées",
  other: "Autres modifications",
};

const counted = (count: number, language: "en" | "fr", one: string, other: string) =>
  `${formatNumber(count, language)} ${pluralOf(count, language) === "one" ? one : other}`;

const en = {
  from: "From",
  to: "to",
  differ: (count: number) => `${counted(count, "en", "record differs", "records differ")}.`,
  anyDate: "They are marked whatever the date; only what lies pale beneath is of the date shown.",
  notOnMap: (count: number) =>
    `${counted(count, "en", "of them is", "of them are")} not on the map, having no published position.`,
  hidden: "not on the map",
  key: "On the map and in the list",
  kinds: KINDS_EN,
  was: "was",
  is: "is",
  gone: "no more",
  come: "new",
  inVersion: (label: string) => `in ${label}`,
  more: (count: number) => `Show ${formatNumber(count, "en")} more`,
  same: "These are the same version: choose two that differ.",
  only: "There is only this version so far: there is nothing to compare it with.",
  none: (from: string, to: string) => `No record differs between ${from} and ${to}.`,
  unknown: (labels: string) =>
    `There is no version ${labels} of these data. Choose among those that there are.`,
  noteOf: (label: string) => `What the publisher says of ${label}`,
  reasonOf: (label: string) => `Why something was withdrawn for good (${label})`,
  outOfSight: (count: number) =>
    `${counted(count, "en", "mark is", "marks are")} outside what the map shows.`,
  showAll: "Show all",
  failed: "What changed could not be loaded.",
  reading: "Looking for what changed…",
  files: "The same as files",
  list: "List",
};

const fr: typeof en = {
  from: "De",
  to: "à",
  differ: (count) => `${counted(count, "fr", "fiche diffère", "fiches diffèrent")}.`,
  anyDate:
    "Elles sont marquées quelle que soit la date ; seul ce qui apparaît en pâle dessous est de la date affichée.",
  notOnMap: (count) =>
    `Dont ${formatNumber(count, "fr")} hors de la carte, faute de position publiée.`,
  hidden: "hors de la carte",
  key: "Sur la carte et dans la liste",
  kinds: KINDS_FR,
  was: "avant",
  is: "après",
  gone: "en moins",
  come: "en plus",
  inVersion: (label) => `dans ${label}`,
  more: (count) => `En montrer ${formatNumber(count, "fr")} de plus`,
  same: "C’est deux fois la même version : choisissez-en deux différentes.",
  only: "Il n’y a pour l’instant que cette version : rien à quoi la comparer.",
  none: (from, to) => `Aucune fiche ne diffère entre ${from} et ${to}.`,
  unknown: (labels) =>
    `Ces données n’ont pas de version ${labels}. Choisissez parmi celles qui existent.`,
  noteOf: (label) => `Ce que l’éditeur dit de ${label}`,
  reasonOf: (label) => `Pourquoi il y a eu un retrait définitif (${label})`,
  outOfSight: (count) =>
    `${counted(count, "fr", "repère est", "repères sont")} hors de ce que montre la carte.`,
  showAll: "Tout montrer",
  failed: "Ce qui a changé n’a pas pu être chargé.",
  reading: "Recherche de ce qui a changé…",
  files: "La même chose en fichiers",
  list: "Liste",
};

export type VersionsTexts = typeof en;

export function versionsTextsOf(language: Language): VersionsTexts {
  return interfaceLanguage(language) === "fr" ? fr : en;
}
