import type { Geometry } from "geojson";
import { quote } from "#model/problem.ts";
import { geometryProblem } from "./check-geometry.ts";
import type { RowProblem } from "./row-problem.ts";

export type GeoJsonTable = {
  /** Names of all properties that some feature has. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    /** The number of the feature, from 1. */
    readonly line: number;
    readonly cells: readonly string[];
    readonly geometry: Geometry;
  }[];
  readonly problems: readonly RowProblem[];
};

/** Reads a GeoJSON FeatureCollection (RFC 7946). */
export function readGeoJson(file: string, text: string): GeoJsonTable {
  const broken = (got: string, allowed: string): GeoJsonTable => ({
    columns: [],
    rows: [],
    problems: [{ file, line: null, name: "file", got, allowed }],
  });
  let document: { type?: unknown; features?: unknown };
  try {
    document = JSON.parse(text);
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error), "JSON");
  }
  const { features } = document ?? {};
  if (document?.type !== "FeatureCollection" || !Array.isArray(features))
    return broken(quote(String(document?.type)), "a GeoJSON FeatureCollection");
  const problems: RowProblem[] = [];
  const columns = [
    ...new Set(features.flatMap((feature) => Object.keys(feature?.properties ?? {}))),
  ];
  const rows = features.map((feature, index) => {
    const line = index + 1;
    const wrong = geometryProblem(feature?.geometry);
    if (wrong) problems.push({ file, line, name: "geometry", ...wrong });
    const cells = columns.map((name) => cellOf(feature?.properties?.[name]));
    return { line, cells, geometry: feature?.geometry as Geometry };
  });
  return { columns, rows, problems };
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return Array.isArray(value) ? value.join(";") : String(value);
}
