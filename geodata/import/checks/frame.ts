// The descriptor names places and outlines that exist.
import { quote } from "#model/problem.ts";
import { DESCRIPTOR_FILE } from "../descriptor.ts";
import type { Findings } from "../findings.ts";
import type { Publication } from "../publication.ts";
import type { DataPackage } from "../read-package.ts";
import type { Report } from "../report.ts";
import { isMissing } from "./references.ts";

const problemWith = (findings: Findings) => (name: string, got: string, allowed: string) =>
  findings.problem({
    file: DESCRIPTOR_FILE,
    line: null,
    name: `rocade.${name}`,
    got: quote(got),
    allowed,
  });

/** The descriptor is published, and names nothing that is not. */
export function checkPublishedFrame(
  { descriptor, tables }: DataPackage,
  { places }: Publication,
  findings: Findings,
): void {
  const { bypassOutlineIds, portPlaceId, referencePlaceId } = descriptor.rocade;
  const problem = problemWith(findings);
  const isPublished = (table: "places" | "shapes", id: string | null) =>
    !tables[table].some(({ values }) => values.id === id) ||
    places[table].some(({ values }) => values.id === id);
  for (const [name, id] of Object.entries({ referencePlaceId, portPlaceId }))
    if (!isPublished("places", id)) problem(name, `${id}`, "a place that is not withheld");
  for (const id of bypassOutlineIds)
    if (!isPublished("shapes", id)) problem("bypassOutlineIds", id, "shapes that are not withheld");
}

export function checkFrame(dataPackage: DataPackage, findings: Findings, report: Report): void {
  const { descriptor, files, tables } = dataPackage;
  const { bypassOutlineIds, portPlaceId, referencePlaceId } = descriptor.rocade;
  const problem = problemWith(findings);
  if (isMissing(dataPackage, "places", referencePlaceId))
    problem("referencePlaceId", referencePlaceId, "an id of places");
  if (portPlaceId !== null && isMissing(dataPackage, "places", portPlaceId))
    problem("portPlaceId", portPlaceId, "an id of places, or null");
  for (const id of bypassOutlineIds) {
    const outline = tables.shapes.find((row) => row.values.id === id);
    if (outline ? outline.geometry?.type !== "LineString" : isMissing(dataPackage, "shapes", id))
      problem("bypassOutlineIds", id, "ids of shapes that are lines");
  }
  // A feature that is wrong by itself has been reported.
  if (findings.problems.some(({ file }) => file === files.get("ring"))) return;
  if (tables.ring.length !== 1 || tables.ring[0]?.geometry?.type !== "Polygon") {
    const got = `${tables.ring.length} features`;
    report.problem("ring", null, "features", got, "one feature that is a Polygon");
  }
}
