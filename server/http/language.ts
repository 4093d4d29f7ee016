import type { Context } from "hono";
import Negotiator from "negotiator";
import {
  choosableLanguages,
  type Language,
  languageFor,
  lookUpLanguage,
} from "#model/words/language.ts";
import type { AppEnv } from "./app-env.ts";
import { vary } from "./vary.ts";

/**
 * The language that the address asks for (`lang`), or else the one that the reader's browser wishes for most among those of
 * the data and of the interface; the first of the data where there is no wish. Without data, those of the interface. Says
 * it in the answer.
 */
export function languageOf(
  context: Context<AppEnv>,
  ofDataset: readonly Language[] = [],
  asked?: Language,
): Language {
  const named = asked && lookUpLanguage(choosableLanguages(ofDataset), asked);
  if (named) {
    context.header("Content-Language", named);
    return named;
  }
  vary(context, "Accept-Language");
  const wish = context.req.header("Accept-Language");
  const wishes = wish ? new Negotiator({ headers: { "accept-language": wish } }).languages() : [];
  const language = languageFor(wishes, ofDataset);
  context.header("Content-Language", language);
  return language;
}
