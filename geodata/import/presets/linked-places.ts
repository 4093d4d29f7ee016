// Places with their times in the Linked Places format, as the reader of that format makes a table of them.
import type { Preset } from "./preset.ts";

export const LINKED_PLACES: Preset = {
  id: "linked-places",
  name: "Linked Places",
  about:
    "Places with their times in the Linked Places format (Pelagios, World Historical Gazetteer)",
  signature: ["@id", "title", "when", "names", "citations"],
  mapping: {
    date: { start: "when" },
    position: { from: "geometry" },
    title: { column: "title" },
    summary: { column: "description" },
    category: { column: "type" },
    id: { column: "@id", keep: true },
    source: { column: "citations", separator: ";" },
  },
};
