// The features that stand first where nobody asks for another order: clients guess the type of each field from the first
// ten features of a collection (GDAL 3.6, QGIS before 3.36). A few that are chosen well tell them all types; the order
// is by id otherwise, as an index has it or a sort is cheap.
import type { Feature } from "geojson";
import type { SortKey } from "#db/queries/features/feature-order.ts";
import { findPage } from "#db/queries/features/features.ts";
import type { Property } from "#model/collection/property.ts";
import { perVersion } from "../served/per-version.ts";

/** From so many features clients guess. */
const SAMPLE_SIZE = 10;
/** Among so many they are looked for, the first by id. */
const MAX_CANDIDATES = 2000;

type Candidate = Pick<Feature, "id" | "properties">;

/** A text that clients take for a date, a time or both; GDAL also one of a year before 0. */
const LOOKS_TEMPORAL = /^(-?\d{4}[-/]\d\d[-/]\d\d([T ].*)?|\d\d:\d\d(:\d\d.*)?)$/;

/**
 * What a feature tells of the types of its fields: that a field has values, that its texts are not all dates, that its
 * numbers are not all whole.
 */
function factsOf({ properties: own }: Candidate, properties: readonly Property[]): string[] {
  return properties.flatMap(({ name, type }) => {
    const value: unknown = own?.[name];
    if (value === null || value === undefined) return [];
    if (type === "text" && !LOOKS_TEMPORAL.test(String(value))) return [name, `${name} is a text`];
    if (type === "number" && !Number.isInteger(value)) return [name, `${name} has a fraction`];
    return [name];
  });
}

/** Ids of at most ten of the features that together tell most, each the one that adds most to those before. */
export function tellingIds(
  features: readonly Candidate[],
  properties: readonly Property[],
): readonly string[] {
  const candidates = features.map((feature) => ({
    id: String(feature.id),
    facts: factsOf(feature, properties),
  }));
  const told = new Set<string>();
  const chosen: string[] = [];
  while (chosen.length < SAMPLE_SIZE) {
    let best: (typeof candidates)[number] | undefined;
    let most = 0;
    for (const candidate of candidates) {
      const added = candidate.facts.filter((fact) => !told.has(fact)).length;
      if (added > most) [best, most] = [candidate, added];
    }
    if (!best) break;
    chosen.push(best.id);
    for (const fact of best.facts) told.add(fact);
  }
  return chosen;
}

/** Events, of which there may be a million, stand in the order of an index. */
export const tellingFirst = perVersion<readonly SortKey[]>(
  async ({ db, datasetId }, collection, { asOf }) => {
    if (collection.role === "events") return [];
    const { rows } = await findPage(db, {
      asOf,
      datasetId,
      collection,
      certainty: "possible",
      limit: MAX_CANDIDATES,
      numberMatched: 0,
    });
    const features = rows.map(({ feature }) => JSON.parse(feature) as Candidate);
    const ids = tellingIds(features, collection.properties);
    return ids.length === 0
      ? []
      : [{ name: "id", type: "integer", isDescending: false, leading: ids }];
  },
);
