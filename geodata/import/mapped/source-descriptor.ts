// The descriptor of a table that was mapped.

import { attributeName } from "../attributes/attribute-name.ts";
import type { Mapping } from "../mapping/mapping.ts";
import type { OutputColumns } from "../mapping/output-columns.ts";
import { categoryVocabulary } from "./category-terms.ts";
import { toldMapping } from "./told-mapping.ts";

export const EVENTS_FILE = "events.csv";
export const SOURCES_FILE = "sources.csv";

type Found = {
  /** With how many rows have each. */
  readonly categories: ReadonlyMap<string, number>;
  readonly hasSources: boolean;
  /** Columns of numbers with decimal commas. */
  readonly decimalCommas: readonly string[];
  /** Rows that were changed by hand. */
  readonly edited: number;
};

/** Where events are whose positions nobody is told. */
const ANYWHERE = { west: -180, south: -90, east: 180, north: 90 } as const;

/** `datapackage.json` as a text. */
export function sourceDescriptor(
  mapping: Mapping,
  { names }: OutputColumns,
  { categories, decimalCommas, edited, hasSources }: Found,
): string {
  const { id, languages, timeZone, title } = mapping.dataset;
  const vocabularies = mapping.category ? categoryVocabulary(categories, mapping) : {};
  const fields = decimalCommas.map((name) => ({ name, type: "number", decimalChar: "," }));
  const told = toldMapping(mapping, edited);
  // What is not told of some cannot be summed.
  const summed = mapping.sums.filter((column) => !mapping.smallCounts.includes(column));
  const sums = summed.map((column) => ({
    type: "sum",
    field: names[column] ?? attributeName(column) ?? column,
    label: { [languages[0] ?? "en"]: column },
  }));
  const events = {
    name: "events",
    path: EVENTS_FILE,
    ...(Object.keys(names).length > 0 ? { columns: names } : {}),
    ...(fields.length > 0 ? { schema: { fields } } : {}),
  };
  const ofSources = hasSources ? [{ name: "sources", path: SOURCES_FILE }] : [];
  return JSON.stringify(
    {
      name: id,
      title,
      resources: [events, ...ofSources],
      rocade: {
        languages,
        title: { [languages[0] ?? "en"]: title },
        ...(told ? { description: told } : {}),
        timeZone,
        ...(mapping.rounding === "hidden" ? { extent: ANYWHERE } : {}),
        ...(vocabularies.eventCategories ? { vocabularies } : {}),
        ...(sums.length > 0 ? { measures: sums } : {}),
      },
    },
    null,
    2,
  );
}
