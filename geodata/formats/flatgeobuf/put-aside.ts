// Features are put aside until all are known: in memory, or wherever a surrounding has more room.
import { concatBytes } from "../byte-writer.ts";

/** Bytes that are put aside in one order and taken back in another. */
export type PutAside = {
  readonly add: (bytes: Uint8Array) => Promise<void>;
  /** Everything in this order of indexes, in parts of some size. */
  readonly read: (order: Uint32Array) => AsyncIterable<Uint8Array>;
  /** Leaves nothing behind. */
  readonly close: () => Promise<void>;
};

/** Features that are written at a time. */
const PART = 1000;

export function inMemory(): PutAside {
  const kept: Uint8Array[] = [];
  return {
    add: async (bytes) => {
      kept.push(bytes);
    },
    async *read(order) {
      for (let from = 0; from < order.length; from += PART)
        yield concatBytes(
          [...order.subarray(from, from + PART)].map((index) => kept[index] ?? new Uint8Array()),
        );
    },
    close: async () => {
      kept.length = 0;
    },
  };
}
