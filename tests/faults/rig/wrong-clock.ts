// Settings of programs whose clock stands elsewhere, by libfaketime: at a moment, or where it is set as long as they run.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "../../support/packages/packages.ts";

/** What `faketime` itself sets for a program; that one would stand between the program and signals. */
function faked(settings: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const library = execFileSync("faketime", ["-m", "-f", "+0", "printenv", "LD_PRELOAD"]);
  return {
    LD_PRELOAD: library.toString().trim(),
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
    ...settings,
  };
}

/** A clock that stands at the moment, ISO 8601, now, and goes on from there. */
export function clockAt(moment: string): NodeJS.ProcessEnv {
  const seconds = Math.round((Date.parse(moment) - Date.now()) / 1000);
  return faked({ FAKETIME: `${seconds < 0 ? "" : "+"}${seconds}` });
}

export type SettableClock = {
  readonly env: NodeJS.ProcessEnv;
  /** Sets it so much off, as `-2h` or `+3d`. */
  readonly set: (offset: string) => void;
};

/** A clock that is so much off until it is set; programs see within a second that it was. */
export function settableClock(offset: string): SettableClock {
  const file = path.join(temporaryFolder("clock"), "offset");
  const set = (other: string) => writeFileSync(file, other);
  set(offset);
  return { env: faked({ FAKETIME_TIMESTAMP_FILE: file, FAKETIME_CACHE_DURATION: "1" }), set };
}
