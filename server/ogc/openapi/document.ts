// The API definition (OpenAPI 3.0), made from the same descriptors as the routes: one literal path a collection, so
// that QGIS sees which parameters each has.
import { SEPARATION_STEPS } from "#formats/separation.ts";
import type { Collection } from "#model/collection/collection.ts";
import { declaredSums } from "#model/collection/declared-sums.ts";
import type { Property } from "#model/collection/property.ts";
import { A_RANGE, MAX_VALUES } from "#model/question/own-column.ts";
import { BIN_STEPS } from "#model/time/timeline.ts";
import { textIn } from "#model/words/language.ts";
import type { FormatName } from "../../http/formats.ts";
import { A_SEQUENCE_NUMBER } from "../../http/query.ts";
import type { Answered } from "../answer-document.ts";
import { ITEM_FORMATS, itemFormatsOf, SINGLE_ITEM_FORMATS } from "../item-formats.ts";
import {
  COLUMNS_PARAMETERS,
  equalityProperties,
  FILTER_PARAMETERS,
  PAGE_PARAMETERS,
  parametersFor,
  TILE_PARAMETERS,
} from "../items-question.ts";
import { definedLicence } from "./licence.ts";
import { inPath, operation, refer, typesOf } from "./operation.ts";
import { inQuery, PARAMETERS, text } from "./parameters.ts";

const formatParameter = (names: readonly FormatName[]) =>
  inQuery("f", "The format, when the Accept header does not say it.", {
    type: "string",
    // Of features GeoJSON is the JSON.
    enum: names.includes("json")
      ? names
      : [...new Set(["json", ...names.filter((name) => name !== "geojson")])],
  });

const withoutFormat = (names: readonly string[]) => names.filter((name) => name !== "f");
const filtersOf = (collection: Collection) =>
  withoutFormat(parametersFor(collection, FILTER_PARAMETERS));

const SCHEMA_TYPES = {
  text: { type: "string" },
  day: { type: "string", format: "date" },
  instant: { type: "string", format: "date-time" },
  integer: { type: "integer" },
  number: { type: "number" },
  boolean: { type: "boolean" },
  list: { type: "string" },
} as const;

/**
 * The type is that of one value, because QGIS takes those of parameters for those of properties; that it may be repeated,
 * and be a range, is said in words.
 */
function equalityParameter({ choices, means, name, type }: Property) {
  const range = ["text", "list", "boolean"].includes(type) ? "" : ` Or a range, ${A_RANGE}.`;
  const how = `Only features with this value; repeated, with one of up to ${MAX_VALUES} values.${range}`;
  return inQuery(name, `${how} ${means}`, {
    ...SCHEMA_TYPES[type],
    ...(choices ? { enum: choices } : {}),
  });
}

function collectionPaths(collection: Collection) {
  const { id, title } = collection;
  const path = `/collections/${id}`;
  const formats = itemFormatsOf(collection);
  const document = (name: string, kind: "json" | "schema") =>
    operation(
      `${id}.${name}`,
      `${textIn(title, "en")}: ${name}`,
      [formatParameter([kind === "json" ? "json" : "html", "html"])],
      typesOf([kind, "html"]),
    );
  const equal = equalityProperties(collection).map(equalityParameter);
  const files = formats.filter((name) => name !== "html");
  return {
    [path]: document("describe", "json"),
    [`${path}/items`]: operation(
      `${id}.items`,
      `${textIn(title, "en")}: items`,
      [
        ...refer([...filtersOf(collection), ...PAGE_PARAMETERS]),
        ...equal,
        formatParameter(formats),
      ],
      typesOf(formats),
    ),
    [`${path}/items/{featureId}`]: operation(
      `${id}.item`,
      `${textIn(title, "en")}: one item`,
      [
        inPath("featureId", text),
        ...refer(parametersFor(collection, ["conventions", "crs"])),
        formatParameter(SINGLE_ITEM_FORMATS),
      ],
      typesOf(SINGLE_ITEM_FORMATS),
    ),
    [`${path}/schema`]: document("schema", "schema"),
    [`${path}/schema/geojson`]: document("schema/geojson", "schema"),
    [`${path}/queryables`]: document("queryables", "schema"),
    [`${path}/sortables`]: document("sortables", "schema"),
    ...Object.fromEntries(
      files.map((name) => [
        `/download/${id}.${ITEM_FORMATS[name].extension}`,
        operation(
          `${id}.download.${name}`,
          `${textIn(title, "en")} as ${ITEM_FORMATS[name].title}`,
          [...refer(filtersOf(collection)), ...equal],
          typesOf([name]),
        ),
      ]),
    ),
    ...(collection.geometry ? tilePaths(collection, path) : {}),
  };
}

function tilePaths(collection: Collection, path: string) {
  const { id, title } = collection;
  const number = { type: "integer", minimum: 0 };
  return {
    [`${path}/tiles`]: operation(
      `${id}.collection.vector.getTileSetsList`,
      `${textIn(title, "en")}: tilesets`,
      [formatParameter(["json", "html"])],
      typesOf(["json", "html"]),
    ),
    [`${path}/tiles/WebMercatorQuad`]: operation(
      `${id}.collection.vector.getTileSet`,
      `${textIn(title, "en")}: tileset`,
      [formatParameter(["json", "html", "tilejson"])],
      typesOf(["json", "html"]),
    ),
    [`${path}/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}`]: operation(
      `${id}.collection.vector.getTile`,
      `${textIn(title, "en")}: one vector tile`,
      [
        inPath("tileMatrix", number),
        inPath("tileRow", number),
        inPath("tileCol", number),
        ...refer(withoutFormat(parametersFor(collection, TILE_PARAMETERS))),
      ],
      typesOf(["mvt"]),
    ),
  };
}

