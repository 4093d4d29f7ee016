// A filter that has been checked against what can be asked of a collection: every property is there, every operator
// has operands of its type.
import type { Geometry } from "geojson";
import type { Day } from "../../time/day.ts";

/** An instant is in milliseconds since 1970-01-01T00:00:00Z. */
export type ScalarType = "text" | "number" | "boolean" | "day" | "instant";

/** A value of a record or of the question. */
export type Scalar = { readonly type: ScalarType } & (
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "value"; readonly value: string | number | boolean | Day }
  | { readonly kind: "folded"; readonly fold: "case" | "accents"; readonly of: Scalar }
  | {
      readonly kind: "arithmetic";
      readonly op: ArithmeticOperator;
      readonly left: Scalar;
      readonly right: Scalar;
    }
);

export const COMPARISON_OPERATORS = ["=", "<>", "<", "<=", ">", ">="] as const;
type ComparisonOperator = (typeof COMPARISON_OPERATORS)[number];

export const ARITHMETIC_OPERATORS = ["+", "-", "*", "/", "%", "div", "^"] as const;
export type ArithmeticOperator = (typeof ARITHMETIC_OPERATORS)[number];

export const SPATIAL_OPERATORS = [
  "s_intersects",
  "s_equals",
  "s_disjoint",
  "s_touches",
  "s_within",
  "s_overlaps",
  "s_crosses",
  "s_contains",
] as const;
export type SpatialOperator = (typeof SPATIAL_OPERATORS)[number];

export const TEMPORAL_OPERATORS = [
  "t_after",
  "t_before",
  "t_contains",
  "t_disjoint",
  "t_during",
  "t_equals",
  "t_finishedby",
  "t_finishes",
  "t_intersects",
  "t_meets",
  "t_metby",
  "t_overlappedby",
  "t_overlaps",
  "t_startedby",
  "t_starts",
] as const;
export type TemporalOperator = (typeof TEMPORAL_OPERATORS)[number];

export const ARRAY_OPERATORS = ["a_equals", "a_contains", "a_containedby", "a_overlaps"] as const;
export type ArrayOperator = (typeof ARRAY_OPERATORS)[number];

/** A property that is a list of texts, or such a list. */
export type ListOperand =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "values"; readonly values: readonly string[] };

export type SpatialOperand =
  | { readonly kind: "geometry" }
  | { readonly kind: "shape"; readonly geometry: Geometry };

/** First and last day, or instant; null is open. An instant has the same scalar twice. */
export type TemporalOperand = { readonly from: Scalar | null; readonly until: Scalar | null };

export type Cql2Filter =
  | { readonly kind: "and" | "or"; readonly parts: readonly Cql2Filter[] }
  | { readonly kind: "not"; readonly part: Cql2Filter }
  | { readonly kind: "truth"; readonly value: boolean }
  | { readonly kind: "flag"; readonly property: Scalar }
  | {
      readonly kind: "compare";
      readonly op: ComparisonOperator;
      readonly left: Scalar;
      readonly right: Scalar;
    }
  | { readonly kind: "is-null"; readonly of: Scalar | SpatialOperand }
  | { readonly kind: "is-null-list"; readonly of: ListOperand }
  | { readonly kind: "like"; readonly left: Scalar; readonly pattern: Scalar }
  | { readonly kind: "between"; readonly of: Scalar; readonly low: Scalar; readonly high: Scalar }
  | { readonly kind: "in"; readonly of: Scalar; readonly list: readonly Scalar[] }
  | {
      readonly kind: "spatial";
      readonly op: SpatialOperator;
      readonly left: SpatialOperand;
      readonly right: SpatialOperand;
    }
  | {
      readonly kind: "array";
      readonly op: ArrayOperator;
      readonly left: ListOperand;
      readonly right: ListOperand;
    }
  | {
      readonly kind: "temporal";
      readonly op: TemporalOperator;
      readonly left: TemporalOperand;
      readonly right: TemporalOperand;
    };
