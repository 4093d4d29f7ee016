// Places of the dataset, by which rows are found that name one and say nothing of where it is. No other gazetteer is asked.
import type { Position } from "geojson";
import { foldText } from "#model/words/fold.ts";

export type KnownPlace = {
  /** All that it is called. */
  readonly names: readonly string[];
  readonly position: Position;
  readonly precisionM: number | null;
};

/** Finds a place by a name of it, whatever its capitals and accents; a name that several have is nobody's. */
export function placeFinder(places: readonly KnownPlace[]) {
  const byName = new Map<string, KnownPlace | null>();
  for (const place of places)
    for (const name of new Set(place.names.map(foldedName))) {
      const other = byName.get(name);
      byName.set(name, other === undefined ? place : null);
    }
  return (name: string): KnownPlace | undefined => byName.get(foldedName(name)) ?? undefined;
}

const foldedName = (name: string) =>
  foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
