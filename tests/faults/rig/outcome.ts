// What becomes of a program to which a fault is made: it works, or it ends in words with a way out. Nothing else is right.
import { setTimeout as wait } from "node:timers/promises";
import { expect } from "vitest";
import { INSIDES } from "./insides.ts";
import { addressOf, type Program, runProgram } from "./program.ts";

/** Longer a program may not take to say that it cannot work, on a machine that others use. */
const LONGEST_MS = 120_000;
/** What tells somebody how to go on. */
const WAY_OUT =
  /Make room|Make it writable|Set DATA_DIR|set DATA_DIR|rm -r "|choose another place|Check DATABASE_URL/;

/** Whether it serves, or has done its work, or has ended in words with code 1; throws when it does neither. */
export async function worksOrEndsInWords(program: Program): Promise<"works" | "words"> {
  const ready = addressOf(program).then(
    () => "ready" as const,
    () => program.ended,
  );
  const outcome = await Promise.race([ready, program.ended, wait(LONGEST_MS)]);
  await program.end("SIGKILL");
  const printed = program.printed();
  expect(printed).not.toMatch(INSIDES);
  if (outcome === undefined) throw new Error(`neither works nor ends:\n${printed}`);
  if (outcome === "ready" || outcome.code === 0) return "works";
  expect(outcome, printed).toEqual({ code: 1, signal: null });
  expect(printed).toMatch(WAY_OUT);
  return "words";
}

/** Throws where a service does not start on the database, or does not answer. */
export async function isReady(env: NodeJS.ProcessEnv): Promise<void> {
  const service = runProgram("main", [], { env });
  try {
    const answer = await fetch(`${await addressOf(service)}/readyz`);
    expect(answer.status, await answer.text()).toBe(200);
  } finally {
    await service.end("SIGTERM");
  }
}
