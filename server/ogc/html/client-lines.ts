import { escapeMarkup } from "#formats/xml.ts";
import type { Collection } from "#model/collection/collection.ts";
import type { Language } from "#model/words/language.ts";
import { pageTexts } from "./texts.ts";

/** Lines to copy into QGIS, GDAL and curl, with the filters of an address: `search`, its question. */
export function clientLines(
  collection: Collection,
  language: Language,
  root: URL,
  search: string,
): string {
  const texts = pageTexts(language);
  const api = new URL("api", root).href;
  const download = downloadAddress(collection, root, search, "gpkg");
  const line = (text: string) => `<pre><code>${escapeMarkup(text)}</code></pre>`;
  return [
    `<h2>${texts.clients}</h2>`,
    `<p>${texts.qgis}</p>`,
    line(api),
    `<h3>${texts.ogr}</h3>`,
    line(`ogr2ogr ${collection.id}.gpkg OAPIF:${api} ${collection.id}`),
    `<h3>${texts.curl}</h3>`,
    line(`curl -o ${collection.id}.gpkg "${download}"`),
  ].join("\n");
}

/** The whole file that answers the same question as a page of items. */
function downloadAddress(
  collection: Collection,
  root: URL,
  search: string,
  extension: string,
): string {
  const address = new URL(`api/download/${collection.id}.${extension}`, root);
  address.search = search;
  for (const name of ["f", "cursor", "limit", "offset", "sortby"])
    address.searchParams.delete(name);
  return address.href;
}
