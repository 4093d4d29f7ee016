// The list of datasets as a document for programs; the page is made of the same.
import type { Link } from "#formats/link.ts";
import { printDay } from "#model/time/day.ts";
import { type Language, perhapsIn, textIn } from "#model/words/language.ts";
import { FORMATS } from "../http/formats.ts";
import { pathOfDataset } from "../served/served-datasets.ts";
import type { Listed } from "./dataset-list.ts";

/** What the list says of one dataset, in one language. Throws where what is stored of it is not as it should be. */
function described({ facts }: Listed, language: Language) {
  if (facts instanceof Error) throw facts;
  const { counts, meta } = facts;
  const { west, south, east, north } = meta.extent;
  return {
    title: textIn(meta.title, language),
    headline: perhapsIn(meta.headline, language),
    standfirst: perhapsIn(meta.standfirst, language),
    description: textIn(meta.description, language),
    period: { first: printDay(meta.firstDay), last: printDay(meta.lastDay) },
    timeZone: meta.timeZone,
    bbox: [west, south, east, north],
    languages: [...meta.languages],
    counts,
    attribution: textIn(meta.attribution, language),
    licences: meta.licences,
    version: {
      label: meta.version.label,
      contentHash: meta.version.contentHash,
      publishedAt: meta.version.publishedAt,
      created: meta.version.created,
    },
  };
}

type Described = ReturnType<typeof described>;

export type ListedEntry = {
  readonly id: string;
  readonly isDefault: boolean;
  /** Undefined where the dataset cannot be read now. */
  readonly about: Described | undefined;
  readonly page: string;
  readonly links: readonly Link[];
};

/** The entry of a dataset; `tell` hears why one cannot be read. */
export function entryOf(
  listed: Listed,
  language: Language,
  service: URL,
  tell: (error: Error) => void,
): ListedEntry {
  const { id, isDefault } = listed;
  const root = new URL(isDefault ? "" : `${pathOfDataset(id).slice(1)}/`, service);
  const at = (path: string) => new URL(path, root).href;
  const lasting = new URL(`${pathOfDataset(id).slice(1)}/`, service).href;
  let about: Described | undefined;
  try {
    about = described(listed, language);
  } catch (error) {
    tell(error as Error);
  }
  const json = FORMATS.json.mediaType;
  const html = FORMATS.html.mediaType;
  const links: Link[] = [
    { rel: "alternate", type: html, title: "The map", href: at("") },
    { rel: "service", type: json, title: "OGC API", href: at("api") },
    { rel: "bookmark", type: html, title: "The map, under its own name", href: lasting },
    {
      rel: "describedby",
      type: json,
      title: "What the data package holds (Data Package 2)",
      href: at("api/download/datapackage.json"),
    },
    {
      rel: "enclosure",
      type: "application/zip",
      title: "The whole data package",
      href: at("api/download/package.zip"),
    },
  ];
  return { id, isDefault, about, page: at(""), links };
}

/** The entry as programs read it. */
export function entryDocument({ about, id, isDefault, links }: ListedEntry) {
  return {
    id,
    default: isDefault,
    status: about ? "available" : "unavailable",
    ...about,
    links,
  };
}
