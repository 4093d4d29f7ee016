// What a person reads in a browser where there is no page to show: why, in the reader's language, and where to go on.
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { escapeMarkup } from "#formats/xml.ts";
import {
  type InterfaceLanguage,
  interfaceLanguage,
  type Language,
  parseLanguage,
} from "#model/words/language.ts";
import { preferredType } from "./accept.ts";
import type { AppEnv } from "./app-env.ts";
import { languageOf } from "./language.ts";
import { typesetMarkup } from "./typeset-markup.ts";
import { vary } from "./vary.ts";

type Words = readonly [title: string, text: string, link: string];

const WORDS: Readonly<Record<number, Readonly<Record<InterfaceLanguage, Words>>>> = {
  404: {
    en: ["Page not found", "There is nothing at this address.", "Open the map"],
    fr: ["Page introuvable", "Il n’y a rien à cette adresse.", "Ouvrir la carte"],
  },
  429: {
    en: ["Too many requests", "More was asked than one reader’s share of a minute.", "Try again"],
    fr: ["Trop de demandes", "C’est plus que la part d’un lecteur en une minute.", "Réessayer"],
  },
  500: {
    en: ["Something went wrong", "The fault is on our side, and is written down.", "Try again"],
    fr: ["Une erreur est survenue", "Elle est de notre côté, et elle est notée.", "Réessayer"],
  },
  503: {
    en: ["Not available now", "The map will be back: try again in a few seconds.", "Try again"],
    fr: ["Indisponible", "La carte va revenir : réessayez dans quelques secondes.", "Réessayer"],
  },
};

/** The language that the address names, or the reader's own. */
export function askedLanguage(context: Context<AppEnv>): Language {
  const asked = new URL(context.req.url).searchParams.get("lang");
  return (asked && parseLanguage(asked)) || languageOf(context);
}

/** The page for this status, in the language of the address or of the reader; undefined where there are no words for it. */
export function messagePage(
  context: Context<AppEnv>,
  status: ContentfulStatusCode,
  headers: Readonly<Record<string, string>> = {},
): Response | undefined {
  const language = interfaceLanguage(askedLanguage(context));
  const words = WORDS[status]?.[language];
  if (!words) return undefined;
  const [title, text, link] = words;
  // To the address that was asked, where it may have an answer later.
  const target = status === 404 ? escapeMarkup(context.get("root").pathname) : "";
  const main = `<p>${text}</p><p><a href="${target}">${link}</a></p>`;
  return plainPage(context, status, { language, title, main }, headers);
}

type PlainPage = {
  readonly language: Language;
  readonly title: string;
  /** HTML, escaped already. */
  readonly main: string;
};

/** A page of a few words. */
export function plainPage(
  context: Context<AppEnv>,
  status: ContentfulStatusCode,
  { language, main, title }: PlainPage,
  headers: Readonly<Record<string, string>> = {},
): Response {
  context.header("Content-Language", language);
  const service = escapeMarkup(context.get("service").pathname);
  const body =
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title} – Rocade</title>` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<link rel="stylesheet" href="${service}missing.css"></head>` +
    `<body>${typesetMarkup(`<main><h1>${title}</h1>${main}</main>`)}</body></html>`;
  return context.body(body, status, { "Content-Type": "text/html; charset=utf-8", ...headers });
}

/** Where programs ask, whatever they say that they read. */
const FOR_PROGRAMS = /^\/(api|healthz|readyz|metrics|oembed)(\/|$)|^\/(snapshot(\.|$)|kit\.zip$)/;

/** Whether a person asks for a page, and would not read a document for programs. */
export function wantsPage(context: Context<AppEnv>): boolean {
  if (FOR_PROGRAMS.test(context.req.path)) return false;
  vary(context, "Accept");
  const accept = context.req.header("Accept");
  const offered = ["application/problem+json", "text/html"] as const;
  return accept !== undefined && preferredType(accept, offered) === "text/html";
}
