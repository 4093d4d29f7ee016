// The language that an address asks for, as far as data or interface have it.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { type Problem, quote } from "#model/problem.ts";
import { choosableLanguages, type Language, lookUpLanguage } from "#model/words/language.ts";
import type { UrlState } from "./url.ts";

type Meta = Pick<DatasetMeta, "languages">;
type Asked = Partial<Pick<UrlState, "lang">>;

/** The language that can be chosen and is nearest to the one asked for; undefined where none is. */
export const spokenLanguage = ({ languages }: Meta, { lang }: Asked): Language | undefined =>
  lang === undefined ? undefined : lookUpLanguage(choosableLanguages(languages), lang);

/** What is wrong with asking for a language that neither data nor interface have. */
export function unspokenLanguage(meta: Meta, asked: Asked): Problem[] {
  const { lang } = asked;
  if (lang === undefined || spokenLanguage(meta, asked) !== undefined) return [];
  const allowed = choosableLanguages(meta.languages).join(" or ");
  return [{ name: "lang", got: quote(lang), allowed }];
}
