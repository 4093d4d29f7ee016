// An invented data package of any size to measure with: events around 200 centres, over four years, with spans of
// 1–60 days of which some are open-ended and some known to the month or the year only. The same seed, the same bytes.
import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const CENTRES = 200;
const EXTENT = { west: -4.5, south: 42.5, east: 8, north: 51 };
const FIRST_DAY = Date.UTC(2013, 0, 1) / 86_400_000;
const DAYS = 1461;
const SOURCES = 300;
const ROWS_AT_ONCE = 1000;

const CATEGORIES = [
  ["eviction", "People made to leave", "Départ forcé"],
  ["protest", "March", "Manifestation"],
  ["strike", "Strike", "Grève"],
  ["blockade", "Road blocked", "Route bloquée"],
  ["aid", "Meals handed out", "Distribution de repas"],
  ["legal", "Ruling", "Jugement"],
  ["violence", "Clash", "Affrontement"],
  ["camp-opening", "Tents put up", "Installation de tentes"],
];
const PLACES = [
  ["by the market", "près du marché"],
  ["at the harbour gate", "à l’entrée du port"],
  ["on the northern road", "sur la route du nord"],
  ["beside the canal", "au bord du canal"],
  ["behind the station", "derrière la gare"],
  ["in the old depot", "dans l’ancien dépôt"],
];
const SYLLABLES = ["bel", "gue", "mar", "tin", "oye", "san", "ver", "lon", "cam", "hem"];
const REPORTS = [
  [
    "Two papers and an association report it; they differ on how many were there.",
    "Deux journaux et une association le rapportent ; ils diffèrent sur le nombre de présents.",
  ],
  [
    "The prefecture confirms it in a short notice; nothing is said of what followed.",
    "La préfecture le confirme dans un court communiqué ; rien n’est dit de la suite.",
  ],
  [
    "Neighbours saw it from the bridge and told a reporter the next day.",
    "Des riverains l’ont vu depuis le pont et l’ont raconté à un journaliste le lendemain.",
  ],
];
const COLUMNS =
  "id,edtf,start_earliest,start_latest,end_earliest,end_latest,date_precision,category,title_en,title_fr,summary_en,summary_fr,place_id,lon,lat,precision_m,position_basis,people_low,people_high,people_note,actors,certainty,source_ids,sensitivity";

/** Numbers in [0, 1) that look random and are the same for the same seed (Mulberry32). */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const printDay = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Days are asked for again and again. */
const DAY_TEXTS = Array.from({ length: DAYS + 800 }, (_, index) => printDay(FIRST_DAY + index));
const dayText = (day) => DAY_TEXTS[day - FIRST_DAY] ?? printDay(day);

/** A name of a town for each centre, all different. */
function townName(index) {
  const [first, second, third] = [index % 10, Math.floor(index / 10) % 10, Math.floor(index / 100)];
  const name = SYLLABLES[first] + SYLLABLES[second] + SYLLABLES[third];
  return name[0].toUpperCase() + name.slice(1);
}

/** EDTF text and the four days of an event that starts on the day. */
function spanFrom(day, random) {
  const kind = random();
  if (kind < 0.03) {
    const start = dayText(day);
    return [`${start}/..`, start, start, start, ""];
  }
  if (kind < 0.1) {
    const month = dayText(day).slice(0, 7);
    const [year, number] = month.split("-").map(Number);
    const [from, to] = [`${month}-01`, printDay(Date.UTC(year, number, 0) / 86_400_000)];
    return [month, from, to, from, to];
  }
  if (kind < 0.105) {
    const year = dayText(day).slice(0, 4);
    return [year, `${year}-01-01`, `${year}-12-31`, `${year}-01-01`, `${year}-12-31`];
  }
  const start = dayText(day);
  if (kind < 0.4) return [start, start, start, start, start];
  const end = dayText(day + 1 + Math.floor(random() * 59));
  return [`${start}/${end}`, start, start, end, end];
}

/** Near the centre, the nearer the likelier. */
function positionNear([lon, lat, spread], random) {
  const [angle, distance] = [random() * 2 * Math.PI, spread * random() * random()];
  const within = (value, low, high) => Math.min(high, Math.max(low, value)).toFixed(5);
  return [
    within(lon + Math.cos(angle) * distance * 1.5, EXTENT.west, EXTENT.east),
    within(lat + Math.sin(angle) * distance, EXTENT.south, EXTENT.north),
  ];
}

