// The files of a collection as links, with their lengths once those are known: a file is not written to be counted.

import { LRUCache } from "lru-cache";
import type { Link } from "#formats/link.ts";
import type { Collection } from "#model/collection/collection.ts";
import { textIn } from "#model/words/language.ts";
import { type ServedDataset, stateOf } from "../served/served-dataset.ts";
import type { Answered } from "./answer-document.ts";
import { ITEM_FORMATS, itemFormatsOf, type WrittenFormat } from "./item-formats.ts";

const MAX_LENGTHS = 1000;
const lengths = new WeakMap<ServedDataset, LRUCache<string, number>>();

/** Of a whole collection in one format; a file says of itself in which language it is, and where it is from. */
type File = Pick<Answered, "language" | "meta" | "root"> & { readonly name: string };

const keyOf = ({ language, meta, name, root }: File) =>
  JSON.stringify([stateOf(meta.version), language, root.href, name]);

/** Remembers how many bytes a file has. */
export function rememberLength(served: ServedDataset, file: File, bytes: number): void {
  const known = lengths.get(served) ?? new LRUCache<string, number>({ max: MAX_LENGTHS });
  lengths.set(served, known);
  known.set(keyOf(file), bytes);
}

export const filesOf = (collection: Collection) =>
  itemFormatsOf(collection).filter((name): name is WrittenFormat => name !== "html");

/** A link to each file of each of these collections. */
export const allFileLinks = (
  served: ServedDataset,
  about: Answered,
  collections: readonly Collection[],
): Link[] => collections.flatMap((one) => fileLinks(served, one, about));

/** A link to each file of the collection. */
export function fileLinks(served: ServedDataset, collection: Collection, about: Answered): Link[] {
  return filesOf(collection).map((format) => {
    const { extension, mediaType, title } = ITEM_FORMATS[format];
    const name = `${collection.id}.${extension}`;
    const length = lengths.get(served)?.get(keyOf({ ...about, name }));
    return {
      rel: "enclosure",
      type: mediaType,
      title: `${textIn(collection.title, about.language)}: ${title}`,
      href: about.at(`/download/${name}`),
      ...(length === undefined ? {} : { length }),
    };
  });
}
