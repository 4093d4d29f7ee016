import type { Context } from "hono";
import Negotiator from "negotiator";
import { LANGUAGES, type Language } from "#model/words/language.ts";
import type { AppEnv } from "./app-env.ts";
import { vary } from "./vary.ts";

/** The language that the reader wishes for most among ours; English where there is no wish. Says it in the answer. */
export function languageOf(context: Context<AppEnv>): Language {
  vary(context, "Accept-Language");
  const wish = context.req.header("Accept-Language");
  const best = wish
    ? new Negotiator({ headers: { "accept-language": wish } }).language([...LANGUAGES])
    : undefined;
  const language = LANGUAGES.find((candidate) => candidate === best) ?? "en";
  context.header("Content-Language", language);
  return language;
}
