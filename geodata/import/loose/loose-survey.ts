// What the cells of a file without a descriptor tell of its columns: whether they can be what their headings say.
import { parseNumber, withDecimalPoint } from "#model/words/number.ts";
import { SeenIds } from "../files/seen-ids.ts";
import { idFor, precisionOf } from "../read/columns.ts";
import type { Part } from "./headings.ts";

/** Kinds of events that a legend has room for. */
const MAX_CATEGORIES = 60;
const LONGEST_CATEGORY = 100;

export class LooseSurvey {
  readonly #at: Readonly<Partial<Record<Part, number>>>;
  readonly #ids = new SeenIds();
  readonly #categories = new Set<string>();
  readonly #fits: readonly { readonly heading: string; readonly at: number; isFit: boolean }[];
  readonly #parsers: readonly ((cell: string) => unknown)[];
  /** Whether the file says itself how exact its positions are. */
  readonly saysPrecision: boolean;
  #areIds = true;
  #areIdsMade = true;
  #rows = 0;
  #exchanged = 0;
  #precision: [number, number] = [Number.POSITIVE_INFINITY, 0];

  /** `checked` are columns that are kept under another name unless every cell is what the table has there. */
  constructor(
    headings: readonly string[],
    parts: Readonly<Partial<Record<Part, string>>>,
    checked: readonly (readonly [heading: string, parse: (cell: string) => unknown])[],
  ) {
    const at = (heading: string) => headings.indexOf(heading);
    this.#at = Object.fromEntries(
      Object.entries(parts).map(([part, heading]) => [part, at(heading)]),
    );
    this.saysPrecision = headings.includes("precision_m");
    this.#fits = checked.map(([heading]) => ({ heading, at: at(heading), isFit: true }));
    this.#parsers = checked.map(([, parse]) => parse);
  }

  row(line: number, cells: readonly string[]): void {
    this.#rows += 1;
    const cell = (part: Part) => cells[this.#at[part] ?? -1] ?? "";
    if (this.#at.id !== undefined) this.#id(line, cell("id"));
    if (this.#at.category !== undefined && this.#categories.size <= MAX_CATEGORIES)
      this.#categories.add(cell("category"));
    for (const [index, fit] of this.#fits.entries()) {
      const own = cells[fit.at] ?? "";
      if (own !== "" && this.#parsers[index]?.(own) === undefined) fit.isFit = false;
    }
    this.#position(cell("lat"), cell("lon"));
  }

  #id(line: number, cell: string): void {
    const made = idFor(cell);
    if (made !== cell) this.#areIds = false;
    if (cell === "" || this.#ids.add(made, line) !== undefined) {
      this.#areIds = false;
      this.#areIdsMade = false;
    }
  }

  #position(lat: string, lon: string): void {
    const [y, x] = [lat, lon].map((text) => parseNumber(withDecimalPoint(text).trim()));
    if (y === undefined || x === undefined) return;
    if (Math.abs(y) > 90 && Math.abs(y) <= 180 && Math.abs(x) <= 90) this.#exchanged += 1;
    const metres = Number(precisionOf({ lat, lon }));
    this.#precision = [Math.min(this.#precision[0], metres), Math.max(this.#precision[1], metres)];
  }

  get rows(): number {
    return this.#rows;
  }

  /** How many rows have a latitude that only a longitude can be, beside a longitude that a latitude can be. */
  get exchanged(): number {
    return this.#exchanged;
  }

  /** The most and the least exact of the positions, in metres; undefined where there is none. */
  get precision(): readonly [number, number] | undefined {
    return this.#precision[0] > this.#precision[1] ? undefined : this.#precision;
  }

  /** Whether the column of ids has one for each row: as it is, or made into one. */
  get ids(): "ids" | "made" | "none" {
    if (this.#at.id === undefined || this.#rows === 0) return "none";
    return this.#areIds ? "ids" : this.#areIdsMade ? "made" : "none";
  }

  /** The categories by what cells call them; undefined where they are too many, too long, or empty somewhere. */
  get categories(): readonly string[] | undefined {
    const all = [...this.#categories];
    const isUsable = (name: string) => name !== "" && name.length <= LONGEST_CATEGORY;
    const areApart = new Set(all.map(idFor)).size === all.length;
    return all.length > 0 && all.length <= MAX_CATEGORIES && areApart && all.every(isUsable)
      ? all
      : undefined;
  }

  /** Headings of columns whose cells are not what the table has under their names. */
  get unfit(): readonly string[] {
    return this.#fits.filter(({ isFit }) => !isFit).map(({ heading }) => heading);
  }
}
