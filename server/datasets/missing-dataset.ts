import type { Context } from "hono";
import { escapeMarkup } from "#formats/xml.ts";
import { quote } from "#model/problem.ts";
import { type InterfaceLanguage, interfaceLanguage } from "#model/words/language.ts";
import type { AppEnv } from "../http/app-env.ts";
import { askedLanguage, plainPage, wantsPage } from "../http/message-page.ts";
import { notFound } from "../http/problems.ts";
import { pathOfDataset, type ServedDatasets } from "../served/served-datasets.ts";

const WORDS: Readonly<
  Record<InterfaceLanguage, { title: string; none: string; others: string; list: string }>
> = {
  en: {
    title: "No such dataset",
    none: "There is no dataset of this name here.",
    others: "There are:",
    list: "All datasets",
  },
  fr: {
    title: "Jeu de données introuvable",
    none: "Il n’y a pas de jeu de données de ce nom ici.",
    others: "On trouve ici :",
    list: "Tous les jeux de données",
  },
};

/** Of more the list tells. */
const MAX_NAMED = 20;

/** 404 for a dataset that the database does not hold, or not any more, with those that it does. */
export async function missingDataset(
  context: Context<AppEnv>,
  datasets: ServedDatasets,
  id: string,
): Promise<Response> {
  const ids = (await datasets.ids()).slice(0, MAX_NAMED);
  const service = context.get("service");
  const addressOf = (one: string) =>
    new URL(one === datasets.default.datasetId ? "" : `${pathOfDataset(one).slice(1)}/`, service);
  const list = new URL("datasets", service);
  if (!wantsPage(context)) {
    const named = ids.map((one) => `${one} (${addressOf(one).pathname})`).join(", ");
    const there = named === "" ? "there is none yet" : `there are ${named}`;
    return notFound(
      context,
      `there is no dataset ${quote(id)} here; ${there}; ${list.pathname} lists them all`,
    );
  }
  const language = interfaceLanguage(askedLanguage(context));
  const { title, none, others, list: all } = WORDS[language];
  const entries = ids.map(
    (one) => `<li><a href="${escapeMarkup(addressOf(one).pathname)}">${escapeMarkup(one)}</a></li>`,
  );
  const main =
    `<p>${none}${entries.length > 0 ? ` ${others}` : ""}</p><ul>${entries.join("")}</ul>` +
    `<p><a href="${escapeMarkup(list.pathname)}">${all}</a></p>`;
  return plainPage(context, 404, { language, title, main }, { "Cache-Control": "no-store" });
}
