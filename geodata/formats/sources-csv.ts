// Sources as a table beside pictures: the same columns wherever such a file is written.
import type { Source } from "#model/record/source.ts";
import { tableCsv } from "./csv.ts";

type Listed = {
  readonly source: Source;
  /** By which the picture names it; null: it is of something that is drawn without a number. */
  readonly number?: number | null;
};

/** `carriers`: who holds the copy that was read, by the id of the source. */
export function sourcesCsv(
  listed: readonly Listed[],
  carriers: Readonly<Record<string, string>>,
): string {
  return tableCsv(
    listed.map(({ number, source: { id, kind, lang, published, publisher, title, url } }) => ({
      ...(number === undefined ? {} : { number }),
      id,
      title,
      publisher,
      copy_held_by: carriers[id] ?? null,
      published,
      language: lang,
      kind,
      url,
    })),
  );
}
