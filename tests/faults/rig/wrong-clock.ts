// Programs whose clock stands elsewhere, by libfaketime: at a moment, or where a file says as long as they run.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "../../support/packages/packages.ts";

/** What runs a program so that its clock starts at the moment, ISO 8601, and goes on from there. */
export function from(moment: string): readonly string[] {
  const seconds = Math.round((Date.parse(moment) - Date.now()) / 1000);
  return ["faketime", "-m", "--exclude-monotonic", "-f", `${seconds < 0 ? "" : "+"}${seconds}`];
}

export type SetClock = {
  /** Settings of a program that has this clock. */
  readonly env: NodeJS.ProcessEnv;
  /** Sets it so much off, as `-2h` or `+3d`; the program has the new time at its next look. */
  readonly set: (offset: string) => void;
};

/** A clock that is right until it is set. */
export function settableClock(): SetClock {
  const file = path.join(temporaryFolder("clock"), "offset");
  const set = (offset: string) => writeFileSync(file, offset);
  set("+0");
  const library = execFileSync("faketime", ["-m", "-f", "+0", "printenv", "LD_PRELOAD"]);
  return {
    env: {
      LD_PRELOAD: library.toString().trim(),
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: "1",
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
    },
    set,
  };
}
