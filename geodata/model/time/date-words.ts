import { type InterfaceLanguage, interfaceLanguage, type Language } from "../words/language.ts";
import type { MarkedPart } from "./edtf/marks.ts";

type Words = {
  readonly locale: string;
  readonly about: (date: string) => string;
  readonly uncertain: (date: string) => string;
  readonly between: (first: string, last: string) => string;
  readonly range: (first: string, last: string) => string;
  /** A day with a time of day, of whose clock is said how far it is ahead of UTC. */
  readonly at: (day: string, time: string, clock: string) => string;
  /** Hours, minutes and, where they are known, seconds: two digits each. */
  readonly time: (hour: string, minute: string, second: string | undefined) => string;
  readonly since: (date: string) => string;
  readonly until: (date: string) => string;
  readonly by: (date: string) => string;
  readonly after: (date: string) => string;
  readonly endUnknown: (start: string) => string;
  readonly starts: (date: string) => string;
  readonly ends: (date: string) => string;
  readonly stillThere: string;
  readonly alreadyThere: (date: string) => string;
  readonly startUnknown: string;
  readonly endUnknownAlone: string;
  readonly unknown: string;
  readonly seasons: readonly [string, string, string, string];
  readonly decade: (year: number) => string;
  readonly years: (first: number, last: number) => string;
  readonly yearUnknown: string;
  /** The years 1 to 999, and those before, counted back from 1. */
  readonly eras: Readonly<Record<"after" | "before", (year: number) => string>>;
  readonly marked: (part: MarkedPart) => string;
};

/** The sentences around dates for who asks for a language. */
export const dateWordsIn = (asked: Language): Words => DATE_WORDS[interfaceLanguage(asked)];

const DATE_WORDS: Readonly<Record<InterfaceLanguage, Words>> = {
  en: {
    locale: "en-GB",
    about: (date) => `about ${date}`,
    uncertain: (date) => `${date} (uncertain)`,
    between: (first, last) => `between ${first} and ${last}`,
    range: (first, last) => `${first} to ${last}`,
    at: (day, time, clock) => `${day}, ${time} (${clock})`,
    time: (...parts) => parts.filter((part) => part !== undefined).join(":"),
    since: (date) => `from ${date}`,
    until: (date) => `until ${date}`,
    by: (date) => `by ${date}`,
    after: (date) => `${date} or later`,
    endUnknown: (start) => `from ${start}, end not known`,
    starts: (date) => `start ${date}`,
    ends: (date) => `end ${date}`,
    stillThere: "still there at the end of the period",
    alreadyThere: (date) => `already there by ${date}`,
    startUnknown: "start not known",
    endUnknownAlone: "end not known",
    unknown: "date not known",
    seasons: ["spring", "summer", "autumn", "winter"],
    decade: (year) => `the ${year}s`,
    years: (first, last) => `${first}–${last}`,
    yearUnknown: "year not known",
    eras: { after: (year) => `AD ${year}`, before: (year) => `${year} BC` },
    marked: ({ approximate, part, uncertain }) =>
      `${part} ${inBothWays(uncertain && "uncertain", approximate && "approximate", "and")}`,
  },
  fr: {
    locale: "fr-FR",
    about: (date) => `${date} environ`,
    uncertain: (date) => `${date} (incertain)`,
    between: (first, last) => `entre ${withArticle(first)} et ${withArticle(last)}`,
    range: (first, last) => `${first} – ${last}`,
    at: (day, time, clock) => `${day} à ${time} (${clock})`,
    time: (hour, minute, second) =>
      `${hour} h ${minute}${second === undefined ? "" : ` min ${second} s`}`,
    since: (date) => `depuis ${withArticle(date)}`,
    until: (date) => (isFrenchDay(date) ? `jusqu’au ${date}` : `jusqu’en ${date}`),
    by: (date) => `au plus tard ${withArticle(date)}`,
    after: (date) => `${withArticle(date)} ou plus tard`,
    endUnknown: (start) => `depuis ${withArticle(start)}, fin inconnue`,
    starts: (date) => `début ${withArticle(date)}`,
    ends: (date) => `fin ${withArticle(date)}`,
    stillThere: "toujours là à la fin de la période",
    alreadyThere: (date) => `déjà là ${withArticle(date)}`,
    startUnknown: "début inconnu",
    endUnknownAlone: "fin inconnue",
    unknown: "date inconnue",
    seasons: ["printemps", "été", "automne", "hiver"],
    decade: (year) => `les années ${year}`,
    years: (first, last) => `${first}-${last}`,
    yearUnknown: "année inconnue",
    eras: { after: (year) => `${year} apr. J.-C.`, before: (year) => `${year} av. J.-C.` },
    marked: ({ approximate, part, uncertain }) => {
      const { noun, isFeminine } = FRENCH_PARTS[part];
      const [vague, near] = isFeminine
        ? ["incertaine", "approximative"]
        : ["incertain", "approximatif"];
      return `${noun} ${inBothWays(uncertain && vague, approximate && near, "et")}`;
    },
  },
};

const FRENCH_PARTS: Readonly<Record<MarkedPart["part"], { noun: string; isFeminine: boolean }>> = {
  year: { noun: "année", isFeminine: true },
  season: { noun: "saison", isFeminine: true },
  month: { noun: "mois", isFeminine: false },
  day: { noun: "jour", isFeminine: false },
};

function inBothWays(uncertain: string | false, approximate: string | false, and: string): string {
  return [uncertain, approximate].filter((word) => word !== false).join(` ${and} `);
}

/** French says "le 28 mai 2014" but "avril 2015". */
function isFrenchDay(label: string): boolean {
  return /^\d{1,2}(er)?( |$)/.test(label);
}

function withArticle(label: string): string {
  return isFrenchDay(label) ? `le ${label}` : label;
}
