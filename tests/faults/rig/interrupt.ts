// SIGTERM and SIGINT at random moments: what is interrupted is gone soon, and says nothing of its inside.
import { setTimeout as wait } from "node:timers/promises";
import { expect } from "vitest";
import { INSIDES } from "./insides.ts";
import type { Program } from "./program.ts";
import { randomFrom } from "./random.ts";

/** Ten seconds on a machine of its own; here others are at work. */
const GONE_MS = 20_000;

const random = randomFrom("interrupted");

/** Interrupts the program at a random moment within the time, unless it is ready or done before. */
export async function interrupt(program: Program, longestMs: number): Promise<void> {
  const signal = random() < 0.5 ? "SIGTERM" : "SIGINT";
  const ready = program.says(/The map: /).catch(() => {});
  await Promise.race([ready, program.ended, wait(random() * longestMs)]);
  const told = performance.now();
  const late = wait(GONE_MS).then(() => "late" as const);
  const ending = await Promise.race([program.end(signal), late]);
  if (ending === "late") {
    await program.end("SIGKILL");
    throw new Error(`${signal} did not end it:\n${program.printed()}`);
  }
  expect(performance.now() - told).toBeLessThan(GONE_MS);
  expect(program.printed()).not.toMatch(INSIDES);
}
