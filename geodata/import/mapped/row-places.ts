// Where rows lie, a few bytes each, and which of them lie far from all others.
import type { Position } from "geojson";

/** Fewer rows do not tell where the others lie. */
const LEAST_ROWS = 20;
/** In units of the distance from the middle within which nine of ten lie. */
const FAR = 8;
/** Degrees: rows of one town are not told of the next. */
const LEAST_SPREAD = 0.1;

export class RowPlaces {
  #values = new Float32Array(3 * 1024);
  #count = 0;

  add([lon = 0, lat = 0]: Position, line: number): void {
    if (3 * this.#count === this.#values.length) {
      const longer = new Float32Array(2 * this.#values.length);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values.set([lon, lat, line], 3 * this.#count);
    this.#count += 1;
  }

  /** Those far from the others, with their lines. */
  outliers(): readonly (readonly [position: Position, line: number])[] {
    if (this.#count < LEAST_ROWS) return [];
    const all = this.#values.subarray(0, 3 * this.#count);
    const of = (axis: number) => all.filter((_, at) => at % 3 === axis);
    const [lon, lat] = [of(0), of(1)];
    const [x0, y0] = [quantile(lon, 0.5), quantile(lat, 0.5)];
    const distances = lon.map((x, at) => {
      const across = Math.abs(x - x0);
      return Math.max(Math.min(across, 360 - across), Math.abs((lat[at] ?? 0) - y0));
    });
    const limit = FAR * Math.max(quantile(distances, 0.9), LEAST_SPREAD);
    const found: (readonly [Position, number])[] = [];
    for (const [at, away] of distances.entries())
      if (away > limit) {
        const [x = 0, y = 0, line = 0] = all.subarray(3 * at, 3 * at + 3);
        found.push([[Number(x.toFixed(5)), Number(y.toFixed(5))], line]);
      }
    return found;
  }
}

const quantile = (values: Float32Array, part: number): number =>
  values.toSorted()[Math.floor(part * (values.length - 1))] ?? 0;
