// Finds a browser for the tests that drive the running product, and what looks into its films.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { canInstall, install, leaveOut } from "../programs/apt.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Path of a Chromium, or null where there is none. */
    chromiumPath: string | null;
    /** Whether ffprobe is there, which looks into videos. */
    hasFfprobe: boolean;
  }
}

/** Chromium without a window of its own, which Debian has apart: a tenth of the time of these tests goes into that. */
const WITHOUT_WINDOW = "/usr/bin/chromium-headless-shell";
const KNOWN_PATHS = [
  WITHOUT_WINDOW,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

export default function setup(project: TestProject): void {
  project.provide("hasFfprobe", findFfprobe());
  project.provide("chromiumPath", findBrowser() ?? null);
}

function findFfprobe(): boolean {
  const isThere = () => existsSync("/usr/bin/ffprobe") || existsSync("/usr/local/bin/ffprobe");
  // Larger than all else that the tests of films need.
  if (!isThere() && canInstall() && process.env.CI) install("ffmpeg");
  if (!isThere()) leaveOut("what ffprobe says of videos.", "Install ffmpeg.");
  return isThere();
}

function findBrowser(): string | undefined {
  const candidates = () =>
    [process.env.CHROMIUM_PATH, ...KNOWN_PATHS, chromium.executablePath()].find(
      (file) => file !== undefined && file !== "" && existsSync(file),
    );
  if (process.env.CI && canInstall() && !existsSync(WITHOUT_WINDOW))
    install("chromium", "chromium-headless-shell");
  const found = candidates();
  if (found) return found;
  if (canInstall()) {
    install("chromium");
    return candidates();
  }
  leaveOut(
    "the tests in a browser.",
    "Run npx playwright-core install chromium, or set CHROMIUM_PATH.",
  );
  return undefined;
}
