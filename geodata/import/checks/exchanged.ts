// Rows whose longitude and latitude look exchanged by where the other rows lie, within whatever extent there is.
import type { Position } from "geojson";
import { type Bbox, isInBbox } from "#model/space/bbox.ts";
import type { Report } from "../report.ts";
import { positionsOfRow } from "../row-position.ts";
import type { Row } from "../tables.ts";

const TABLES = ["places", "events"] as const;
type PlacedTable = (typeof TABLES)[number];

/** Fewer rows do not tell where the others lie. */
const LEAST_ROWS = 8;
/** The part of the rows that may be taken for those that are right, so that of ten three may be exchanged. */
const RIGHT = 0.7;
/**
 * In units of the distance from the middle within which those lie: what is further is far, what is nearer among them.
 * Data of the whole world have nothing that is so far.
 */
const [FAR, AMONG] = [4, 1.5] as const;
/** Degrees: rows of one town are not told of the next village. */
const LEAST_SPREAD = 0.25;

/** Gathers where rows are, and tells at the end which of them look exchanged. */
export function exchangeCheck(extent: Bbox, report: Report) {
  const rows = { places: new Positions(), events: new Positions() };
  return {
    row: (table: PlacedTable, { line, values }: Row<PlacedTable>) => {
      const [first] = positionsOfRow(values);
      if (first) rows[table].add(first, line);
    },
    tell: () => {
      const among = nearOthers(TABLES.map((table) => rows[table].all()));
      if (!among) return;
      // What is among the others, as nearly all is, is not far from them when it is rounded.
      for (const table of TABLES)
        for (const [lon, lat, line] of rows[table].those((at) => among(at) !== "among")) {
          // What lies outside of the extent is told by that.
          if (!isInBbox([lon, lat], extent) || Math.abs(lon) > 90) continue;
          if (among([lon, lat]) !== "far" || among([lat, lon]) !== "among") continue;
          const said = `${lon}, ${lat} lies far from the other rows, and among them with longitude and latitude exchanged (${lat}, ${lon}): look whether that is where it was`;
          report.notice("exchanged", table, line, "lon, lat", said);
        }
    },
  };
}

/** Tells of a position whether it is among most of these or far from them; undefined where they are too few to tell. */
function nearOthers(parts: readonly { readonly lon: Float32Array; readonly lat: Float32Array }[]) {
  const count = parts.reduce((sum, { lon }) => sum + lon.length, 0);
  if (count < LEAST_ROWS) return undefined;
  const [lon, lat] = [new Float32Array(count), new Float32Array(count)];
  let at = 0;
  for (const part of parts) {
    lon.set(part.lon, at);
    lat.set(part.lat, at);
    at += part.lon.length;
  }
  const middle = [quantile(lon, 0.5), quantile(lat, 0.5)] as const;
  const distance = ([x = 0, y = 0]: Position) => {
    const across = Math.abs(x - middle[0]);
    return Math.max(Math.min(across, 360 - across), Math.abs(y - middle[1]));
  };
  const distances = lon.map((x, index) => distance([x, lat[index] ?? 0]));
  const spread = Math.max(quantile(distances, RIGHT), LEAST_SPREAD);
  return (position: Position): "among" | "between" | "far" => {
    const away = distance(position) / spread;
    if (away > FAR) return "far";
    return away <= AMONG ? "among" : "between";
  };
}

const quantile = (values: Float32Array, part: number): number =>
  values.toSorted()[Math.floor(part * (values.length - 1))] ?? 0;

/** Positions with their lines, a few bytes each, however many they are. */
class Positions {
  #lon = new Float32Array(1024);
  #lat = new Float32Array(1024);
  #line = new Uint32Array(1024);
  #count = 0;

  add([lon = 0, lat = 0]: Position, line: number): void {
    if (this.#count === this.#lon.length) {
      const longer = 2 * this.#count;
      [this.#lon, this.#lat] = [grown(this.#lon, longer), grown(this.#lat, longer)];
      const lines = new Uint32Array(longer);
      lines.set(this.#line);
      this.#line = lines;
    }
    this.#lon[this.#count] = lon;
    this.#lat[this.#count] = lat;
    this.#line[this.#count] = line;
    this.#count += 1;
  }

  all() {
    return { lon: this.#lon.subarray(0, this.#count), lat: this.#lat.subarray(0, this.#count) };
  }

  /** Longitude, latitude and line of those that are sought, as far as single precision tells the first two. */
  *those(
    isSought: (at: Position) => boolean,
  ): Generator<readonly [lon: number, lat: number, line: number]> {
    const told = (value = 0) => Number(value.toFixed(5));
    for (let index = 0; index < this.#count; index++) {
      const [lon, lat] = [this.#lon[index] ?? 0, this.#lat[index] ?? 0];
      if (isSought([lon, lat])) yield [told(lon), told(lat), this.#line[index] ?? 0];
    }
  }
}

function grown(values: Float32Array, length: number): Float32Array<ArrayBuffer> {
  const longer = new Float32Array(length);
  longer.set(values);
  return longer;
}
