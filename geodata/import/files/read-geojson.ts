import type { Geometry } from "geojson";
import { quote } from "#model/problem.ts";
import type { Findings } from "../findings.ts";
import { geometryProblem, withoutHeights } from "./check-geometry.ts";

export type GeoJsonTable = {
  /** Names of all properties that some feature has. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    /** The number of the feature, from 1. */
    readonly line: number;
    readonly cells: readonly string[];
    /** Longitude and latitude only: there are no heights here. Undefined where it is wrong, which is reported. */
    readonly geometry: Geometry | undefined;
  }[];
};

/** Reads a GeoJSON FeatureCollection (RFC 7946); undefined when it is none, which is reported. */
export function readGeoJson(
  file: string,
  text: string,
  findings: Findings,
): GeoJsonTable | undefined {
  const refuse = (got: string, allowed: string) =>
    findings.problem({ file, line: null, name: "file", got, allowed });
  let document: { type?: unknown; features?: unknown };
  try {
    document = JSON.parse(text);
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error), "JSON");
    return undefined;
  }
  const { features } = document ?? {};
  if (document?.type !== "FeatureCollection" || !Array.isArray(features)) {
    refuse(quote(String(document?.type)), "a GeoJSON FeatureCollection");
    return undefined;
  }
  const columns = [
    ...new Set(features.flatMap((feature) => Object.keys(feature?.properties ?? {}))),
  ];
  const rows = features.map((feature, index) => {
    const line = index + 1;
    const cells = columns.map((name) => cellOf(feature?.properties?.[name]));
    const geometry = checkedGeometry(file, line, feature?.geometry, findings);
    return { line, cells, geometry };
  });
  return { columns, rows };
}

function checkedGeometry(
  file: string,
  line: number,
  written: Geometry,
  { notice, problem }: Findings,
): Geometry | undefined {
  const wrong = geometryProblem(written);
  if (wrong) {
    problem({ file, line, name: "geometry", ...wrong });
    return undefined;
  }
  const geometry = withoutHeights(written);
  if (geometry !== written) {
    const allowed = "longitude and latitude only; what follows them is left out";
    notice("heights", { file, line, name: "geometry", got: "positions with heights", allowed });
  }
  return geometry;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return Array.isArray(value) ? value.join(";") : String(value);
}
