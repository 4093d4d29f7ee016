import { expect } from "vitest";
import { IS_LONG } from "./extent.ts";
import { SEED } from "./random.ts";

export type Figures = {
  /** Counts one attempt, and a failure with its words when it throws; the next one is tried all the same. */
  readonly attempt: (what: string, work: () => unknown) => Promise<void>;
  /** Prints what was tried and what failed, and fails the test when anything did. */
  readonly tell: () => void;
};

/** Failures that are told in full. */
const MAX_TOLD = 10;
/** The long form says so often how far it has come. */
const TOLD_EVERY_MS = 60_000;

/** Counts the attempts of one test, which ends in printed figures: how many were tried, and how many failed. */
export function figures(name: string): Figures {
  const failures: string[] = [];
  let tried = 0;
  let toldAt = performance.now();
  const print = (soFar = "") =>
    process.stdout.write(
      `  ${name}: ${soFar}tried ${tried}, failed ${failures.length} (seed ${SEED})\n`,
    );
  return {
    attempt: async (what, work) => {
      if (IS_LONG && performance.now() - toldAt > TOLD_EVERY_MS) {
        print("so far ");
        toldAt = performance.now();
      }
      tried += 1;
      try {
        await work();
      } catch (error) {
        const told = `${what}: ${error instanceof Error ? error.message : String(error)}`;
        if (IS_LONG) process.stdout.write(`  FAILED ${told}\n`);
        failures.push(told);
      }
    },
    tell: () => {
      print();
      expect(tried, `${name}: tried nothing`).toBeGreaterThan(0);
      expect(failures.slice(0, MAX_TOLD)).toEqual([]);
    },
  };
}
