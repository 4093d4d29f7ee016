import { SOURCE } from "../record/source.ts";
import type { Collection } from "./collection.ts";
import { namesOf, propertiesOf } from "./property.ts";

export const SOURCES: Collection = {
  role: "sources",
  id: "sources",
  title: { en: "Sources", fr: "Sources" },
  description: {
    en: "Every source, with its kind.",
    fr: "Toutes les sources, avec leur nature.",
  },
  geometry: null,
  temporal: false,
  searched: namesOf(propertiesOf(SOURCE, "title", "publisher", "url", "note")),
  properties: propertiesOf(
    SOURCE,
    "title",
    "publisher",
    "url",
    "published",
    "lang",
    "kind",
    "note",
    "link",
  ),
};
