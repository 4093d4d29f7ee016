// What the tables of Calais say, read by themselves: nothing of the product reads or counts here.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import type { FeatureCollection } from "geojson";
import { projectRoot } from "#db/project-root.ts";

const FOLDER = path.join(projectRoot(), "geodata", "calais");

export type Cells = Readonly<Record<string, string>>;

const textOf = (file: string) => readFileSync(path.join(FOLDER, file), "utf8");

/** The rows of a CSV table, as they are written. */
export function rowsOf(table: string): readonly Cells[] {
  return parse(textOf(`${table}.csv`), { columns: true });
}

/** The features of a GeoJSON table. */
export function featuresOf(table: string): FeatureCollection["features"] {
  return (JSON.parse(textOf(`${table}.geojson`)) as FeatureCollection).features;
}

/** The version that the descriptor names. */
export const CALAIS_VERSION: string = JSON.parse(textOf("datapackage.json")).version;

/** How many rows each table has, by the name of its file. */
export const ROWS: Readonly<Record<string, number>> = Object.fromEntries(
  readdirSync(FOLDER).flatMap((file) => {
    const [, table, kind] = /^(\w+)\.(csv|geojson)$/.exec(file) ?? [];
    if (table === undefined) return [];
    return [[table, kind === "csv" ? rowsOf(table).length : featuresOf(table).length]];
  }),
);

const LIVED_IN = new Set(["camp", "squat", "shelter", "state-camp"]);

/** The sites that may have been there on a day (YYYY-MM-DD), parts of others aside. */
export function sitesOn(day: string): readonly Cells[] {
  // ISO days of four-digit years are ordered as their texts are.
  const open = rowsOf("places").filter(
    ({ kind = "", stated_side, start_earliest = "", end_latest = "" }) =>
      LIVED_IN.has(kind) &&
      stated_side !== "region" &&
      (start_earliest === "" || start_earliest <= day) &&
      (end_latest === "" || end_latest >= day),
  );
  return open.filter(({ part_of }) => !open.some(({ id }) => id === part_of));
}

/** True when the site was there on the day whatever its true bounds are. */
export function isCertainOn({ start_latest = "", end_earliest = "" }: Cells, day: string): boolean {
  return start_latest !== "" && start_latest <= day && end_earliest !== "" && end_earliest >= day;
}

/** The number that a figure gives at most: what it says, or "at least" that. */
const highestOf = ({ low, best, high }: Cells) => Number(high || best || low);

/** True when all that is said of the people at the place is that nobody lived there: Calais has no other figure of 0. */
function isEmpty(site: Cells): boolean {
  const given = rowsOf("counts").filter(({ place_id }) => place_id === site.id);
  return given.length > 0 && given.every((row) => highestOf(row) === 0);
}

/** The sites of a day that measures count: those that nobody is known to live in are drawn, and left out. */
export function countedSitesOn(day: string): readonly Cells[] {
  return sitesOn(day).filter((site) => !isEmpty(site));
}

/** True when only a convention, which fills the start, the end or both, says that the site may have been there. */
function isByConventionOn(site: Cells, day: string): boolean {
  const { convention = "", start_latest = "", end_earliest = "" } = site;
  const attested = [start_latest, end_earliest].filter(Boolean).sort();
  const isBefore = day < (attested[0] ?? "9999");
  const isAfter = day > (attested.at(-1) ?? "");
  return (
    (["start", "both"].includes(convention) && isBefore) ||
    (["end", "both"].includes(convention) && isAfter)
  );
}

/** How many sites, and on which side of the bypass, in the words of the measures. */
export function siteCountsOn(day: string) {
  const sites = countedSitesOn(day);
  const on = (side: string) => sites.filter(({ stated_side }) => stated_side === side).length;
  return {
    total: sites.length,
    certain: sites.filter((site) => isCertainOn(site, day)).length,
    byConvention: sites.filter((site) => isByConventionOn(site, day)).length,
    inside: on("inside"),
    edge: on("edge"),
    beyond: on("outside"),
  };
}

const EARTH_RADIUS_KM = 6371;

/** Mean distance of the sites to the town hall on the sphere (haversine), in km: right to 0.5 %. */
export function meanDistanceOn(day: string): number {
  const townHall = rowsOf("places").find(({ id }) => id === "town-hall") ?? {};
  const distances = countedSitesOn(day).map((site) => {
    const radians = (degrees: string | undefined) => (Number(degrees) * Math.PI) / 180;
    const [latA, latB] = [radians(site.lat), radians(townHall.lat)];
    const [north, east] = [latA - latB, radians(site.lon) - radians(townHall.lon)];
    const square =
      Math.sin(north / 2) ** 2 + Math.cos(latA) * Math.cos(latB) * Math.sin(east / 2) ** 2;
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(square));
  });
  return distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
}
