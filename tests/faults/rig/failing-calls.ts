// Calls of the system that fail under a program: once, or from some moment on.
import { randomFrom } from "./random.ts";

/** What the system answers instead of doing what it is asked. */
export const ERRORS = ["EIO", "ENOSPC"] as const;
/** The embedded database writes at a place of its files, which are brought to the disk at the end of an import. */
const CALLS = ["pwrite64", "fsync"] as const;

/** Before a program: makes its calls fail. */
export const failing = (calls: string, how: string) => [
  ...["strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null"],
  ...["-e", `trace=${calls}`, "-e", `inject=${calls}:${how}`],
];

/** About as often each call is made where none fails; a fault after the last one is none. */
const MADE = {
  "first start": { pwrite64: 7900, fsync: 2100 },
  import: { pwrite64: 890, fsync: 1090 },
} as const;

/** Faults at random moments of what is done, each with its description. */
export function randomFaults(done: keyof typeof MADE, count: number) {
  const random = randomFrom(`failing disk, ${done}`);
  return Array.from({ length: count }, (_, index) => {
    const call = CALLS[index % CALLS.length] ?? CALLS[0];
    const error = ERRORS[Math.floor(index / CALLS.length + index) % ERRORS.length];
    const first = 1 + Math.floor(random() * MADE[done][call]);
    const isForGood = random() < 0.5;
    return {
      what: `${error} of ${call} ${first}${isForGood ? " and all after it" : ""}`,
      under: failing(call, `error=${error}:when=${first}${isForGood ? "+" : ""}`),
    };
  });
}
