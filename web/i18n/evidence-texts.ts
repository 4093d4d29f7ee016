// What is said of what records rest on, in both languages.
import { formatNumber, pluralOf } from "./format.ts";

const counted = (count: number, language: "en" | "fr", one: string, other: string) =>
  `${formatNumber(count, language)} ${pluralOf(count, language) === "one" ? one : other}`;

/** What a field holds, for whoever says what it rests on. */
export type EvidencedValue = "date" | "figure" | "position";

export const evidenceTextsEn = {
  evidence: "What this rests on",
  evidenceStart: "Beginning",
  evidenceEnd: "End",
  evidenceDate: "Date",
  evidencePosition: "Position",
  evidencePeople: "People",
  evidenceFigure: "Figure",
  figuresChart: "How many people, according to whom",
  figuresHow: (count: number) =>
    `${counted(count, "en", "figure", "figures")} for the whole place, as published. No line joins them: between two dates nothing is known. Point at one, or go to it with the arrow keys, to read it.`,
  figuresWhoAndWhen: "Who, when, sources",
  evidenceUnrecorded: (value: EvidencedValue) =>
    `Sources of this record; which one gives this ${value} is not recorded.`,
  evidenceOnly: "The only source of this record:",
  evidenceNone: "No source.",
  evidenceConvention: "No source: a convention fills it.",
  evidenceRead: (day: string) => `read for it on ${day}`,
  evidenceNotRead: "when it was read for this is not recorded",
  evidenceLocator: (locator: string) => `at ${locator}`,
  verdict: {
    supports: "says the same",
    contradicts: "says otherwise",
    silent: "does not say it",
  },
  /** `accounts`: how many of the sources do not repeat another. */
  sourcesTold: (sources: number, accounts: number) => {
    const all = counted(sources, "en", "source", "sources");
    if (accounts === sources) return all;
    return `${all}, ${accounts === 1 ? "one text" : counted(accounts, "en", "text", "texts")}`;
  },
  repeatsText: "repeats",
  repeatsIn: "It repeats:",
  repeatedBy: "Repeated by:",
  toldBy: "Events here in these days:",
  sightings: (count: number) => counted(count, "en", "dated sighting", "dated sightings"),
  sighted: { open: "was there", closed: "was there no more", "not-yet": "was not there yet" },
  confirmedForReason: "taken as confirmed, for this reason:",
  reportedBySeveral: "reported by several sources, and not taken as confirmed",
  graphic: "This entry speaks of violence done to people.",
  deathsHere: "Deaths told of here",
  deathsMethod:
    "Cases and totals that sources tell of, one row each. They overlap and are never added up; this is no list of all deaths.",
};

const DEMONSTRATIVE: Readonly<Record<EvidencedValue, string>> = {
  date: "cette date",
  figure: "ce chiffre",
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
  figuresChart: "Combien de personnes, selon qui",
  figuresHow: (count) =>
    `${counted(count, "fr", "chiffre", "chiffres")} pour le lieu entier, tels que publiés. Aucune ligne ne les relie : entre deux dates, on ne sait rien. Pointez-en un, ou allez-y avec les flèches, pour le lire.`,
  figuresWhoAndWhen: "Qui, quand, sources",
  evidenceUnrecorded: (value) =>
    `Les sources de la fiche ; on n’a pas noté laquelle donne ${DEMONSTRATIVE[value]}.`,
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
