// What an address of the page shows, in words and as a picture: for those who meet it in a feed, a message, an article.

import { LRUCache } from "lru-cache";
import type { Dataset, DatasetMeta } from "#model/dataset/dataset.ts";
import { ownColumns } from "#model/question/own-column.ts";
import { type Language, textIn } from "#model/words/language.ts";
import { textFault } from "#model/words/plain-text.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { ownParameters } from "#web/view/address/own-parameters.ts";
import { outsidePeriod } from "#web/view/address/period.ts";
import { PAGE_PARAMETERS, readPictureAddress } from "#web/view/address/picture-address.ts";
import { spokenLanguage, unspokenLanguage } from "#web/view/address/spoken-language.ts";
import { PARAMETERS, parseUrl } from "#web/view/address/url.ts";
import type { FigureInput } from "#web/view/figure/figure-input.ts";
import { alternativeText } from "#web/view/figure/words/figure-caption.ts";
import { dateLine, separationSentence } from "#web/view/figure/words/figure-words.ts";
import { figureInputOf } from "#web/view/figure-of-address.ts";
import { Turns } from "../http/limits/turns.ts";
import { type ServedDataset, stateOf } from "../served/served-dataset.ts";
import { servedDataset } from "../served/whole-dataset.ts";
import { missingRecords } from "./missing-records.ts";

export type SharedView = {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  /** The address without what makes no sense in it. */
  readonly page: URL;
  readonly image: {
    readonly url: URL;
    readonly width: number;
    readonly height: number;
    readonly alt: string;
  };
  /** It tells what the data are about, and nothing of the state: too many were asked for at once. */
  readonly isPlain: boolean;
};

/** What a feed or a message shows of a link. */
const CARD = { use: "card" };

/**
 * Describes the state that an address asks for, which is the page's own or stands right below it; `languageFor`
 * tells which of the dataset's languages whoever asks is spoken to in. Where many others are asked for at once it describes the data alone.
 */
export async function sharedView(
  served: ServedDataset,
  address: URL,
  languageFor: (ofDataset: readonly Language[]) => Language,
): Promise<SharedView> {
  const dataset = await servedDataset(served);
  const page = sensible(address, dataset.meta);
  if (served.asOf !== undefined) page.searchParams.set("v", dataset.meta.version.label);
  const picture = pictureOf(page, CARD);
  const columns = ownColumns(dataset.meta.attributes);
  let read = readPictureAddress(picture, columns);
  if (!read.ok || missingRecords(dataset, read.value).length > 0) {
    // A record that is gone does not keep the rest from being shown.
    page.searchParams.delete("sel");
    picture.searchParams.delete("sel");
    read = readPictureAddress(picture, columns);
  }
  if (!read.ok) throw new Error("an address of parameters that were read is read");
  const question = read.value;
  const language =
    spokenLanguage(dataset.meta, question.state) ?? languageFor(dataset.meta.languages);
  if (question.state.lang === undefined) picture.searchParams.set("lang", language);
  const { height, width } = question.size;
  const { description, headline, standfirst, title, version } = dataset.meta;
  const about = [served.datasetId, stateOf(version), page.href, language];
  const words = await wordsOnce(JSON.stringify(about), () =>
    wordsOf(dataset, figureInputOf(dataset, question, language, picture)),
  );
  const head = words?.head ?? textIn(title, language);
  const claim = headline && isBare(page) ? `: ${textIn(headline, language)}` : "";
  const of = words?.date && claim === "" ? `${words.date} – ` : "";
  return {
    language,
    title: claim === "" ? `${of}${head} – Rocade` : `${textIn(title, language)}${claim} – Rocade`,
    description: [...(words?.sentences ?? []), textIn(standfirst ?? description, language)]
      .filter(Boolean)
      .join(". "),
    page,
    image: { url: picture, width, height, alt: words?.alt ?? textIn(title, language) },
    isPlain: words === undefined,
  };
}

/** Nothing is asked for but perhaps a language: the dataset is shared as such. */
const isBare = ({ searchParams }: URL) => [...searchParams.keys()].every((name) => name === "lang");

type Words = {
  readonly date: string;
  /** What heads a picture of the state. */
  readonly head: string;
  readonly sentences: readonly string[];
  readonly alt: string;
};

function wordsOf({ meta }: Dataset, input: FigureInput): Words {
  const texts = messagesOf(input.language, meta);
  return {
    date: dateLine(input.moments),
    head: input.title,
    sentences: input.moments.map((moment) => separationSentence(input, moment, texts)),
    alt: alternativeText(input),
  };
}

const MAX_CACHED = 1000;
const cached = new LRUCache<string, Words>({ max: MAX_CACHED });
/** Whoever would have to wait for more is told less, and at once. */
const turns = new Turns(4);

/** The words under the key; undefined where they are not cached and too many others are being found. */
async function wordsOnce(key: string, find: () => Words): Promise<Words | undefined> {
  const known = cached.get(key);
  if (known) return known;
  const words = await turns.take(find);
  if (words) cached.set(key, words);
  return words;
}

/** The address with the parameters that a picture takes, that can be read, and whose days are of the data's period. */
function sensible(address: URL, meta: DatasetMeta): URL {
  const page = new URL("./", address);
  const columns = ownColumns(meta.attributes);
  const { ignored, state } = parseUrl(address, columns);
  const unmet = [...outsidePeriod(meta, state), ...unspokenLanguage(meta, state)];
  ignored.push(...unmet.map(({ name }) => name));
  const own = ownParameters(columns);
  for (const name of [...PAGE_PARAMETERS, ...own]) {
    const texts = address.searchParams.getAll(name).slice(0, own.includes(name) ? undefined : 1);
    if (
      (name in PARAMETERS || own.includes(name)) &&
      !ignored.includes(name) &&
      !texts.some(textFault)
    )
      for (const text of texts) page.searchParams.append(name, text);
  }
  return page;
}

function pictureOf(page: URL, parameters: Readonly<Record<string, string>>): URL {
  const picture = new URL("snapshot.png", page);
  picture.search = page.search;
  for (const [name, value] of Object.entries(parameters)) picture.searchParams.set(name, value);
  return picture;
}