function* eventRows(count, random) {
  const centres = Array.from({ length: CENTRES }, () => [
    EXTENT.west + 0.5 + random() * (EXTENT.east - EXTENT.west - 1),
    EXTENT.south + 0.5 + random() * (EXTENT.north - EXTENT.south - 1),
    0.05 + random() * 0.5,
  ]);
  const oneOf = (list) => list[Math.floor(random() * list.length)];
  const digits = String(count).length;
  for (let index = 0; index < count; index++) {
    const day = FIRST_DAY + Math.floor(random() * DAYS);
    const [edtf, ...days] = spanFrom(day, random);
    const [category, nameEn, nameFr] = CATEGORIES[Math.floor(random() ** 1.5 * CATEGORIES.length)];
    const [[whereEn, whereFr], [reportEn, reportFr]] = [oneOf(PLACES), oneOf(REPORTS)];
    const centre = Math.floor(random() ** 1.6 * CENTRES);
    const [town, [lon, lat]] = [townName(centre), positionNear(centres[centre], random)];
    const number = String(index + 1).padStart(digits, "0");
    const people = random() < 0.3 ? Math.ceil(random() ** 3 * 500) : "";
    const source = 1 + Math.floor(random() * SOURCES);
    yield [
      `e-${number}`,
      edtf,
      ...days,
      "",
      category,
      `${nameEn} ${whereEn} of ${town}`,
      `${nameFr} ${whereFr} de ${town}`,
      `"${reportEn}"`,
      `"${reportFr}"`,
      "",
      lon,
      lat,
      oneOf([20, 50, 200, 1000, 5000]),
      "estimated",
      people,
      people === "" ? "" : people + Math.floor(random() * people),
      "",
      "",
      oneOf(["confirmed", "confirmed", "reported", "disputed"]),
      random() < 0.4 ? `s-${source};s-${(source % SOURCES) + 1}` : `s-${source}`,
      "none",
    ].join(",");
  }
}

async function* inParts(rows) {
  let part = [COLUMNS];
  for (const row of rows) {
    part.push(row);
    if (part.length < ROWS_AT_ONCE) continue;
    yield `${part.join("\n")}\n`;
    part = [];
  }
  yield part.length > 0 ? `${part.join("\n")}\n` : "";
}

const rectangle = ({ west, south, east, north }) => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
const collection = (properties, geometry) =>
  JSON.stringify({
    type: "FeatureCollection",
    features: [{ type: "Feature", properties, geometry }],
  });

/** Writes the package into the folder, made when it is not there. */
export async function writeSyntheticPackage(folder, { events, seed = 1 }) {
  mkdirSync(folder, { recursive: true });
  const write = (file, text) => writeFileSync(path.join(folder, file), text);
  const sources = Array.from(
    { length: SOURCES },
    (_, index) => `s-${index + 1},Invented report ${index + 1},Rocade,,,en,data,`,
  );
  write(
    "sources.csv",
    `${["id,title,publisher,url,published,lang,kind,note", ...sources].join("\n")}\n`,
  );
  write(
    "places.csv",
    "id,name_en,name_fr,other_names,kind,description_en,description_fr,lon,lat,precision_m,position_basis,position_note,start_edtf,start_earliest,start_latest,end_edtf,end_earliest,end_latest,end_reason,bounds_note,stated_side,part_of,predecessor_ids,successor_ids,source_ids\n" +
      "middle,Middle,Milieu,,landmark,Invented.,Inventé.,1.75,46.75,50,estimated,,,,,,,,,,inside,,,,s-1\n",
  );
  write(
    "ring.geojson",
    collection(
      { id: "ring", name_en: "Inside", name_fr: "Dedans", note_en: "", note_fr: "" },
      rectangle({ west: 1, south: 46, east: 2.5, north: 47.5 }),
    ),
  );
  const ground = {
    id: "land",
    class: "land",
    name_en: "",
    name_fr: "",
    min_zoom: 0,
    precision_m: 1000,
    position_basis: "estimated",
    note: "",
    source_ids: ["s-1"],
  };
  write("basemap.geojson", collection(ground, rectangle(EXTENT)));
  const both = (en, fr) => ({ en, fr });
  const files = ["sources.csv", "places.csv", "events.csv", "ring.geojson", "basemap.geojson"];
  const descriptor = {
    name: `synthetic-${events}`,
    version: "1",
    licenses: [
      { name: "CC0-1.0", title: "CC0", path: "https://creativecommons.org/publicdomain/zero/1.0/" },
    ],
    resources: files.map((file) => ({ name: file.split(".")[0], path: file })),
    rocade: {
      title: both(`${events} invented events`, `${events} événements inventés`),
      description: both(
        "Invented to measure with: nothing of it happened.",
        "Inventé pour mesurer : rien de cela n’a eu lieu.",
      ),
      attribution: both("Invented.", "Inventé."),
      credit: both("Invented", "Inventé"),
      openingDay: "2015-03-01",
      firstDay: "2013-01-01",
      lastDay: "2016-12-31",
      extent: EXTENT,
      home: EXTENT,
      roles: { landmarks: ["landmark"] },
      separation: {
        reference: { place: "middle", label: both("the middle", "le milieu") },
      },
    },
  };
  write("datapackage.json", JSON.stringify(descriptor, null, 2));
  const rows = eventRows(events, randomFrom(seed));
  await pipeline(Readable.from(inParts(rows)), createWriteStream(path.join(folder, "events.csv")));
}
