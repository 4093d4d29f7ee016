// What is wrong between the rows of a package, its columns and its descriptor, in English; days are written as in its files.
import { TITLE_VALUES } from "#model/dataset/title-template.ts";
import { quote } from "#model/problem.ts";

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;

export const CHECKS_EN = {
  /** A value as it would stand in the file. */
  written: (text: string) => text,

  // Days.
  "day-from": (column: string, day: string | null) =>
    `a day not before ${column}${day === null ? "" : `, ${day}`}`,
  "day-after": (column: string) => `a day after ${column}`,
  "day-after-start": "a day after start (the end is not included)",
  "days-of-period": (days: string) => `a day of the period ${days}`,
  "ordered-days":
    "start_earliest ≤ start_latest, end_earliest ≤ end_latest, no end before its start",
  "skipped-time": (text: string, zone: string) =>
    `${quote(text)}, a time that the clocks of ${zone} skipped`,
  "shown-time": "a time that they showed, or one with an offset",
  "text-beside": (text: string, days: string) => `${quote(text)} beside ${days}`,
  "text-apart": (text: string, days: string) =>
    `${quote(text)} beside ${days}, which do not overlap`,
  "days-within": (days: string) => `days within ${days}`,
  "days-within-or-text": (days: string) =>
    `days within ${days}, or a text that covers or marks them`,
  "start-in-period": (day: string) => `a start not after the first day of the period, ${day}`,
  "end-in-period": (day: string) => `an end not before the last day of the period, ${day}`,
  "days-at": (days: string, place: string, distance: number, side: "before" | "after") =>
    `${days} at ${place}, ${counted(distance, "day")} ${side} it may have been there`,
  "days-of-span": (days: string) => `days of its span, ${days}`,
  "sighting-apart": (days: string, id: string, of: string) => `${days}, and ${id} is of ${of}`,
  "record-of-same-days": "a record of the same days",
  "state-on": (state: string, days: string, place: string) => `${state} on ${days} at ${place}`,
  "day-it-was-there-to": (day: string) => `a day not before ${day}, to which it was there`,
  "day-it-was-there-from": (day: string) => `a day not after ${day}, from which it was there`,

  // Numbers and sources.
  "ascending-numbers": "low ≤ best ≤ high",
  "three-empty-cells": "three empty cells",
  "some-number": "at least one number",
  "number-from": (column: string) => `a number not below ${column}`,
  "no-source": "no source",
  "source-or-background": "at least one source, or a note that says “background”",
  "field-of": (table: string, names: readonly string[]) =>
    `a field of ${table}: ${names.join(", ")}`,
  "number-field": (names: readonly string[]) =>
    `a field of events that is a number: ${names.join(", ")}`,
  "said-already": (line: number) =>
    `what row ${line} says of this field, source and locator already`,
  "each-once": "each once",
  "source-of-record": (id: string, sources: readonly string[]) =>
    `one of the sources of ${id}: ${sources.join(", ") || "it has none"}`,
  "day-from-publication": (source: string, day: string) =>
    `a day not before ${source} was published, ${day}`,
  "day-to-making": (day: string) => `a day not after the package was made, ${day}`,
  "repeats-itself": (repeats: readonly string[], id: string) =>
    `${repeats.join(";")}, which in the end repeats ${id}`,
  "other-sources": "sources that do not repeat this one",
  "term-of": (ids: readonly string[], vocabulary: string) =>
    `one of ${ids.join(", ")} (rocade.vocabularies.${vocabulary})`,

  // Places and positions.
  "id-of-place": (id: string) => `${quote(id)}, which a place has`,
  "another-id": "another id",
  "place-apart": "a place that is not itself a part of this one",
  "more-than-south": (south: number) => `more than its south, ${south}`,
  "another-longitude": "another longitude than its west",
  "position-outside": (position: string, isExchanged: boolean) =>
    `${position}${isExchanged ? " (longitude and latitude look exchanged)" : ""}`,
  "in-extent": (box: string) => `a position in the extent ${box}`,
  "in-extent-or-region": (box: string) =>
    `a position in the extent ${box}, or stated_side “region”`,
  "shown-place": "a place that is not withheld",
  "shown-shapes": "shapes that are not withheld",
  "line-shapes": "ids of shapes that are lines",
  features: (count: number) => counted(count, "feature"),
  "one-polygon": "one feature that is a Polygon",
  "no-whole-position": "no position, or one in part",
  "whole-position-or-hidden":
    "lon, lat, precision_m and position_basis, or the disclosure hidden or withheld",
  "part-of-position": "a position in part",
  "whole-position": "lon, lat, precision_m and position_basis together",
  unpaired: (longitudes: number, latitudes: number) =>
    `${longitudes} in lon and ${latitudes} in lat`,
  "as-many-latitudes": "as many longitudes as latitudes",

  // Columns of a dataset's own.
  "column-said-twice": "what another column says as well",
  "one-of-both": (other: string) => `one of both: ${other}`,
  "no-name": "a heading that is no name",
  "a-name": "letters and digits, in UTF-8 at most 63 bytes",
  "own-column-called": (name: string) => `a column of its own called ${name}`,
  "another-heading": "another heading: records have something else under this name",
  "almost-heading": (name: string) =>
    `a heading that differs from ${name} in capitals or signs alone`,
  "that-or-another-heading": (name: string) => `${name}, or another heading`,
  "other-language": "a text in a language that the package does not have",
  "languages-or-described":
    "those of rocade.languages, or a column of its own that the schema of the table describes",
  "second-column": (name: string) => `a second column called ${name}`,
  "own-heading": "a heading of its own, capitals and signs aside",
  "too-many-own": "one column of its own too many",
  "at-most-in-table": (count: number) => `at most ${count} in a table`,
  "dates-in-format": (format: string) => `dates in the format ${quote(format)}`,
  "plain-dates": "YYYY-MM-DD, or the type string",
  "pattern-of": (pattern: string) => `the pattern ${quote(pattern)}`,
  "regular-expression": "a regular expression",

  // Rules of the descriptor.
  "written-language": "a language as BCP 47 writes it, such as en, ar, pt-BR or zh-Hant",
  "each-language-once": "each language once",
  "time-zone-such-as": "a time zone of the IANA database, such as Europe/Paris",
  "fixed-id": "no id: it has the same one everywhere",
  "each-id-once": "each id once",
  "id-with-hyphens": "an id of lower-case letters, digits and single hyphens",
  "table-dialect":
    "a table dialect of delimiter, quoteChar, doubleQuote, escapeChar, skipInitialSpace, header, lineTerminator, type, $schema",
  "braces-of-titles": `nothing in braces but ${Object.keys(TITLE_VALUES).join(", ")}`,
  "written-day": "a day written YYYY-MM-DD",
};
