// What somebody meant who wrote a name that is none: the one that it is nearly.

/** Longer names are nobody's slip. */
const LONGEST = 60;
const MOST_SLIPS = 2;

/** The name that a slip or two turn into the one that was written; undefined where none is that near. */
export function nearestOf(written: string, known: readonly string[]): string | undefined {
  if (written.length > LONGEST) return undefined;
  let nearest: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const name of known) {
    // Names that are longer or shorter by more are never that near, and there may be thousands.
    if (Math.abs(bare(name).length - bare(written).length) > MOST_SLIPS) continue;
    const slips = slipsBetween(bare(written), bare(name));
    const borne = Math.min(written.length, name.length) < 3 ? 0 : name.length < 6 ? 1 : MOST_SLIPS;
    if (slips <= borne && slips < fewest) [nearest, fewest] = [name, slips];
  }
  return nearest;
}

/** Capitals, and what joins words, are no slips. */
const bare = (name: string): string => name.toLowerCase().replace(/[-_.]/g, "");

/** Letters that are left out, added, changed, or exchanged with the next one (optimal string alignment). */
function slipsBetween(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    const at = (from: number, column: number) => rows[from]?.[column] ?? Number.POSITIVE_INFINITY;
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const isExchanged = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        at(i - 1, j) + 1,
        (row[j - 1] ?? 0) + 1,
        at(i - 1, j - 1) + (isSame ? 0 : 1),
        isExchanged ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    rows.push(row);
  }
  return rows[one.length]?.[other.length] ?? 0;
}
