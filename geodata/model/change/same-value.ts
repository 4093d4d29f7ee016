// Whether two values of a field are the same, as JSON has them.

/** The same value; the names of an object may stand in any order, the items of a list may not. Nothing and null are the same. */
export function isSameValue(one: unknown, other: unknown): boolean {
  const [a, b] = [one ?? null, other ?? null];
  if (Object.is(a, b) || (a === 0 && b === 0)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => isSameValue(item, b[index]))
    );
  const [ofA, ofB] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(ofA), ...Object.keys(ofB)])].every((name) =>
    isSameValue(ofA[name], ofB[name]),
  );
}
