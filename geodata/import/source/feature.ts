import type { Geometry } from "geojson";

/** A feature as documents have it, before anything of it was looked at. */
export type Feature = {
  readonly id?: unknown;
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: Geometry | null;
};
