// The formats that the API speaks, and which of them a request gets.
import type { Context } from "hono";
import Negotiator from "negotiator";
import { quote } from "#model/problem.ts";
import type { AppEnv } from "./app-env.ts";
import { badRequest, problemResponse } from "./problems.ts";

export type Format = {
  readonly mediaType: string;
  readonly title: string;
  /** The ending of a file, without its dot. */
  readonly extension: string;
};

export const FORMATS = {
  json: { mediaType: "application/json", title: "JSON", extension: "json" },
  html: { mediaType: "text/html", title: "HTML", extension: "html" },
  geojson: { mediaType: "application/geo+json", title: "GeoJSON", extension: "geojson" },
  jsonfg: { mediaType: "application/fg+json", title: "JSON-FG", extension: "fg.json" },
  geojsonseq: {
    mediaType: "application/geo+json-seq",
    title: "GeoJSON text sequence",
    extension: "geojsonl",
  },
  csv: { mediaType: "text/csv; charset=utf-8; header=present", title: "CSV", extension: "csv" },
  fgb: { mediaType: "application/flatgeobuf", title: "FlatGeobuf", extension: "fgb" },
  kml: { mediaType: "application/vnd.google-earth.kml+xml", title: "KML", extension: "kml" },
  gpkg: { mediaType: "application/geopackage+sqlite3", title: "GeoPackage", extension: "gpkg" },
  lpf: { mediaType: "application/ld+json", title: "Linked Places", extension: "lpf.json" },
  openapi: {
    mediaType: "application/vnd.oai.openapi+json;version=3.0",
    title: "OpenAPI 3.0",
    extension: "json",
  },
  schema: { mediaType: "application/schema+json", title: "JSON Schema", extension: "json" },
  mvt: {
    mediaType: "application/vnd.mapbox-vector-tile",
    title: "Mapbox vector tile",
    extension: "mvt",
  },
  tilejson: { mediaType: "application/json", title: "TileJSON", extension: "json" },
} as const satisfies Record<string, Format>;
export type FormatName = keyof typeof FORMATS;

/** Media types without parameters, as `Accept` headers have them. */
const bare = (mediaType: string) => mediaType.split(";")[0] ?? mediaType;

/** What is JSON of some kind answers a wish for plain JSON too. */
const isJson = (name: FormatName) => /json$/.test(bare(FORMATS[name].mediaType));

/**
 * Chooses by `f`, then by `Accept`, then the first that is offered. Answers a response where the wish cannot be met:
 * 400 for a wrong `f`, 406 for an `Accept` that fits nothing.
 */
export function negotiate<Name extends FormatName>(
  context: Context<AppEnv>,
  offered: readonly Name[],
): Name | Response {
  context.header("Vary", "Accept", { append: true });
  const asked = context.req.queries("f") ?? [];
  if (asked.length > 0) {
    const named = offered.find((name) => name === asked[0]);
    const json = asked[0] === "json" ? offered.find(isJson) : undefined;
    const chosen = named ?? json;
    if (chosen && asked.length === 1) return chosen;
    const got = asked.length > 1 ? `${asked.length} times` : quote(asked[0] ?? "");
    return badRequest(context, [{ name: "f", got, allowed: `${allowedOf(offered)}, once` }]);
  }
  const accept = context.req.header("Accept");
  if (!accept) return offered[0] as Name;
  const types = new Map<string, Name>();
  const add = (type: string, name: Name) => types.has(type) || types.set(type, name);
  for (const name of offered) add(bare(FORMATS[name].mediaType), name);
  const json = offered.find(isJson);
  if (json) add("application/json", json);
  const best = new Negotiator({ headers: { accept } }).mediaType([...types.keys()]);
  const chosen = best === undefined ? undefined : types.get(best);
  if (chosen) return chosen;
  return problemResponse(context, 406, {
    title: "Not acceptable",
    detail: `Accept: got ${quote(accept)}, offered are ${[...types.keys()].join(", ")}`,
  });
}

function allowedOf(offered: readonly FormatName[]): string {
  const names =
    offered.includes("json" as FormatName) || !offered.some(isJson)
      ? offered
      : ["json", ...offered];
  return names.join(", ");
}
