// The descriptor names places and outlines that exist.
import type { Findings } from "../findings.ts";
import type { DataPackage } from "../read/data-package.ts";
import { DESCRIPTOR_FILE } from "../read/descriptor.ts";
import type { Publication } from "../read/publication.ts";
import type { Phrase } from "../refusal/refusal.ts";
import type { Report } from "../report.ts";
import { isMissing } from "./references.ts";

const problemWith = (findings: Findings) => (name: string, id: string, allowed: Phrase) =>
  findings.problem({
    ...{ file: DESCRIPTOR_FILE, line: null, name: `rocade.${name}` },
    ...{ got: ["quoted", id], allowed },
  });

/** The descriptor is published, and names nothing that is not. */
export function checkPublishedFrame(
  { separation, tables }: DataPackage,
  { places }: Publication,
  findings: Findings,
): void {
  const problem = problemWith(findings);
  const isPublished = (table: "places" | "shapes", id: string) =>
    !tables[table].some(({ values }) => values.id === id) ||
    places[table].some(({ values }) => values.id === id);
  for (const [name, id] of namedPlaces(separation))
    if (!isPublished("places", id)) problem(name, id, ["shown-place"]);
  for (const id of separation?.line?.outlines ?? [])
    if (!isPublished("shapes", id)) problem(OUTLINES, id, ["shown-shapes"]);
}

const OUTLINES = "separation.line.outlines";

/** The places from which distances are measured, with the names that lead to them. */
function namedPlaces(separation: DataPackage["separation"]): (readonly [string, string])[] {
  if (!separation) return [];
  return [
    ["separation.reference.place", separation.reference.place],
    ...separation.further.map(
      ({ place }, index) => [`separation.further.${index}.place`, place] as const,
    ),
  ];
}

export function checkFrame(dataPackage: DataPackage, findings: Findings, report: Report): void {
  const { files, separation, tables } = dataPackage;
  const problem = problemWith(findings);
  for (const [name, id] of namedPlaces(separation))
    if (isMissing(dataPackage, "places", id)) problem(name, id, ["id-of", ["places"]]);
  for (const id of separation?.line?.outlines ?? []) {
    const outline = tables.shapes.find((row) => row.values.id === id);
    if (outline ? outline.geometry?.type !== "LineString" : isMissing(dataPackage, "shapes", id))
      problem(OUTLINES, id, ["line-shapes"]);
  }
  // A feature that is wrong by itself has been reported.
  if (findings.problems.some(({ file }) => file === files.get("ring"))) return;
  if (!separation?.line && !files.has("ring")) return;
  if (tables.ring.length !== 1 || tables.ring[0]?.geometry?.type !== "Polygon") {
    const got = ["features", tables.ring.length] as const;
    report.problem("ring", null, "features", got, ["one-polygon"]);
  }
}
