// Tables that are documents of JSON: GeoJSON, a feature a line, Linked Places, or a list of plain objects.
import { geometryProblem, withoutHeights } from "../files/check-geometry.ts";
import { plainGeometry } from "../files/plain-geometry.ts";
import { jsonFault } from "../refusal/json-fault.ts";
import type { Phrase } from "../refusal/refusal.ts";
import type { Feature } from "./feature.ts";
import { isTooDeep } from "./json-depth.ts";
import { fromLinkedPlaces, isLinkedPlaces } from "./linked-places.ts";
import {
  inParts,
  type SourceFormat,
  type SourceLimits,
  type SourceRow,
  type SourceTable,
  WrongSource,
} from "./source-table.ts";

type Properties = Readonly<Record<string, unknown>>;

/** The table of features. Throws WrongSource where they are none, or too wide. */
export function tableOfFeatures(
  file: string,
  format: SourceFormat,
  read: readonly Feature[],
  limits: SourceLimits,
): SourceTable {
  const names = new Set<string>();
  for (const { properties } of read)
    for (const name of Object.keys(properties ?? {})) names.add(name);
  const hasIds = !names.has("id") && read.some(({ id }) => (id ?? null) !== null);
  const own = [...names];
  const columns = hasIds ? ["id", ...own] : own;
  if (columns.length > limits.columns)
    throw new WrongSource(file, ["columns", columns.length], ["at-most-columns", limits.columns]);
  if (read.length === 0) throw new WrongSource(file, ["no-feature"], ["some-features"]);
  let hasHeights = false;
  const rows = read.map(({ geometry, id, properties }, index): SourceRow => {
    const cells = own.map((name) => cellOf(properties?.[name]));
    const row = { line: index + 1, cells: hasIds ? [cellOf(id), ...cells] : cells };
    const written = plainGeometry(geometry) ?? null;
    const wrong = written && geometryProblem(written);
    if (wrong) return { ...row, geometry: null, fault: { name: "geometry", ...wrong } };
    const flat = written && withoutHeights(written);
    if (flat !== written) hasHeights = true;
    return { ...row, geometry: flat };
  });
  const notes: SourceTable["notes"] = hasHeights ? ["heights"] : [];
  return {
    ...{ file, format, columns, tags: [], guesses: [], notes, sheets: [] },
    rows: () => inParts(rows),
  };
}

/** The table of a document. Throws WrongSource where it is none. */
export function openJson(file: string, text: string, limits: SourceLimits): SourceTable {
  if (isTooDeep(text)) throw new WrongSource(file, ["deep-json"], ["table"]);
  const { features, format } = featuresOf(file, text);
  const read = format === "linked-places" ? features.map(fromLinkedPlaces) : features;
  return tableOfFeatures(file, format, read, limits);
}

type Read = { readonly features: readonly Feature[]; readonly format: SourceFormat };

function featuresOf(file: string, text: string): Read {
  const trimmed = text.replace(/^[\ufeff\s]+/, "");
  const lines = trimmed.startsWith("\u001e") ? trimmed.split("\u001e") : sequence(trimmed);
  if (lines) {
    const features = lines
      .filter((line) => line.trim() !== "")
      .map((line, at) => featureIn(parsed(file, line, at + 1)));
    const wrong = features.indexOf(undefined);
    if (wrong >= 0)
      throw new WrongSource(file, ["line-without-feature"], ["feature-in-each-line"], wrong + 1);
    return { features: features as Feature[], format: "geojson-seq" };
  }
  const document = parsed(file, trimmed, null);
  const one = featureIn(document);
  if (one) return { features: [one], format: "geojson" };
  if (Array.isArray(document)) return { features: records(file, document), format: "json" };
  const { features, type } = (document ?? {}) as { features?: unknown; type?: unknown };
  if (type !== "FeatureCollection" || !Array.isArray(features)) {
    const got: Phrase = typeof type === "string" ? ["json-of-type", type] : ["other-json"];
    throw new WrongSource(file, got, ["geojson-or-list"]);
  }
  const all = features.map((feature) => (feature ?? {}) as Feature);
  return { features: all, format: isLinkedPlaces(all) ? "linked-places" : "geojson" };
}

/** The lines of a text of which each is a document of its own. */
function sequence(text: string): readonly string[] | undefined {
  const [first = "", second] = text.split("\n", 2);
  const isAlone = /^\{.*\}\s*$/.test(first) && second?.trim().startsWith("{");
  return isAlone ? text.split("\n") : undefined;
}

function parsed(file: string, text: string, line: number | null): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WrongSource(file, jsonFault(text, error), ["json"], line);
  }
}

function featureIn(document: unknown): Feature | undefined {
  const { type } = (document ?? {}) as { type?: unknown };
  return type === "Feature" ? (document as Feature) : undefined;
}

function records(file: string, list: readonly unknown[]): readonly Feature[] {
  return list.map((record) => {
    if (typeof record !== "object" || record === null || Array.isArray(record))
      throw new WrongSource(file, ["other-json"], ["geojson-or-list"]);
    return { properties: record as Properties };
  });
}

/** A value as a cell: of a list its items with semicolons between them. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(cellOf).join(";");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
