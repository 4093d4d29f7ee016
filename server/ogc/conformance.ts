// The conformance classes that hold. Each has tests that are named by its requirements, in tests/server/conformance.
import { Hono } from "hono";
import type { AppEnv } from "../http/app-env.ts";
import type { ServedDataset } from "../served/served-dataset.ts";
import { answerDocument } from "./answer-document.ts";

const features = (part: number, ...names: string[]) =>
  names.map((name) => `http://www.opengis.net/spec/ogcapi-features-${part}/1.0/conf/${name}`);
const cql2 = (...names: string[]) =>
  names.map((name) => `http://www.opengis.net/spec/cql2/1.0/conf/${name}`);

const CONFORMANCE_CLASSES: readonly string[] = [
  "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
  "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",
  ...features(1, "core", "oas30", "html", "geojson"),
  ...features(2, "crs"),
  ...features(3, "queryables", "queryables-query-parameters", "filter", "features-filter"),
  ...features(5, "schemas", "core-roles-features", "queryables", "sortables"),
  ...cql2(
    "cql2-text",
    "cql2-json",
    "basic-cql2",
    "advanced-comparison-operators",
    "case-insensitive-comparison",
    "accent-insensitive-comparison",
    "basic-spatial-functions",
    // The name of the same class in the draft; QGIS asks for it.
    "basic-spatial-operators",
    "basic-spatial-functions-plus",
    "spatial-functions",
    "temporal-functions",
    "array-functions",
    "property-property",
    "arithmetic",
  ),
  "http://www.opengis.net/spec/json-fg-1/1.0/conf/core",
  "http://www.opengis.net/spec/json-fg-1/1.0/conf/types-schemas",
  "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
  "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
  "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
  "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
  "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt",
  "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/oas30",
];

export function conformanceRoute(served: ServedDataset) {
  return new Hono<AppEnv>().get("/", (context) =>
    answerDocument(context, served, {
      title: { en: "Conformance", fr: "Conformité" },
      document: async () => ({ conformsTo: CONFORMANCE_CLASSES }),
    }),
  );
}
