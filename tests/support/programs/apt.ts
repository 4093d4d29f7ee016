import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** True where this process may install Debian packages. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/** Installs Debian packages, quietly; throws with apt's own words when it cannot. */
export function install(...packages: string[]): void {
  const apt = (...args: string[]) =>
    execFileSync("apt-get", args, {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  process.stdout.write(`test set-up: installing ${packages.join(", ")}\n`);
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", ...packages);
}

/** On CI nothing is left out: throws. Elsewhere says plainly what is not tested, and how to have it tested. */
export function leaveOut(what: string, remedy: string): void {
  const message = `${what} ${remedy}`;
  if (process.env.CI) throw new Error(message);
  process.stdout.write(`\n  LEFT OUT: ${message}\n\n`);
}
