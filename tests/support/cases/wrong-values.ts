// Values that no parameter should take, whatever its kind, and those that one of a name may not have.

const HUGE = "9".repeat(3000);
/** Texts that do harm where somebody takes them for code, a path or a format. */
export const HOSTILE = [
  "'; DROP TABLE events; --",
  "1 OR 1=1",
  "\\",
  "%00",
  "../../etc/passwd",
  "\u202e☃𝕏",
  "{{7*7}}",
  "<script>alert(1)</script>",
];

/** Values that are wrong for a parameter, whatever else is asked. */
export const WRONG: Readonly<Record<string, readonly string[]>> = {
  bbox: [
    "",
    "a,b,c,d",
    "NaN,1,2,3",
    "1,2,3",
    "1,2,3,4,5",
    "1,60,2,50",
    "181,0,1,1",
    "1e999,0,1,1",
    HUGE,
    ...HOSTILE,
  ],
  "bbox-crs": ["", "EPSG:27700", "4326", HUGE, ...HOSTILE],
  crs: ["", "EPSG:27700", "WGS84", HUGE, ...HOSTILE],
  datetime: [
    "",
    "2014",
    "2014-13-01",
    "2016-01-01/2015-01-01",
    "/",
    "2014-01-01/2015-01-01/2016-01-01",
    HUGE,
    ...HOSTILE,
  ],
  certainty: ["", "CERTAIN", "maybe", HUGE, ...HOSTILE],
  filter: [
    "",
    "(",
    "name_en",
    "id = ",
    "nothing = 1",
    "S_INTERSECTS(geometry)",
    "id = 1",
    "x".repeat(6500),
    ...HOSTILE,
  ],
  "filter-lang": ["", "cql", "sql", HUGE, ...HOSTILE],
  "filter-crs": ["", "EPSG:1", HUGE, ...HOSTILE],
  q: ["", " "],
  sortby: ["", "nothing", "+", "id,id", "-", HUGE, "source_ids", ...HOSTILE],
  properties: ["", "nothing", "id", HUGE, ...HOSTILE],
  limit: ["", "0", "-1", "1.5", "1e3", "NaN", "unlimited", ...HOSTILE],
  offset: ["", "-1", "1.5", "1e3", "100001", HUGE, ...HOSTILE],
  cursor: ["", "nothing", "W10", "WyJuZXh0Il0", HUGE, ...HOSTILE],
  f: ["", "xml", "geo json", "image/png", HUGE, ...HOSTILE],
  distance_m: ["", "near", "NaN", "1e999", "Infinity", ...HOSTILE],
  start_earliest: ["", "2014", "2015-02-29", ...HOSTILE],
  generalised: ["", "yes", "2", "TRUE", ...HOSTILE],
};
