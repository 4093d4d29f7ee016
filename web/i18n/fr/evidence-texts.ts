// What is said of what records rest on.

import type { EvidencedValue, evidenceTextsEn } from "../en/evidence-texts.ts";
import { counted } from "../format.ts";

const GIVEN: Readonly<Record<EvidencedValue, string>> = {
  date: "cette date",
  figure: "ce chiffre",
  "figure-and-date": "ce chiffre et sa date",
  position: "cette position",
};

export const evidenceTextsFr: typeof evidenceTextsEn = {
  evidence: "Sur quoi cela repose",
  evidenceStart: "Début",
  evidenceEnd: "Fin",
  evidenceDate: "Date",
  evidencePosition: "Position",
  evidencePeople: "Personnes",
  evidenceFigure: "Chiffre",
  evidenceFigureAndDate: "Chiffre et date",
  figuresChart: "Combien de personnes, selon qui",
  figuresHow: (count) =>
    `${counted(count, "fr", "chiffre", "chiffres")} pour le lieu entier, tels que publiés. Aucune ligne ne les relie : entre deux dates, on ne sait rien. Pointez-en un, ou allez-y avec les flèches, pour le lire.`,
  figuresWhoAndWhen: "Qui, quand, sources",
  evidenceUnrecorded: (value) =>
    `Les sources de la fiche ; on n’a pas noté laquelle donne ${GIVEN[value]}.`,
  evidenceOnly: "Seule source de la fiche :",
  evidenceNone: "Aucune source.",
  evidenceConvention: "Aucune source : une convention en tient lieu.",
  evidenceRead: (day) => `consultée à ce sujet le ${day}`,
  evidenceNotRead: "date de consultation non notée",
  evidenceLocator: (locator) => locator,
  verdict: {
    supports: "dit la même chose",
    contradicts: "dit autre chose",
    silent: "n’en dit rien",
  },
  sourcesTold: (sources, accounts) => {
    const all = counted(sources, "fr", "source", "sources");
    if (accounts === sources) return all;
    return `${all}, ${accounts === 1 ? "un seul texte" : counted(accounts, "fr", "texte", "textes")}`;
  },
  repeatsText: "reprend",
  repeatsIn: "Elle reprend :",
  repeatedBy: "Reprise par :",
  toldBy: "Événements ici à ces dates :",
  sightings: (count) => counted(count, "fr", "constat daté", "constats datés"),
  sighted: {
    open: "le lieu existait",
    closed: "le lieu n’existait plus",
    "not-yet": "le lieu n’existait pas encore",
  },
  confirmedForReason: "tenu pour confirmé, pour cette raison :",
  reportedBySeveral: "rapporté par plusieurs sources, sans être tenu pour confirmé",
  graphic: "Cette fiche parle de violences faites à des personnes.",
  deathsHere: "Morts rapportées ici",
  deathsMethod:
    "Des cas et des totaux rapportés par des sources, une ligne chacun. Ils se recoupent et ne sont jamais additionnés ; ce n’est pas une liste de tous les morts.",
};
