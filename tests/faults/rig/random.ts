import { createHash } from "node:crypto";

/** What all random choices of a run begin with; `FAULTS_SEED` repeats those of another run. */
export const SEED = process.env.FAULTS_SEED ?? "1";

/** Numbers from 0 to below 1, the same for the same seed and name (mulberry32, Tommy Ettinger, public domain). */
export function randomFrom(name: string): () => number {
  let state = createHash("sha256").update(`${SEED} ${name}`).digest().readUInt32LE();
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
