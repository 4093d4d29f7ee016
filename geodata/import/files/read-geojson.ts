import type { Geometry } from "geojson";
import { arePoints, positionsOfPoints } from "#model/space/points.ts";
import type { Findings } from "../findings.ts";
import { jsonFault } from "../refusal/json-fault.ts";
import type { Phrase } from "../refusal/refusal.ts";
import { geometryProblem, HEIGHTS_LEFT_OUT, withoutHeights } from "./check-geometry.ts";
import { plainGeometry } from "./plain-geometry.ts";

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
  const features = featuresIn(file, text, findings);
  if (!features) return undefined;
  const columns = columnsOf(features);
  const rows = features.map((feature, index) => {
    const line = index + 1;
    const cells = columns.map((name) => cellOf(feature?.properties?.[name]));
    const geometry = checkedGeometry(file, line, plainGeometry(feature?.geometry), findings);
    return { line, cells, geometry };
  });
  return { columns, rows };
}

type Feature = {
  readonly id?: unknown;
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: Geometry | null;
} | null;

function featuresIn(
  file: string,
  text: string,
  { problem }: Findings,
): readonly Feature[] | undefined {
  const refuse = (got: Phrase, allowed: Phrase) => {
    problem({ file, line: null, name: "file", got, allowed });
    return undefined;
  };
  let document: { type?: unknown; features?: unknown } | null;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return refuse(jsonFault(text, error), ["json"]);
  }
  const { features, type } = document ?? {};
  if (type === "FeatureCollection" && Array.isArray(features)) return features;
  return refuse(typeof type === "string" ? ["json-of-type", type] : ["other-json"], ["geojson"]);
}

const columnsOf = (features: readonly Feature[]) => [
  ...new Set(features.flatMap((feature) => Object.keys(feature?.properties ?? {}))),
];

/** Columns that the geometry of a feature takes the place of. */
const OF_POSITION = ["lon", "lat"];

/**
 * The features of a FeatureCollection as the rows of a table: their properties, their ids where these are told beside
 * them, and their points, each, as `lon` and `lat`; a feature without a geometry has no position. Undefined when it is none.
 */
export function readPoints(
  file: string,
  text: string,
  findings: Findings,
): Pick<GeoJsonTable, "columns" | "rows"> | undefined {
  const features = featuresIn(file, text, findings);
  if (!features) return undefined;
  const own = columnsOf(features).filter((name) => !OF_POSITION.includes(name));
  const hasIds = !own.includes("id") && features.some((feature) => (feature?.id ?? null) !== null);
  const rows = features.flatMap((feature, index) => {
    const line = index + 1;
    const cells = own.map((name) => cellOf(feature?.properties?.[name]));
    const id = hasIds ? [cellOf(feature?.id)] : [];
    const row = (position: readonly string[]) => ({
      line,
      cells: [...id, ...cells, ...position],
      geometry: undefined,
    });
    const written = plainGeometry(feature?.geometry);
    if (!written) return [row(["", ""])];
    if (!arePoints(written)) {
      const told = { got: ["a-geometry", written.type], allowed: ["point-or-points"] } as const;
      findings.problem({ file, line, name: "geometry", ...told });
      return [];
    }
    const points = checkedGeometry(file, line, written, findings);
    if (!points || !arePoints(points)) return [];
    const positions = positionsOfPoints(points);
    return [row([0, 1].map((axis) => positions.map((one) => one[axis]).join(";")))];
  });
  return { columns: [...(hasIds ? ["id"] : []), ...own, ...OF_POSITION], rows };
}

function checkedGeometry(
  file: string,
  line: number,
  written: Geometry | null | undefined,
  { notice, problem }: Findings,
): Geometry | undefined {
  const wrong = geometryProblem(written);
  if (wrong || !written) {
    if (wrong) problem({ file, line, name: "geometry", ...wrong });
    return undefined;
  }
  const geometry = withoutHeights(written);
  if (geometry !== written) {
    notice("heights", { file, line, name: "geometry", said: HEIGHTS_LEFT_OUT });
  }
  return geometry;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(cellOf).join(";");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