const SUMS_PATH = {
  "/analysis/sums": operation(
    "sums",
    "What the numeric fields of events come to that the dataset declares as measures",
    [
      ...refer(COLUMNS_PARAMETERS),
      inQuery("step", "A series instead of one: a sum for each step of the datetime.", {
        type: "string",
        enum: BIN_STEPS,
      }),
      inQuery("f", "The format.", { type: "string", enum: ["json", "csv"] }),
    ],
    typesOf(["json", "csv"]),
  ),
};

const COLUMNS_PATH = {
  "/collections/events/columns": operation(
    "eventColumns",
    "Events as columns of numbers, 16 bytes each, for maps of many",
    [...refer(COLUMNS_PARAMETERS)],
    ["application/vnd.rocade.event-columns"],
  ),
};

const TIMELINE_PATH = {
  "/analysis/timeline": operation(
    "timeline",
    "Events by month and category, of all or of those asked for",
    [...refer(COLUMNS_PARAMETERS), inQuery("f", "The format.", { type: "string", enum: ["json"] })],
    typesOf(["json"]),
  ),
};

/** Only where something is measured. */
const SEPARATION_PATH = {
  "/analysis/separation": operation(
    "separation",
    "Separation measures",
    [
      ...refer(["datetime", "certainty", "conventions"]),
      inQuery(
        "step",
        "A series of entries instead of one: measured on the first day of each step of the datetime, or, by change, an entry for each stretch of days between those on which a site opens or closes, or a figure begins or ceases.",
        { type: "string", enum: SEPARATION_STEPS },
      ),
      inQuery("f", "The format.", { type: "string", enum: ["json", "csv"] }),
    ],
    typesOf(["json", "csv"]),
  ),
};

/** The definition as a document of OpenAPI 3.0. */
export function openApiDocument(
  { meta, at }: Pick<Answered, "meta" | "at">,
  collections: readonly Collection[],
) {
  const hasEvents = collections.some(({ role }) => role === "events");
  const plain = (id: string, summary: string) =>
    operation(id, summary, [formatParameter(["json", "html"])], typesOf(["json", "html"]));
  return {
    openapi: "3.0.3",
    info: {
      title: textIn(meta.title, "en"),
      description: textIn(meta.description, "en"),
      version: meta.version.label,
      ...definedLicence(meta.licences),
    },
    servers: [{ url: at("") }],
    // Open to everybody.
    security: [],
    paths: {
      "/": plain("landing", "Landing page"),
      "/versions": plain("versions", "What was published, and what is said of it"),
      "/versions/{from}/diff/{to}": operation(
        "versionDiff",
        "Which records are not in both versions, or not as they were",
        [
          inPath("from", text),
          inPath("to", text),
          formatParameter(["json", "csv", "geojson", "html"]),
        ],
        typesOf(["json", "csv", "geojson", "html"]),
      ),
      "/changes": operation(
        "changedSince",
        "What has changed since a sequence number, so that a copy can be kept equal",
        [
          inQuery("since", `${A_SEQUENCE_NUMBER}.`, {
            ...{ type: "integer", format: "int64", minimum: 0, default: 0 },
          }),
          inQuery("collections", "Only these collections, by their ids; all when left out.", {
            type: "array",
            items: { type: "string", enum: collections.map(({ id }) => id) },
          }),
          ...refer(["limit", "cursor"]),
        ],
        typesOf(["json"]),
        "What has changed since then is not known: begin anew with since=0.",
      ),
      "/conformance": plain("conformance", "Conformance classes"),
      "/collections": plain("collections", "Collections"),
      ...Object.fromEntries(collections.flatMap((one) => Object.entries(collectionPaths(one)))),
      ...(hasEvents ? COLUMNS_PATH : {}),
      "/download": plain("downloads", "Files to download"),
      "/download/package.zip": operation(
        "package",
        "The whole data package, as it is published",
        [],
        ["application/zip"],
      ),
      "/download/datapackage.json": operation(
        "dataPackage",
        "What the data package holds (Data Package 2)",
        [],
        ["application/json"],
      ),
      "/tileMatrixSets": plain("tileMatrixSets", "Tile matrix sets"),
      "/tileMatrixSets/WebMercatorQuad": plain("webMercatorQuad", "WebMercatorQuad"),
      ...(meta.separation ? SEPARATION_PATH : {}),
      ...(hasEvents ? TIMELINE_PATH : {}),
      ...(declaredSums(meta).length > 0 ? SUMS_PATH : {}),
      "/analysis/changes": operation(
        "changes",
        "What changed between two days",
        [
          {
            ...inQuery("from", "The earlier day.", { type: "string", format: "date" }),
            required: true,
          },
          {
            ...inQuery("to", "The later day.", { type: "string", format: "date" }),
            required: true,
          },
          ...refer(["certainty", "conventions"]),
        ],
        typesOf(["json"]),
      ),
    },
    components: {
      parameters: PARAMETERS,
      schemas: {
        Problem: {
          type: "object",
          description: "RFC 9457",
          required: ["title", "status"],
          properties: {
            type: text,
            title: text,
            status: { type: "integer" },
            detail: text,
            instance: text,
            withdrawnAt: text,
            reason: text,
            problems: {
              type: "array",
              items: {
                type: "object",
                required: ["name", "got", "allowed"],
                properties: { name: text, got: text, allowed: text },
              },
            },
          },
        },
      },
    },
  };
}
