// Which sources of a record speak for themselves, and which repeat another.

/** A source with those whose text or account it repeats. */
export type Repeating = { readonly id: string; readonly repeats: readonly string[] };

/** Where what a source says comes from: the sources at the end of what it repeats, or itself. */
export type Origins = (sourceId: string) => ReadonlySet<string>;

export function originsOf(sources: Iterable<Repeating>): Origins {
  const repeatsOf = new Map<string, readonly string[]>();
  for (const { id, repeats } of sources) repeatsOf.set(id, repeats);
  const known = new Map<string, ReadonlySet<string>>();
  return (sourceId) => {
    const before = known.get(sourceId);
    if (before) return before;
    const origins = new Set<string>();
    const seen = new Set<string>([sourceId]);
    // A set goes on to what is added to it on the way.
    for (const id of seen) {
      const repeated = repeatsOf.get(id) ?? [];
      for (const other of repeated) seen.add(other);
      if (repeated.length === 0) origins.add(id);
    }
    // Sources that repeat each other in a ring, which the import refuses, are each their own.
    if (origins.size === 0) origins.add(sourceId);
    known.set(sourceId, origins);
    return origins;
  };
}

/**
 * The independent accounts among some sources, each with those that repeat it: as many as there are sources of which no
 * two have an origin in common. One with fewer origins goes before one that puts several together, so that whoever
 * repeats two independent sources does not make them one; among equals, the one that is named first.
 */
export function accountsOf(
  sourceIds: readonly string[],
  origins: Origins,
): readonly (readonly string[])[] {
  if (sourceIds.length < 2) return sourceIds.length === 0 ? [] : [sourceIds];
  const ids = [...new Set(sourceIds)];
  const byOrigins = [...ids].sort((one, other) => origins(one).size - origins(other).size);
  const shares = (one: string, other: string) =>
    [...origins(one)].some((origin) => origins(other).has(origin));
  const independent: string[] = [];
  for (const id of byOrigins) if (!independent.some((one) => shares(one, id))) independent.push(id);
  // Every other source shares an origin with one of them, or it would be one itself.
  const accountOf = (id: string) =>
    independent.includes(id) ? id : independent.find((one) => shares(one, id));
  return ids
    .filter((id) => independent.includes(id))
    .map((first) => [first, ...ids.filter((id) => id !== first && accountOf(id) === first)]);
}
