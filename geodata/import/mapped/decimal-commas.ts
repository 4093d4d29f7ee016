// Columns of numbers with decimal commas: every filled cell is one, and some have a comma.

const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

/** Looks at the cells of columns until one of each is no number. */
export class DecimalCommas {
  readonly #left: { readonly column: string; readonly at: number; hasComma: boolean }[];

  /** `kept` are those of the headings that are looked at. */
  constructor(headings: readonly string[], kept: readonly string[]) {
    const from = headings.length - kept.length;
    this.#left = kept.map((column, index) => ({ column, at: from + index, hasComma: false }));
  }

  row(cells: readonly string[]): void {
    for (let index = this.#left.length - 1; index >= 0; index -= 1) {
      const left = this.#left[index];
      const cell = cells[left?.at ?? -1] ?? "";
      if (cell === "" || !left) continue;
      if (!NUMBER.test(cell) || cell.includes(".")) this.#left.splice(index, 1);
      else if (cell.includes(",")) left.hasComma = true;
    }
  }

  get columns(): readonly string[] {
    return this.#left.flatMap(({ column, hasComma }) => (hasComma ? [column] : []));
  }
}
