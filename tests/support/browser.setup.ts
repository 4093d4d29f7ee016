// Builds the product, starts it as a reader would, and finds a browser for the tests that drive it.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { canInstall, install, leaveOut } from "./apt.ts";
import { plainEnvironment, startProduct } from "./product.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Path of a Chromium, or null where there is none. */
    chromiumPath: string | null;
    /** Address of the running product. */
    productUrl: string;
    /** Whether ffprobe is there, which looks into videos. */
    hasFfprobe: boolean;
  }
}

const KNOWN_PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export default async function setup(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  project.provide("hasFfprobe", findFfprobe());
  const browser = findBrowser();
  project.provide("chromiumPath", browser ?? null);
  if (!browser) {
    project.provide("productUrl", "");
    return undefined;
  }
  const quiet = ["ignore", "ignore", "inherit"] as const;
  execFileSync("npm", ["run", "--silent", "build"], { stdio: [...quiet], env: plainEnvironment() });
  const product = await startProduct();
  project.provide("productUrl", product.url);
  return product.stop;
}

function findFfprobe(): boolean {
  const isThere = () => existsSync("/usr/bin/ffprobe") || existsSync("/usr/local/bin/ffprobe");
  if (!isThere() && canInstall()) install("ffmpeg");
  if (!isThere()) leaveOut("what ffprobe says of videos.", "Install ffmpeg.");
  return isThere();
}

function findBrowser(): string | undefined {
  const candidates = () =>
    [process.env.CHROMIUM_PATH, ...KNOWN_PATHS, chromium.executablePath()].find(
      (file) => file !== undefined && file !== "" && existsSync(file),
    );
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
