// What a collection says of itself (OGC API – Features 7.14), and the schemas of its items (Parts 3 and 5).
import type { Extent } from "#db/queries/features/extents.ts";
import type { Link } from "#formats/link.ts";
import type { Collection } from "#model/collection/collection.ts";
import { filterableProperties, scalarProperties } from "#model/collection/collections.ts";
import { type Property, titleOf } from "#model/collection/property.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { linkedLicences } from "#model/dataset/licence-words.ts";
import { CRS_LIST, CRS84 } from "#model/space/crs.ts";
import { civil, type Day, printDay } from "#model/time/day.ts";
import { type Language, textIn } from "#model/words/language.ts";
import { FORMATS } from "../http/formats.ts";
import type { Answered } from "./answer-document.ts";
import { ITEM_FORMATS, itemFormatsOf } from "./item-formats.ts";

const OGC_REL = "http://www.opengis.net/def/rel/ogc/1.0";

export function collectionDocument(
  collection: Collection,
  { meta, language, at }: Answered,
  extent: Extent,
  files: readonly Link[],
) {
  return {
    id: collection.id,
    title: textIn(collection.title, language),
    description: textIn(collection.description, language),
    attribution: textIn(meta.attribution, language),
    itemType: "feature",
    crs: CRS_LIST.map(({ uri }) => uri),
    ...(collection.geometry ? { storageCrs: CRS84.uri } : {}),
    extent: extentDocument(extent),
    links: [...collectionLinks(collection, meta, language, at), ...files],
  };
}

/** RFC 3339 has no years before 1: null, as for what is not known. */
function instantOn(day: Day, time: string): string | null {
  return civil(day).year < 1 ? null : `${printDay(day)}T${time}Z`;
}

/** Of all features; null where one of them has no bound. */
function extentDocument({ bbox, days }: Extent) {
  const instant = (day: Day | null, time: string) => (day === null ? null : instantOn(day, time));
  return {
    ...(bbox
      ? { spatial: { bbox: [[bbox.west, bbox.south, bbox.east, bbox.north]], crs: CRS84.uri } }
      : {}),
    ...(days
      ? {
          temporal: {
            interval: [[instant(days.first, "00:00:00"), instant(days.last, "23:59:59")]],
            trs: "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian",
          },
        }
      : {}),
  };
}

function collectionLinks(
  collection: Collection,
  meta: DatasetMeta,
  language: Language,
  at: Answered["at"],
): Link[] {
  const href = at(`/collections/${collection.id}`);
  const schema = FORMATS.schema.mediaType;
  return [
    ...itemFormatsOf(collection).map((name) => ({
      rel: "items",
      type: ITEM_FORMATS[name].mediaType,
      title: `${textIn(collection.title, language)}: ${ITEM_FORMATS[name].title}`,
      href: `${href}/items?f=${name === "geojson" ? "json" : name}`,
    })),
    { rel: "describedby", type: schema, title: "Schema of the items", href: `${href}/schema` },
    // GDAL before 3.8 asks for the schema of a whole feature, by the name of the relation in this very writing.
    {
      rel: "describedBy",
      type: schema,
      title: "Schema of the items as GeoJSON",
      href: `${href}/schema/geojson`,
    },
    {
      rel: `${OGC_REL}/schema`,
      type: schema,
      title: "Schema of the items",
      href: `${href}/schema`,
    },
    { rel: `${OGC_REL}/queryables`, type: schema, title: "Queryables", href: `${href}/queryables` },
    { rel: `${OGC_REL}/sortables`, type: schema, title: "Sortables", href: `${href}/sortables` },
    ...(collection.geometry
      ? [
          {
            rel: `${OGC_REL}/tilesets-vector`,
            type: FORMATS.json.mediaType,
            title: "Vector tiles",
            href: `${href}/tiles`,
          },
        ]
      : []),
    ...linkedLicences(meta.licences).map(({ title, path }) => ({
      rel: "license",
      type: FORMATS.html.mediaType,
      title,
      href: path,
    })),
  ];
}

const TYPES = {
  text: { type: "string" },
  day: { type: "string", format: "date" },
  instant: { type: "string", format: "date-time" },
  integer: { type: "integer" },
  number: { type: "number" },
  boolean: { type: "boolean" },
  list: { type: "array", items: { type: "string" } },
} as const;

/** The role of a property by which a client finds id and time (Part 5, core roles). */
const ROLES: Readonly<Record<string, string>> = {
  id: "id",
  start_earliest: "primary-interval-start",
  end_latest: "primary-interval-end",
};

function propertySchema(collection: Collection, property: Property, language: Language) {
  const { choices, means, name, type, unit } = property;
  const role = collection.temporal || name === "id" ? ROLES[name] : undefined;
  return {
    title: titleOf(property, language),
    description: means,
    ...TYPES[type],
    ...(choices ? { enum: choices } : {}),
    ...(unit ? { "x-ogc-unit": unit, "x-ogc-unitLang": "UCUM" } : {}),
    ...(role ? { "x-ogc-role": role } : {}),
  };
}

const GEOMETRY_FORMATS = {
  Point: "geometry-point",
  LineString: "geometry-linestring",
  Geometry: "geometry-any",
} as const;

const SEVERAL_POINTS_FORMAT = "geometry-point-or-multipoint";

function geometrySchema({ arePoints, geometry }: Collection) {
  const areSeveral = arePoints && geometry !== "Point";
  return geometry
    ? {
        geometry: {
          title: "geometry",
          description: "The position, no more exact than it is known.",
          format: areSeveral ? SEVERAL_POINTS_FORMAT : GEOMETRY_FORMATS[geometry],
          "x-ogc-role": "primary-geometry",
        },
      }
    : {};
}

type SchemaKind = "schema" | "queryables" | "sortables";

/** JSON Schema of the items, of what filters can ask, or of what can be sorted by. */
export function itemSchema(kind: SchemaKind, collection: Collection, { language, at }: Answered) {
  const properties: readonly Property[] =
    kind === "sortables" ? scalarProperties(collection) : filterableProperties(collection);
  const described = properties.map((property, index) => [
    property.name,
    { ...propertySchema(collection, property, language), "x-ogc-propertySeq": index + 1 },
  ]);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: at(`/collections/${collection.id}/${kind}`),
    type: "object",
    title: textIn(collection.title, language),
    description: textIn(collection.description, language),
    properties: {
      ...Object.fromEntries(described),
      ...(kind === "sortables" ? {} : geometrySchema(collection)),
    },
    additionalProperties: false,
  };
}

/** JSON Schema of an item as GeoJSON, with every property under `properties`. */
export function geojsonSchema(collection: Collection, { language, at }: Answered) {
  const described = collection.properties.map((property) => {
    const { title, description } = propertySchema(collection, property, language);
    return [property.name, { title, description, ...TYPES[property.type] }];
  });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: at(`/collections/${collection.id}/schema/geojson`),
    type: "object",
    title: textIn(collection.title, language),
    description: textIn(collection.description, language),
    required: ["type", "geometry", "properties"],
    properties: {
      type: { const: "Feature" },
      id: { type: "string" },
      geometry: {},
      properties: { type: "object", properties: Object.fromEntries(described) },
    },
  };
}
