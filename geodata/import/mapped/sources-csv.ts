// The table of the sources that rows name: what each is called, and where it is. Nothing else is known of them.
import { packageCells } from "#formats/package-cells.ts";
import { isWebAddress } from "#model/words/web-address.ts";
import type { NamedSource } from "../mapping/row-mapper.ts";

const HEADINGS = ["id", "title", "publisher", "url", "published", "lang", "kind", "note"];

/** Nobody has said in which language it is (ISO 639-2), nor what kind of thing. */
const [UNDETERMINED, UNSTATED] = ["und", "unstated"] as const;

export function sourcesCsv(sources: Iterable<NamedSource>): string {
  const rows = [...sources].map(({ id, title, url }) => {
    const isAddress = isWebAddress(url);
    const note = url !== "" && !isAddress ? `Address as it is given: ${url}` : "";
    return [id, title, title, isAddress ? url : "", "", UNDETERMINED, UNSTATED, note];
  });
  return packageCells([HEADINGS, ...rows]);
}
