// The formats that the API speaks, and which of them a request gets.
import type { Context } from "hono";
import { quote } from "#model/problem.ts";
import { bareType, preferredType } from "./accept.ts";
import type { AppEnv } from "./app-env.ts";
import { badRequest, problemResponse } from "./problems.ts";
import { vary } from "./vary.ts";

export type Format = {
  readonly mediaType: string;
  readonly title: string;
  /** The ending of a file, without its dot. */
  readonly extension: string;
  /** Media types that clients send for the same. */
  readonly aliases?: readonly string[];
};

export const FORMATS = {
  json: { mediaType: "application/json", title: "JSON", extension: "json" },
  html: { mediaType: "text/html", title: "HTML", extension: "html" },
  geojson: {
    mediaType: "application/geo+json",
    title: "GeoJSON",
    extension: "geojson",
    aliases: ["application/vnd.geo+json"],
  },
  jsonfg: { mediaType: "application/fg+json", title: "JSON-FG", extension: "fg.json" },
  geojsonseq: {
    mediaType: "application/geo+json-seq",
    title: "GeoJSON text sequence",
    extension: "geojsons",
  },
  geojsonl: {
    mediaType: "application/x-ndjson",
    title: "GeoJSON, one feature a line",
    extension: "geojsonl",
    aliases: ["application/ndjson", "application/geo+json-lines"],
  },
  csv: { mediaType: "text/csv; charset=utf-8; header=present", title: "CSV", extension: "csv" },
  fgb: { mediaType: "application/flatgeobuf", title: "FlatGeobuf", extension: "fgb" },
  kml: { mediaType: "application/vnd.google-earth.kml+xml", title: "KML", extension: "kml" },
  gpkg: {
    mediaType: "application/geopackage+sqlite3",
    title: "GeoPackage",
    extension: "gpkg",
    aliases: ["application/vnd.sqlite3", "application/x-sqlite3"],
  },
  lpf: { mediaType: "application/ld+json", title: "Linked Places", extension: "lpf.json" },
  openapi: {
    mediaType: "application/vnd.oai.openapi+json;version=3.0",
    title: "OpenAPI 3.0",
    extension: "json",
  },
  schema: { mediaType: "application/schema+json", title: "JSON Schema", extension: "json" },
  atom: { mediaType: "application/atom+xml", title: "Atom", extension: "xml" },
  mvt: {
    mediaType: "application/vnd.mapbox-vector-tile",
    title: "Mapbox vector tile",
    extension: "mvt",
    aliases: ["application/x-protobuf", "application/octet-stream"],
  },
  tilejson: { mediaType: "application/json", title: "TileJSON", extension: "json" },
} as const satisfies Record<string, Format>;
export type FormatName = keyof typeof FORMATS;

/** What is JSON of some kind answers a wish for plain JSON too. */
const isJson = (name: FormatName) => /json$/.test(bareType(FORMATS[name].mediaType));

/** Other media types by which clients ask for a format. */
const aliasesOf = (name: FormatName): readonly string[] => (FORMATS[name] as Format).aliases ?? [];

/**
 * The format that `f` names, whatever its case: by our name, by the ending of its files, or by its media type, whose
 * plus sign comes as a space where it was not encoded.
 */
function formatNamed<Name extends FormatName>(
  text: string,
  offered: readonly Name[],
): Name | undefined {
  const asked = text.trim().toLowerCase();
  const named = offered.find((name) => name === asked);
  if (named) return named;
  if (asked === "json") return offered.find(isJson);
  if (asked.includes("/")) return chosenBy(asked.replace(/ (?=\w)/g, "+"), offered);
  return offered.find((name) => FORMATS[name].extension === asked);
}

/** The offered formats by the media types under which they can be asked for, in the order of preference. */
function typesOf<Name extends FormatName>(offered: readonly Name[]): Map<string, Name> {
  const types = new Map<string, Name>();
  const add = (type: string, name: Name) => types.has(type) || types.set(type, name);
  for (const name of offered) add(FORMATS[name].mediaType, name);
  const json = offered.find(isJson);
  if (json) add("application/json", json);
  for (const name of offered) for (const type of aliasesOf(name)) add(type, name);
  return types;
}

function chosenBy<Name extends FormatName>(
  accept: string,
  offered: readonly Name[],
): Name | undefined {
  const types = typesOf(offered);
  const best = preferredType(accept, [...types.keys()]);
  return best === undefined ? undefined : types.get(best);
}

/**
 * Chooses by `f`, then by `Accept`, then the first that is offered. Answers a response where the wish cannot be met:
 * 400 for a wrong `f`, 406 for an `Accept` that fits nothing. An address that names its format (`items.csv`) is not
 * asked for another: `isNamed` leaves `Accept` unread.
 */
export function negotiate<Name extends FormatName>(
  context: Context<AppEnv>,
  offered: readonly Name[],
  isNamed = false,
): Name | Response {
  const asked = context.req.queries("f") ?? [];
  if (asked.length > 0) {
    const chosen = formatNamed(asked[0] ?? "", offered);
    if (chosen && asked.length === 1) return chosen;
    const got = asked.length > 1 ? `${asked.length} times` : quote(asked[0] ?? "");
    return badRequest(context, [{ name: "f", got, allowed: `${allowedOf(offered)}, once` }]);
  }
  const first = offered[0] as Name;
  if (isNamed) return first;
  vary(context, "Accept");
  const accept = context.req.header("Accept")?.trim();
  if (!accept) return first;
  const chosen = chosenBy(accept, offered);
  if (chosen) return chosen;
  const types = new Set(offered.map((name) => FORMATS[name].mediaType));
  if (offered.some(isJson)) types.add("application/json");
  return problemResponse(context, 406, {
    title: "Not acceptable",
    detail: `Accept: got ${quote(accept)}, offered are ${[...types].join(", ")}`,
  });
}

function allowedOf(offered: readonly FormatName[]): string {
  const names =
    offered.includes("json" as FormatName) || !offered.some(isJson)
      ? offered
      : ["json", ...offered];
  return names.join(", ");
}
