// A CQL2 expression as its JSON encoding has it (OGC 21-065r2, 8). The text encoding is read into the same shape, so
// that everything after reading is written once.
import type { Geometry } from "geojson";

export type Node =
  | string
  | number
  | boolean
  | { readonly property: string }
  | { readonly date: string }
  | { readonly timestamp: string }
  | { readonly interval: readonly Node[] }
  | { readonly bbox: readonly number[] }
  | { readonly op: string; readonly args: readonly Node[] }
  | Geometry
  | readonly Node[];

/** How much one filter may ask: more is no question that a person or a client writes. */
export const LIMITS = {
  characters: 6000,
  /** Operators, properties, dates, geometries. */
  parts: 400,
  /** Values of a list, and operands of an operator. */
  list: 200,
  depth: 24,
  positions: 2000,
} as const;

/** A filter that cannot be read; the message says where and what was expected. */
export class Cql2Error extends Error {
  override readonly name = "Cql2Error";
}
