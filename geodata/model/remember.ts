/** Where promised values are remembered: a Map, a WeakMap, a cache. */
export type Memory<Key, Value> = {
  readonly get: (key: Key) => Promise<Value> | undefined;
  readonly set: (key: Key, value: Promise<Value>) => unknown;
  readonly delete: (key: Key) => unknown;
};

/**
 * The value under the key, made once for all who ask. What fails to be made is told to those who wait and is never
 * remembered: the next who asks has it made anew. All memories of promises go through here.
 */
export function remembered<Key, Value>(
  memory: Memory<Key, Value>,
  key: Key,
  make: () => Promise<Value>,
): Promise<Value> {
  const known = memory.get(key);
  if (known) return known;
  const making = make();
  memory.set(key, making);
  making.catch(() => {
    // Another may be in its place by now.
    if (memory.get(key) === making) memory.delete(key);
  });
  return making;
}
