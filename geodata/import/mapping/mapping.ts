// What the columns of somebody's table are to its events: a small document of JSON that is kept for the next time. Whoever
// brings the same table again brings it along.
import { z } from "zod";
import { isTimeZone } from "#model/time/time-zone.ts";
import { parseLanguage } from "#model/words/language.ts";
import { isEncoding } from "../files/decode-bytes.ts";
import { EDIT } from "./edit.ts";
import { EVENT_FIELDS } from "./event-fields.ts";
import { HARM_KINDS } from "./harm-kinds.ts";
import { PRECISION_WORDS } from "./precision-words.ts";

const column = z.string().min(1).describe("A heading, as it stands in the file.");
const language = z
  .string()
  .refine((tag) => parseLanguage(tag) === tag, "a language as BCP 47 names it, such as en, fr, ar");
const zone = z.string().refine(isTimeZone, "a time zone of the IANA database");
const perhaps = <Of extends z.ZodType>(of: Of) => of.nullable().default(null);

const text = z.union([
  z.strictObject({ column }),
  z.strictObject({
    template: z.string().min(1).describe("A sentence with headings in braces: {type} in {place}."),
  }),
]);
const texts = z
  .record(language, text)
  .describe("By language: the column that has the text, or a sentence that is made of several.");

export const DATE_ORDERS = ["dmy", "mdy"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];
/** What numbers mean that stand where dates are expected. */
export const NUMBER_DATES = ["excel", "excel-1904", "seconds", "milliseconds"] as const;
export type NumberDates = (typeof NUMBER_DATES)[number];
/** To what positions are made coarser. */
export const ROUNDINGS = ["100m", "1km", "10km", "hidden"] as const;
/** How exactly a date is known, where a column says so. */
export const DATE_UNITS = ["day", "week", "month", "year"] as const;
export type DateUnit = (typeof DATE_UNITS)[number];

const date = z.strictObject({
  start: column,
  end: perhaps(column).describe("Of a range in two columns, the second."),
  range: z
    .enum(["lasted", "within"])
    .default("lasted")
    .describe("What two columns mean: it lasted from one to the other, or happened between them."),
  order: perhaps(z.enum(DATE_ORDERS)).describe(
    "Of 04/03/2015: day first (dmy) or month first (mdy). None: nobody has said; such dates are not read.",
  ),
  numbers: perhaps(z.enum(NUMBER_DATES)).describe(
    "What bare numbers are: days of Excel, or seconds or milliseconds since 1970. None: such cells are not read.",
  ),
  century: perhaps(z.union([z.literal(1800), z.literal(1900), z.literal(2000)])).describe(
    "Of years of two digits.",
  ),
  midnight: z
    .enum(["time", "none"])
    .default("time")
    .describe("What 00:00 is: a time of day, or what a program writes where there is none."),
  clock: perhaps(column).describe("The time of day of the start, in a column of its own."),
  zone: perhaps(zone).describe("Whose clocks show times without an offset. None: the dataset’s."),
  exactness: perhaps(
    z.strictObject({ column, units: z.record(z.string(), z.enum(DATE_UNITS)) }),
  ).describe("The column that says how exactly the date is known, and what its cells mean."),
});

const position = z.discriminatedUnion("from", [
  z.strictObject({ from: z.literal("columns"), lat: column, lon: column }),
  z.strictObject({
    from: z.literal("pair"),
    column,
    order: z.enum(["lat-lon", "lon-lat"]).default("lat-lon"),
  }),
  z.strictObject({ from: z.literal("wkt"), column }),
  z.strictObject({ from: z.literal("mgrs"), column }),
  z.strictObject({ from: z.literal("names"), column }).describe("Names of known places."),
  z.strictObject({ from: z.literal("geometry") }).describe("Of the features of the file."),
]);

const precision = z.union([
  z.strictObject({ word: z.enum(PRECISION_WORDS) }),
  z.strictObject({ metres: z.number().positive().max(20_000_000) }),
  z.strictObject({ column, unit: z.enum(["m", "km"]) }),
  z.strictObject({ column, words: z.record(z.string(), z.enum(PRECISION_WORDS)) }),
]);

export const MAPPING = z.strictObject({
  $schema: z.string().optional(),
  preset: perhaps(z.string()).describe("What it was made from, and nothing else."),
  dataset: z.strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(?:[-._][a-z0-9]+)*$/, "lower-case letters, digits, - . _")
      .max(100),
    title: z.string().min(1),
    languages: z.array(language).min(1),
    timeZone: zone.default("UTC"),
  }),
  table: z
    .strictObject({
      encoding: z.string().refine(isEncoding, "an encoding such as utf-8, windows-1252").optional(),
      delimiter: z.string().length(1).optional(),
      header: z.int().min(0).optional(),
      sheet: z.string().optional(),
    })
    .prefault({})
    .describe("How the file is written, where that is not to be guessed."),
  missing: z.array(z.string()).default([]).describe("Cells that hold nothing else are empty."),
  date,
  position,
  precision: perhaps(precision).describe(
    "How exactly positions are known. None: half of their last decimal.",
  ),
  nowhere: z
    .enum(["kept", "empty"])
    .default("kept")
    .describe("What 0, 0 is: a position in the Atlantic, or none at all."),
  rounding: perhaps(z.enum(ROUNDINGS)).describe(
    "To what positions are made coarser before they are written, or that they are not written at all; what they were is left out.",
  ),
  title: texts,
  summary: texts.default({}),
  category: perhaps(
    z.strictObject({
      column,
      labels: z.record(z.string(), z.record(language, z.string())).default({}),
    }),
  ),
  id: perhaps(
    z.strictObject({
      column,
      keep: z.boolean().default(false).describe("Whether the cells stay as an attribute, too."),
    }),
  ).describe("None: ids are made of date and title."),
  source: perhaps(
    z.strictObject({
      column,
      url: perhaps(column),
      separator: perhaps(z.string().min(1)).describe("Between several sources in a cell."),
    }),
  ),
  fields: z
    .partialRecord(z.enum(EVENT_FIELDS), column)
    .default({})
    .describe("Other columns of the table of events, each with its heading in the file."),
  sums: z.array(column).default([]).describe("Numbers that are summed beside the headline."),
  leaveOut: z.array(column).default([]).describe("Columns that are not written at all."),
  numbered: z
    .array(column)
    .default([])
    .describe("Columns in which a number stands for each different cell, so that nobody is named."),
  smallCounts: z
    .array(column)
    .default([])
    .describe("Columns of counts of people in which what is below 5 is not written."),
  cleared: z
    .array(z.strictObject({ kind: z.enum(HARM_KINDS), columns: z.array(column) }))
    .default([])
    .describe(
      "What might harm somebody, and is published all the same: whoever brings it has been asked.",
    ),
  duplicates: z
    .enum(["kept", "first"])
    .default("kept")
    .describe("Of rows with the same date, title and position: all, or the first."),
  edits: z.array(EDIT).default([]).describe("What was changed in single rows by hand."),
});

/** A mapping with all that it leaves out filled in. */
export type Mapping = z.output<typeof MAPPING>;
export type DateMapping = Mapping["date"];
export type PositionMapping = Mapping["position"];
export type TextMapping = z.output<typeof text>;
