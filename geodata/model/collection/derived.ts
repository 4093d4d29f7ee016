// Properties that several collections derive.
import { PLACE_PHASE } from "../record/place.ts";
import { type AnyProperty, derived, propertiesOf } from "./property.ts";

const yearOf = (day: string) =>
  `Year of ${day} in astronomical numbering (0 is 1 BC), which has no day where it is before 1.`;

/** The years of a span, which days before the year 1 have no other form for. */
export const YEARS: readonly AnyProperty[] = [
  derived("integer", "start_year", yearOf("start_earliest")),
  derived("integer", "end_year", yearOf("end_latest")),
];

export const GENERALISED = derived(
  "boolean",
  "generalised",
  "True where the position is coarsened or hidden on purpose; what is derived from it is derived from what is published.",
);

/** The name of another record, in each language. */
export const nameOf = (name: string, means: string) =>
  derived("text", name, means, { localized: { isBare: false } });

export const PLACE_NAME = nameOf("place_name", "Name of the place in {language}.");

/** What is said of some day between two, where its place is: neither is a column of such a record. */
export const ofThePlace = (...names: readonly ("quality" | "span")[]) =>
  propertiesOf(PLACE_PHASE, ...names).map(({ choices, means, name, type, unit }) =>
    derived(type, name, means, { choices, unit }),
  );
