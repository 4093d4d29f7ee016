// What the database holds by keys: places and shapes share their ids, and no place is a part of itself.
import type { DataPackage } from "../read/data-package.ts";
import type { Report } from "../report.ts";

export function checkPlaces({ ids, tables }: DataPackage, report: Report): void {
  const { places, shapes } = tables;
  const wholes = new Map(places.map(({ values }) => [values.id, values.part_of]));
  for (const { line, values } of shapes)
    if (ids.get("places")?.has(values.id))
      report.problem("shapes", line, "id", ["id-of-place", values.id], ["another-id"]);
  for (const { line, values } of places)
    if (isPartOfItself(values.id, wholes))
      report.problem("places", line, "part_of", ["quoted", values.part_of ?? ""], ["place-apart"]);
}

/** Follows the wholes of a place, and theirs, until they end or come back to it. */
function isPartOfItself(id: string, wholes: ReadonlyMap<string, string | null>): boolean {
  let whole = wholes.get(id) ?? null;
  for (let steps = 0; whole !== null && steps <= wholes.size; steps++) {
    if (whole === id) return true;
    whole = wholes.get(whole) ?? null;
  }
  return false;
}
