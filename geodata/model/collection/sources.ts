import { SOURCE } from "../record/source.ts";
import type { AnyCollection } from "./collection.ts";
import { propertiesOf } from "./property.ts";

export const SOURCES: AnyCollection = {
  role: "sources",
  id: "sources",
  title: { en: "Sources", fr: "Sources" },
  description: {
    en: "Every source, with its kind.",
    fr: "Toutes les sources, avec leur nature.",
  },
  geometry: null,
  temporal: false,
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
