// What the columns of the table of events are called in the file that they were read from, for whoever is told of them.
import { columnSuffix } from "#model/words/language.ts";
import type { Mapping } from "../mapping/mapping.ts";

/** The heading, or headings, of a column; one that was not mapped has its own name. */
export function columnTeller(mapping: Mapping): (name: string) => string {
  const names = new Map(told(mapping));
  return (name) => names.get(name) ?? name;
}

function* told(mapping: Mapping): Generator<readonly [name: string, heading: string]> {
  const { category, date, fields, id, position, source } = mapping;
  yield ["edtf", date.end === null ? date.start : `${date.start}, ${date.end}`];
  if (position.from === "columns") {
    const { lat, lon } = position;
    yield* [["lat", lat] as const, ["lon", lon] as const, ["lon, lat", `${lon}, ${lat}`] as const];
  } else if (position.from !== "geometry")
    for (const name of ["lat", "lon", "lon, lat"]) yield [name, position.column];
  if (id) yield ["id", id.column];
  if (category) yield ["category", category.column];
  if (source) yield ["source_ids", source.column];
  for (const [name, column] of Object.entries(fields)) yield [name, column];
  for (const part of ["title", "summary"] as const)
    for (const [language, text] of Object.entries(mapping[part]))
      if ("column" in text) yield [`${part}${columnSuffix(language)}`, text.column];
}
