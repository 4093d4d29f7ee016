import type { ExpressionSpecification } from "maplibre-gl";
import {
  type Certainty,
  type Clause,
  TIME_RULE,
  type TimeRule,
  type Window,
} from "#model/time/span.ts";

/** The properties of the tiles that hold the days, counted from 1970-01-01; one that is not known is left out. */
const PROPERTIES = {
  startEarliest: "start_day",
  startLatest: "start_latest_day",
  endEarliest: "end_earliest_day",
  endLatest: "end_day",
} as const satisfies Record<Clause["day"], string>;

/** The time rule as an expression of MapLibre on the features of a tile. */
export function timeExpression(
  { from, until }: Window,
  certainty: Certainty,
  rule: TimeRule = TIME_RULE,
): ExpressionSpecification {
  const { end, start } = rule[certainty];
  return ["all", meets(start, until), meets(end, from)];
}

function meets({ day, ifUnknown, is }: Clause, bound: number | null): ExpressionSpecification {
  const property = PROPERTIES[day];
  const isKnown: ExpressionSpecification = ["has", property];
  const stands = bound === null ? true : ([is, ["get", property], bound] as const);
  return (
    ifUnknown ? ["any", ["!", isKnown], stands] : ["all", isKnown, stands]
  ) as ExpressionSpecification;
}
