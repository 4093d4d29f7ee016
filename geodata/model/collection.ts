// The collections that the API serves, one descriptor each. Routes, views, formats and documents are driven by it.
import type { Localized } from "./language.ts";

export type PropertyType = "text" | "day" | "integer" | "number" | "boolean" | "list";

export type Property = { readonly name: string; readonly type: PropertyType };

export const COLLECTION_IDS = [
  "places",
  "camps",
  "routes",
  "events",
  "movements",
  "counts",
  "sources",
  "phases",
  "basemap",
] as const;
export type CollectionId = (typeof COLLECTION_IDS)[number];

export type Collection = {
  readonly id: CollectionId;
  readonly title: Localized;
  readonly description: Localized;
  readonly geometry: "Point" | "LineString" | "Geometry" | null;
  /** False when the records have no time of their own: such features answer every `datetime` (OGC Features 7.15.4). */
  readonly temporal: boolean;
  /** The properties in whose words `q` looks. */
  readonly searched: readonly string[];
  /** In the order in which formats write them. `id` is not among them: it is the feature's own. */
  readonly properties: readonly Property[];
};

const properties = (type: PropertyType, ...names: string[]): Property[] =>
  names.map((name) => ({ name, type }));
const text = (...names: string[]) => properties("text", ...names);
const days = (...names: string[]) => properties("day", ...names);
const integers = (...names: string[]) => properties("integer", ...names);
const numbers = (...names: string[]) => properties("number", ...names);
const lists = (...names: string[]) => properties("list", ...names);
const booleans = (...names: string[]) => properties("boolean", ...names);

const SPAN_DAYS = [
  ...days("start_earliest", "start_latest", "end_earliest", "end_latest"),
  ...integers("start_year", "end_year"),
];
const QUALITY = [...numbers("precision_m"), ...text("position_basis"), ...booleans("generalised")];

const PLACE_PROPERTIES: readonly Property[] = [
  ...text("place_id", "name_en", "name_fr"),
  ...lists("other_names"),
  ...text("kind", "description_en", "description_fr", "start_edtf", "end_edtf"),
  ...SPAN_DAYS,
  ...text("end_reason", "convention", "bounds_note", "ring_road", "side", "part_of"),
  ...lists("predecessor_ids", "successor_ids"),
  ...QUALITY,
  ...text("position_note"),
  ...numbers("distance_m", "port_distance_m"),
  ...lists("source_ids"),
];

