/** The sums, the largest first; of what is not counted there is none. */
export function sumCounts(
  ...counts: readonly ReadonlyMap<string, number | undefined>[]
): [string, number | undefined][] {
  const sums = new Map<string, number | undefined>();
  for (const [value, count] of counts.flatMap((one) => [...one]))
    sums.set(value, count === undefined ? undefined : (sums.get(value) ?? 0) + count);
  return [...sums].sort((a, b) => (b[1] ?? 0) - (a[1] ?? 0));
}
