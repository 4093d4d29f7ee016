// What is suspected of rows that are taken: told in words, and changed by nobody but whoever brings them.
import type { Mapping } from "../mapping/mapping.ts";
import type { MappedRow } from "../mapping/row-mapper.ts";
import type { ProblemGroups } from "./problem-groups.ts";
import { RowPlaces } from "./row-places.ts";

const FAR_AWAY = "a position near those of the other rows: look whether that is where it was";
const NOWHERE = "no position, where nobody knew it: 0, 0 lies in the Atlantic";

/** Looks at every row that is taken. */
export class RowSuspicions {
  readonly #groups: ProblemGroups;
  readonly #places = new RowPlaces();
  /** The columns of the position. */
  readonly #where: string;

  constructor({ position }: Pick<Mapping, "position">, groups: ProblemGroups) {
    this.#groups = groups;
    if (position.from === "columns") this.#where = `${position.lat}, ${position.lon}`;
    else this.#where = position.from === "geometry" ? "geometry" : position.column;
  }

  look({ line, positions }: MappedRow): void {
    const [one] = positions;
    if (!one) return;
    if (positions.every(([lon, lat]) => lon === 0 && lat === 0))
      this.#groups.suspect("nowhere", this.#where, "0, 0", NOWHERE, line);
    else this.#places.add(one, line);
  }

  /** Tells what only all rows together tell. */
  tell(): void {
    for (const [[lon, lat], line] of this.#places.outliers())
      this.#groups.suspect("outliers", this.#where, `${lat}, ${lon}`, FAR_AWAY, line);
  }
}
