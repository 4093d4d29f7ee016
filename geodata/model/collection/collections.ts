// The collections that the API serves. Routes, views, formats, documents and the codebook are driven by it.
import type { CollectionRole, Declared, DeclaredSeparation } from "../dataset/declared.ts";
import { ID } from "../record/groups.ts";
import type { PointTable } from "../space/points.ts";
import { perhapsIn } from "../words/language.ts";
import { ATTESTATIONS } from "./attestations.ts";
import { attributesOf, withAttributes } from "./attributes.ts";
import { BASEMAP } from "./basemap.ts";
import { CITATIONS } from "./citations.ts";
import type { AnyCollection, Collection } from "./collection.ts";
import { COUNTS } from "./counts.ts";
import { EVENTS } from "./events.ts";
import { MOVEMENTS } from "./movements.ts";
import { PHASES } from "./phases.ts";
import { OUTLINES, PLACES, SITES } from "./places.ts";
import { derived, type Property, spokenProperties } from "./property.ts";
import { SOURCES } from "./sources.ts";

export const COLLECTIONS: Readonly<Record<CollectionRole, AnyCollection>> = {
  places: PLACES,
  sites: SITES,
  outlines: OUTLINES,
  events: EVENTS,
  movements: MOVEMENTS,
  counts: COUNTS,
  sources: SOURCES,
  citations: CITATIONS,
  attestations: ATTESTATIONS,
  phases: PHASES,
  basemap: BASEMAP,
};

type Named = Pick<
  Declared,
  "attributes" | "collections" | "languages" | "timeZone" | "vocabularies"
> & {
  readonly hasClock: boolean;
  readonly severalPoints: readonly PointTable[];
  readonly separation: DeclaredSeparation | null;
};

const known = new WeakMap<Named, Readonly<Record<CollectionRole, Collection>>>();

/** The collections as a dataset names and explains them, with the ids of its vocabularies as their values. */
export function collectionsOf(meta: Named): Readonly<Record<CollectionRole, Collection>> {
  const before = known.get(meta);
  if (before) return before;
  const all = Object.values(COLLECTIONS).map((collection): [string, Collection] => {
    const { description, id, title } = meta.collections[collection.role];
    const words = {
      id: id ?? collection.id,
      title: title ?? collection.title,
      description: description ?? collection.description,
    };
    const properties = [
      ...spokenProperties(collection.properties, meta.languages)
        .filter(({ name }) => isTold(name, meta))
        .map((property) => explained(property, meta)),
      ...attributesOf(collection.role, meta.attributes),
    ];
    return [collection.role, { ...collection, ...words, ...shapeIn(collection, meta), properties }];
  });
  const made = Object.fromEntries(all) as Record<CollectionRole, Collection>;
  known.set(meta, made);
  return made;
}

const TABLE_OF_POINTS: Readonly<Partial<Record<CollectionRole, PointTable>>> = {
  places: "places",
  sites: "places",
  counts: "places",
  attestations: "places",
  events: "events",
};

/** What of geometry the records have. */
function shapeIn(
  { geometry, role }: AnyCollection,
  { severalPoints }: Pick<Named, "severalPoints">,
) {
  const table = TABLE_OF_POINTS[role];
  const areSeveral = table !== undefined && severalPoints.includes(table);
  return {
    geometry: areSeveral ? ("Geometry" as const) : geometry,
    arePoints: geometry === "Point",
  };
}

/** What is told of a separation, by what of it the dataset has. */
const OF_SEPARATION: Readonly<Record<string, (of: DeclaredSeparation | null) => boolean>> = {
  side: (of) => Boolean(of?.line),
  stated_side: (of) => Boolean(of?.line),
  distance_m: (of) => of !== null,
  further_distance_m: (of) => (of?.further.length ?? 0) > 0,
};

/** What is told where times of day are known. */
const OF_CLOCK: ReadonlySet<string> = new Set(["start_time", "end_time"]);

/** Times and measures that the dataset does not have are no properties. */
function isTold(name: string, { hasClock, separation }: Named): boolean {
  if (OF_CLOCK.has(name) && !hasClock) return false;
  return OF_SEPARATION[name]?.(separation) ?? true;
}

function explained(property: Property, meta: Named): Property {
  const terms = property.vocabulary ? meta.vocabularies[property.vocabulary] : [];
  return {
    ...property,
    means: meansIn(property.means, meta.separation, meta.timeZone),
    choices: terms.length > 0 ? terms.map(({ id }) => id) : property.choices,
  };
}

/** What a field means, in the words of the dataset. */
export function meansIn(
  means: string,
  separation: DeclaredSeparation | null,
  timeZone = "the time zone of the dataset",
): string {
  return means
    .replace("{line}", perhapsIn(separation?.line?.label, "en") ?? "the line that separates")
    .replace("{zone}", timeZone)
    .replace("{reference}", perhapsIn(separation?.reference.label, "en") ?? "none")
    .replace("{further}", perhapsIn(separation?.further[0]?.label, "en") ?? "a further place");
}

/** The collection as the dataset has it, with the columns of its records that tell it nothing besides. */
export function recordedCollection(
  { attributes, languages }: Pick<Declared, "attributes" | "languages">,
  role: CollectionRole,
): Collection {
  const collection = COLLECTIONS[role];
  const properties = spokenProperties(collection.properties, languages);
  return withAttributes({ ...collection, arePoints: false, properties }, attributes);
}

/** The collection of the dataset with this id, or undefined. */
export function findCollection(meta: Named, id: string): Collection | undefined {
  return Object.values(collectionsOf(meta)).find((collection) => collection.id === id);
}

/** The id of a feature, which its properties leave out. */
export const ID_PROPERTY: Property = derived("text", "id", ID.means);

/** The properties of a collection that can be filtered by: all, and the id. */
export function filterableProperties({ properties }: Collection): readonly Property[] {
  return [ID_PROPERTY, ...properties];
}

/** The properties of a collection that can be sorted by: all but lists, and the id. */
export function scalarProperties(collection: Collection): readonly Property[] {
  return [ID_PROPERTY, ...collection.properties.filter(({ type }) => type !== "list")];
}
