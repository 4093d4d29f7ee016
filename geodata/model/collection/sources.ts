import { SOURCE } from "../record/source.ts";
import type { AnyCollection } from "./collection.ts";
import { derived, propertiesOf } from "./property.ts";

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
  properties: [
    ...propertiesOf(SOURCE, "title", "publisher"),
    derived(
      "text",
      "copy_held_by",
      "Who holds the copy that was read, where it is not who published the source.",
    ),
    ...propertiesOf(SOURCE, "url", "published", "lang", "kind", "note", "repeats", "link"),
  ],
};
