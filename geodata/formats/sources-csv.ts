// Sources as a table beside pictures: the same columns wherever such a file is written.
import type { Source } from "#model/record/source.ts";
import { tableCsv } from "./csv.ts";

type Listed = {
  readonly source: Source;
  /** By which the picture names it; null: it is of something that is drawn without a number. */
  readonly number?: number | null;
};

export function sourcesCsv(listed: readonly Listed[]): string {
  return tableCsv(
    listed.map(({ number, source: { id, kind, lang, published, publisher, title, url } }) => ({
      ...(number === undefined ? {} : { number }),
      id,
      title,
      publisher,
      published,
      language: lang,
      kind,
      url,
    })),
  );
}
