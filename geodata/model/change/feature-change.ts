// What changed of one feature from one state to another.
import type { Feature } from "geojson";
import { changeOf, type RecordChange } from "./record-change.ts";

/** As `changeOf` of records: a feature is its properties and where it is. */
export function changeOfFeature(
  before: Feature | undefined,
  after: Feature | undefined,
): RecordChange | undefined {
  const [was, is] = [before, after].map(
    (feature) => feature && { ...feature.properties, geometry: feature.geometry },
  );
  return changeOf(was, is);
}
