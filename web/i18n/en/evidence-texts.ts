// What is said of what records rest on.
import { counted } from "../format.ts";

/** What a field holds, for whoever says what it rests on. */
export type EvidencedValue = "date" | "figure" | "figure-and-date" | "position";

const GIVEN: Readonly<Record<EvidencedValue, string>> = {
  date: "this date",
  figure: "this figure",
  "figure-and-date": "this figure and its date",
  position: "this position",
};

export const evidenceTextsEn = {
  evidence: "What this rests on",
  evidenceStart: "Beginning",
  evidenceEnd: "End",
  evidenceDate: "Date",
  evidencePosition: "Position",
  evidencePeople: "People",
  evidenceFigure: "Figure",
  evidenceFigureAndDate: "Figure and date",
  figuresChart: "How many people, according to whom",
  figuresHow: (count: number) =>
    `${counted(count, "en", "figure", "figures")} for the whole place, as published. No line joins them: between two dates nothing is known. Point at one, or go to it with the arrow keys, to read it.`,
  figuresWhoAndWhen: "Who, when, sources",
  evidenceUnrecorded: (value: EvidencedValue) =>
    `Sources of this record; which one gives ${GIVEN[value]} is not recorded.`,
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
