// Which headings of somebody's file stand for what, in the words that people and programs use for them.
import { parseLanguage } from "#model/words/language.ts";

/** What the columns of a file can be to its events. */
export const PARTS = [
  ...(["date", "start", "end", "clock", "title", "lat", "lon", "pair", "wkt", "mgrs"] as const),
  ...(["id", "category", "summary", "source", "sourceUrl", "precision"] as const),
] as const;
export type Part = (typeof PARTS)[number];

/** By their part, the headings that are taken for it, the likeliest first; accents, capitals and signs aside. */
const NAMES: Readonly<Record<Part, readonly string[]>> = {
  date: [
    ...["date", "edtf", "datetime", "date_time", "timestamp", "event_date", "eventdate", "when"],
    ...["incident_date", "date_of_event", "date_of_incident", "death_date", "time", "day"],
    ...["datum", "fecha", "data", "jour", "date_evenement", "year", "annee", "jahr"],
  ],
  start: [
    ...["start", "start_date", "startdate", "date_start", "begin", "begin_date", "from"],
    ...["debut", "date_debut", "beginn", "inicio"],
  ],
  end: [
    ...["end", "end_date", "enddate", "date_end", "stop", "until", "to", "fin", "date_fin"],
    ...["ende", "final"],
  ],
  clock: ["time", "clock", "time_of_day", "event_time", "heure", "uhrzeit", "hora"],
  title: [
    ...["title", "name", "label", "headline", "event", "event_name", "titre", "nom", "titel"],
    ...["titulo", "place", "place_name", "location", "lieu", "ort", "neighborhood"],
    ...["neighbourhood", "city", "town", "village", "site", "ville", "state"],
  ],
  lat: ["lat", "latitude", "decimallatitude", "decimal_latitude", "lat_dd", "breite", "y"],
  lon: [
    ...["lon", "longitude", "lng", "long", "decimallongitude", "decimal_longitude", "lon_dd"],
    ...["laenge", "x"],
  ],
  pair: ["coordinates", "coordinate", "coords", "lat_lon", "latlon", "lat_long", "latlng", "gps"],
  wkt: ["wkt", "geom", "geometry", "the_geom", "geom_wkt", "point", "shape"],
  mgrs: ["mgrs", "mgrs_coordinates", "grid_reference"],
  id: ["id", "event_id", "eventid", "identifier", "uuid"],
  category: ["category", "categorie", "event_type", "eventtype", "type", "kategorie", "categoria"],
  summary: ["summary", "description", "resume", "beschreibung", "descripcion", "details"],
  source: ["source", "sources", "source_name", "information_source", "quelle", "fuente"],
  sourceUrl: ["source_url", "sourceurl", "url", "link"],
  precision: ["precision_m", "coordinateuncertaintyinmeters", "accuracy_m"],
};

export const plain = (heading: string) =>
  heading
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");

/** The headings that stand for parts; a heading stands for one at most. */
export function partsOf(headings: readonly string[]): Partial<Record<Part, string>> {
  const found: Partial<Record<Part, string>> = {};
  for (const part of PARTS) {
    const heading = NAMES[part]
      .map((name) => headings.find((one) => plain(one) === name))
      .find((one) => one !== undefined && !Object.values(found).includes(one));
    if (heading !== undefined) found[part] = heading;
  }
  return found;
}

/** Headings that would have been taken, as an example for whoever has none of them. */
export const examplesOf = (part: Part) => NAMES[part].slice(0, 3).join(", ");

const WITH_LANGUAGE = /^(title|name|summary|description)[_:]([a-z]{2,3}(?:[_-][a-z0-9]{2,8})*)$/i;

/** A text in a language that its heading ends in: `title_fr`, `name:ar`. */
export type SpokenHeading = {
  readonly part: "title" | "summary";
  readonly language: string;
  readonly heading: string;
};

export function spokenHeadings(headings: readonly string[]): readonly SpokenHeading[] {
  return headings.flatMap((heading) => {
    const [, name = "", tag = ""] = WITH_LANGUAGE.exec(heading) ?? [];
    const language = tag === "" ? undefined : parseLanguage(tag.replaceAll("_", "-"));
    if (language === undefined) return [];
    return [{ part: /^(?:title|name)$/i.test(name) ? "title" : "summary", language, heading }];
  });
}
