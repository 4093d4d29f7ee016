// What is put in the place of cells that might harm somebody: before anything is made of a row, so that no title, id or
// attribute has it.
import { parseNumber, withDecimalPoint } from "#model/words/number.ts";
import type { Mapping } from "./mapping.ts";

/** Counts below this one may tell who is meant where few live. */
export const SMALL_COUNT = 5;

/** Whether the cell is a count of people so small that it may tell who is meant; none at all tells of nobody. */
export function isSmallCount(cell: string): boolean {
  const count = parseNumber(withDecimalPoint(cell.trim()));
  return count !== undefined && count > 0 && count < SMALL_COUNT;
}

type Cover = (cell: string) => string;

/** What each of the columns has in the place of its cells; undefined where they stay as they are. */
export function cellCovers(
  columns: readonly string[],
  { numbered, smallCounts }: Pick<Mapping, "numbered" | "smallCounts">,
): readonly (Cover | undefined)[] {
  return columns.map((column) => {
    if (numbered.includes(column)) return numberFor(column);
    if (smallCounts.includes(column)) return (cell) => (isSmallCount(cell) ? "" : cell);
    return undefined;
  });
}

/** The heading with a number, the same for the same cell, in the order in which they come. */
function numberFor(column: string): Cover {
  const known = new Map<string, string>();
  return (cell) => {
    const own = cell.trim();
    if (own === "") return "";
    const name = known.get(own) ?? `${column} ${known.size + 1}`;
    known.set(own, name);
    return name;
  };
}
