// How a record of a dataset is cited: APA 7, BibTeX and CSL-JSON. The dataset is the work, the record a part of it.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { interfaceLanguage, type Language, textIn } from "#model/words/language.ts";

export type Cited = {
  /** Title of the record in the reader's language. */
  readonly title: string;
  /** The permanent address. */
  readonly url: string;
  /** Short key, `event-blockade-5sep16`. */
  readonly key: string;
};

const AUTHOR = "Rocade";

export const CITATION_STYLES = ["apa", "bibtex", "csl"] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** The citation in a style; the year is that in which this version was published. */
export function citationOf(
  style: CitationStyle,
  meta: DatasetMeta,
  cited: Cited,
  language: Language,
): string {
  const year = meta.version.publishedAt.slice(0, 4);
  const version = meta.version.label;
  const container = textIn(meta.title, language);
  switch (style) {
    case "apa": {
      const inWords = interfaceLanguage(language) === "fr" ? "Dans" : "In";
      const dataset = interfaceLanguage(language) === "fr" ? "jeu de données" : "Data set";
      return `${AUTHOR}. (${year}). ${cited.title}. ${inWords} ${container} (Version ${version}) [${dataset}]. ${cited.url}`;
    }
    case "bibtex":
      return [
        `@misc{rocade-${cited.key},`,
        `  author  = {{${AUTHOR}}},`,
        `  title   = {{${escapeBibtex(cited.title)}}},`,
        `  note    = {${escapeBibtex(container)}, version ${version}},`,
        `  year    = {${year}},`,
        `  url     = {${cited.url}}`,
        "}",
      ].join("\n");
    case "csl":
      return JSON.stringify(
        [
          {
            id: `rocade-${cited.key}`,
            type: "dataset",
            title: cited.title,
            "container-title": container,
            author: [{ literal: AUTHOR }],
            version,
            issued: { "date-parts": [[Number(year)]] },
            URL: cited.url,
            language,
          },
        ],
        null,
        2,
      );
  }
}

/** Characters that TeX would read as commands. */
function escapeBibtex(text: string): string {
  return text.replace(/[{}\\]/g, "").replace(/[&%$#_]/g, (character) => `\\${character}`);
}
