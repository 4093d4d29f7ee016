// The parameters that several operations of the API definition have.

import { FILTER_LANGUAGES } from "#model/question/cql2/parse.ts";
import { CRS_LIST } from "#model/space/crs.ts";
import { CERTAINTIES } from "#model/time/span.ts";
import { ALLOWED_WORDS, LIMITS_OF_WORDS } from "#model/words/asked-words.ts";
import { DEFAULT_LIMIT, MAX_LIMIT, MAX_OFFSET } from "../../http/query.ts";

/** A parameter of the query; a list is one text whose values are separated by commas. */
export const inQuery = (name: string, description: string, schema: object) => ({
  name,
  in: "query",
  description,
  required: false,
  schema,
  style: "form",
  explode: false,
});
export const text = { type: "string" };
const crs = { type: "string", format: "uri", enum: CRS_LIST.map(({ uri }) => uri) };

/** Parameters under the names by which paths refer to them. */
export const PARAMETERS = {
  asOf: inQuery(
    "asOf",
    "The version that answers: its label, or an instant at which it was the newest here (/versions lists them); of a day, its end. The newest when left out. Links in the answer go to /v/{label}/api/, where the same version answers.",
    text,
  ),
  lang: inQuery(
    "lang",
    "The language of the words in the answer, as BCP 47 names it, where the dataset or these pages have it; the one that Accept-Language wishes for when left out. Properties are the same in all of them.",
    text,
  ),
  limit: inQuery(
    "limit",
    "How many features a page holds at most. There may be more: the headers OGC-NumberMatched, OGC-NumberReturned and Link (rel=next) say so in every format, CSV among them; /download/ has all in one file.",
    {
      type: "integer",
      minimum: 1,
      maximum: MAX_LIMIT,
      default: DEFAULT_LIMIT,
    },
  ),
  bbox: inQuery("bbox", "Only features that meet this box.", {
    type: "array",
    minItems: 4,
    maxItems: 6,
    items: { type: "number" },
  }),
  "bbox-crs": inQuery("bbox-crs", "CRS of bbox; CRS84 when left out.", crs),
  crs: inQuery("crs", "CRS of the coordinates in the answer; CRS84 when left out.", crs),
  datetime: inQuery(
    "datetime",
    "A day, a date-time or an interval of them, .. for an open end. It is of days: a time of day in it counts as its day in the time zone of the dataset. By the clock events are asked for with filter, on start_time and end_time where the dataset knows any. Features without a time answer each.",
    text,
  ),
  certainty: inQuery(
    "certainty",
    "How datetime is read: what may have been there, or only what certainly was.",
    { type: "string", enum: CERTAINTIES, default: "possible" },
  ),
  conventions: inQuery(
    "conventions",
    "False: places only as far as their dates are attested; bounds that no source gives and a stated convention fills are cut to attested days. The property convention still names them, as no source says that it began or ended on those days.",
    { type: "boolean", default: true },
  ),
  filter: inQuery("filter", "A CQL2 expression on the queryables.", text),
  "filter-lang": inQuery("filter-lang", "The encoding of filter.", {
    type: "string",
    enum: FILTER_LANGUAGES,
    default: "cql2-text",
  }),
  "filter-crs": inQuery("filter-crs", "CRS of the geometries in filter; CRS84 when left out.", crs),
  q: inQuery(
    "q",
    `Words that all begin a word of the names and texts, those of columns of the dataset's own among them, alternatives separated by commas: ${ALLOWED_WORDS}.`,
    { ...text, maxLength: LIMITS_OF_WORDS.characters },
  ),
  properties: inQuery("properties", "Only these properties.", { type: "array", items: text }),
  bom: inQuery("bom", "In CSV: whether a byte order mark stands before it, for Excel.", {
    type: "boolean",
    default: false,
  }),
  sortby: inQuery("sortby", "Properties to sort by, + or - before each.", {
    type: "array",
    items: text,
  }),
  offset: inQuery("offset", "How many features to pass over; next links do it faster.", {
    type: "integer",
    minimum: 0,
    maximum: MAX_OFFSET,
    default: 0,
  }),
  cursor: inQuery("cursor", "Where a page goes on; from a next or prev link.", text),
} as const;
