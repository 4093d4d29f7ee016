// Which headings of somebody's file are the ones that a map of events cannot do without, in the words that people and
// programs use for them. Nothing is guessed from the cells.

/** What the columns of a file can be to its events. */
export type Part = "date" | "title" | "lat" | "lon" | "id" | "category" | "summary";

/** By their part, the headings that are taken for it, the likeliest first; accents, capitals and signs aside. */
const NAMES: Readonly<Record<Part, readonly string[]>> = {
  date: [
    ...["date", "edtf", "datetime", "date_time", "timestamp", "event_date", "eventdate", "when"],
    ...["time", "day", "datum", "fecha", "data", "jour"],
  ],
  title: [
    ...["title", "name", "label", "headline", "event", "event_name", "titre", "nom", "titel"],
    ...["titulo", "place", "location", "lieu"],
  ],
  lat: ["lat", "latitude", "decimallatitude", "decimal_latitude", "lat_dd", "y"],
  lon: ["lon", "longitude", "lng", "long", "decimallongitude", "decimal_longitude", "lon_dd", "x"],
  id: ["id", "event_id", "eventid", "identifier", "uuid"],
  category: ["category", "categorie"],
  summary: ["summary", "description", "resume"],
};

/** What the table of events calls them; a title without a language is in the first. */
export const COLUMN_OF: Readonly<Record<Part, string>> = {
  date: "edtf",
  title: "title",
  lat: "lat",
  lon: "lon",
  id: "id",
  category: "category",
  summary: "summary",
};

/** What is told of each part that must not be missing. */
export const NEEDED: readonly (readonly [part: Part, means: string])[] = [
  ["date", "dates"],
  ["title", "titles"],
  ["lat", "latitudes"],
  ["lon", "longitudes"],
];

const plain = (heading: string) =>
  heading
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");

/** The headings that stand for parts; a heading stands for one at most. */
export function partsOf(headings: readonly string[]): Partial<Record<Part, string>> {
  const found: Partial<Record<Part, string>> = {};
  for (const [part, names] of Object.entries(NAMES) as [Part, readonly string[]][]) {
    const heading = names
      .map((name) => headings.find((one) => plain(one) === name))
      .find((one) => one !== undefined && !Object.values(found).includes(one));
    if (heading !== undefined) found[part] = heading;
  }
  return found;
}

/** Headings that would have been taken, as an example for whoever has none of them. */
export const examplesOf = (part: Part) => NAMES[part].slice(0, 3).join(", ");

/** A start and an end in columns of their own, where no column has the whole date. */
export function startAndEnd(headings: readonly string[]): readonly [string, string] | undefined {
  const named = (...names: readonly string[]) => headings.find((one) => names.includes(plain(one)));
  const start = named("start", "start_date", "begin", "from", "debut", "date_debut");
  const end = named("end", "end_date", "until", "to", "fin", "date_fin");
  return start !== undefined && end !== undefined ? [start, end] : undefined;
}

const WITH_LANGUAGE = /^title_([a-z]{2,3}(?:_[a-z0-9]{2,8})*)$/i;

/** The tags of languages that headings of titles end in: `title_fr`. */
export const titleLanguages = (headings: readonly string[]): readonly string[] =>
  headings.flatMap((heading) => WITH_LANGUAGE.exec(heading)?.[1]?.replaceAll("_", "-") ?? []);