export const COLLECTIONS: Readonly<Record<CollectionId, Collection>> = {
  places: {
    id: "places",
    title: { en: "Places", fr: "Lieux" },
    description: {
      en: "Every place that is more than a shape, one point for each dated phase: camps, squats, shelters, port, roads, landmarks, destinations.",
      fr: "Tous les lieux, un point par période datée : campements, squats, abris, port, routes, repères, destinations.",
    },
    geometry: "Point",
    temporal: true,
    searched: ["name_en", "name_fr", "other_names", "description_en", "description_fr"],
    properties: PLACE_PROPERTIES,
  },
  camps: {
    id: "camps",
    title: { en: "Camps, squats and shelters", fr: "Campements, squats et abris" },
    description: {
      en: "The places where people lived: camps, squats, shelters and state camps.",
      fr: "Les lieux où des personnes ont vécu : campements, squats, abris et camps d’État.",
    },
    geometry: "Point",
    temporal: true,
    searched: ["name_en", "name_fr", "other_names", "description_en", "description_fr"],
    properties: PLACE_PROPERTIES,
  },
  routes: {
    id: "routes",
    title: { en: "Roads, barriers and outlines", fr: "Routes, barrières et emprises" },
    description: {
      en: "Lines and areas with their dates: the bypass, motorways, fences, the wall, the port, the outlines of camps.",
      fr: "Lignes et surfaces datées : la rocade, les autoroutes, les clôtures, le mur, le port, l’emprise des camps.",
    },
    geometry: "Geometry",
    temporal: true,
    searched: ["name_en", "name_fr", "note_en", "note_fr"],
    properties: [
      ...text("place_id", "name_en", "name_fr", "kind", "start_edtf", "end_edtf"),
      ...SPAN_DAYS,
      ...QUALITY,
      ...text("note_en", "note_fr"),
      ...lists("source_ids"),
    ],
  },
  events: {
    id: "events",
    title: { en: "Events", fr: "Événements" },
    description: {
      en: "Dated events: evictions, openings, protests, the highway blockade, decisions, deaths.",
      fr: "Événements datés : expulsions, ouvertures, manifestations, blocage de l’autoroute, décisions, décès.",
    },
    geometry: "Point",
    temporal: true,
    searched: [
      "title_en",
      "title_fr",
      "summary_en",
      "summary_fr",
      "place_name_en",
      "place_name_fr",
    ],
    properties: [
      ...text("title_en", "title_fr", "summary_en", "summary_fr", "category", "certainty", "edtf"),
      ...SPAN_DAYS,
      ...text("date_precision", "place_id", "place_name_en", "place_name_fr"),
      ...integers("people_low", "people_high"),
      ...text("people_note"),
      ...lists("actors"),
      ...integers("account_paragraph"),
      ...text("sensitivity"),
      ...QUALITY,
      ...lists("source_ids"),
    ],
  },
  movements: {
    id: "movements",
    title: { en: "Movements", fr: "Déplacements" },
    description: {
      en: "Who went from where to where; the line joins the two places and is not the way taken.",
      fr: "Qui est allé d’où à où ; la ligne joint les deux lieux, ce n’est pas le chemin suivi.",
    },
    geometry: "LineString",
    temporal: true,
    searched: [
      "from_name_en",
      "from_name_fr",
      "to_name_en",
      "to_name_fr",
      "people_note",
      "note_en",
      "note_fr",
    ],
    properties: [
      ...text(
        "from_id",
        "from_name_en",
        "from_name_fr",
        "to_id",
        "to_name_en",
        "to_name_fr",
        "edtf",
      ),
      ...SPAN_DAYS,
      ...integers("people_low", "people_high"),
      ...text("people_note", "agency", "confidence", "note_en", "note_fr"),
      ...numbers("precision_m"),
      ...booleans("generalised"),
      ...lists("source_ids"),
    ],
  },
  counts: {
    id: "counts",
    title: { en: "Counts", fr: "Décomptes" },
    description: {
      en: "How many people, according to whom: one record for each claim, never averaged.",
      fr: "Combien de personnes, selon qui : un enregistrement par chiffre publié, jamais de moyenne.",
    },
    geometry: "Point",
    temporal: true,
    searched: [
      "place_name_en",
      "place_name_fr",
      "counted_by",
      "counted_by_fr",
      "method",
      "quality_note",
    ],
    properties: [
      ...text("place_id", "place_name_en", "place_name_fr", "edtf"),
      ...SPAN_DAYS,
      ...integers("low", "best", "high"),
      ...text(
        "measure",
        "counted_by",
        "counted_by_fr",
        "counted_by_kind",
        "method",
        "quality_note",
      ),
      ...QUALITY,
      ...lists("source_ids"),
    ],
  },
  sources: {
    id: "sources",
    title: { en: "Sources", fr: "Sources" },
    description: {
      en: "Every source, with its kind.",
      fr: "Toutes les sources, avec leur nature.",
    },
    geometry: null,
    temporal: false,
    searched: ["title", "publisher", "url", "note"],
    properties: [
      ...text("title", "publisher", "url", "published", "lang", "kind", "note", "link_status"),
      ...days("link_checked_on"),
    ],
  },
  phases: {
    id: "phases",
    title: { en: "Phases", fr: "Périodes" },
    description: {
      en: "The named periods of the story; both days are included.",
      fr: "Les périodes nommées du récit ; les deux jours sont inclus.",
    },
    geometry: null,
    temporal: true,
    searched: ["title_en", "title_fr", "summary_en", "summary_fr"],
    properties: [
      ...text("title_en", "title_fr", "summary_en", "summary_fr"),
      ...SPAN_DAYS,
      ...lists("source_ids"),
    ],
  },
  basemap: {
    id: "basemap",
    title: { en: "Base map", fr: "Fond de carte" },
    description: {
      en: "Generalised base map: land, sea, town, canals, railways, roads, stations, labels.",
      fr: "Fond de carte généralisé : terre, mer, ville, canaux, voies ferrées, routes, gares, noms.",
    },
    geometry: "Geometry",
    temporal: false,
    searched: ["name_en", "name_fr", "note"],
    properties: [
      ...text("class", "name_en", "name_fr"),
      ...integers("min_zoom"),
      ...numbers("precision_m"),
      ...text("position_basis", "note"),
      ...lists("source_ids"),
    ],
  },
};

/** The collection with this id, or undefined. */
export function findCollection(id: string): Collection | undefined {
  return (COLLECTION_IDS as readonly string[]).includes(id)
    ? COLLECTIONS[id as CollectionId]
    : undefined;
}

/** The properties of a collection that can be filtered by: all, and the id. */
export function filterableProperties({ properties }: Collection): readonly Property[] {
  return [{ name: "id", type: "text" }, ...properties];
}

/** The properties of a collection that can be sorted by: all but lists, and the id. */
export function scalarProperties(collection: Collection): readonly Property[] {
  return [
    { name: "id", type: "text" },
    ...collection.properties.filter(({ type }) => type !== "list"),
  ];
}
