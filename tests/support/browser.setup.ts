// Builds the product, starts it as a reader would, and finds a browser for the tests that drive it.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { canInstall, install, leaveOut } from "./apt.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Path of a Chromium, or null where there is none. */
    chromiumPath: string | null;
    /** Address of the running product. */
    productUrl: string;
  }
}

const KNOWN_PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const READY_MS = 120_000;

export default async function setup(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  const browser = findBrowser();
  project.provide("chromiumPath", browser ?? null);
  if (!browser) {
    project.provide("productUrl", "");
    return undefined;
  }
  const { VITEST: _, NODE_ENV: __, ...env } = process.env;
  execFileSync("npm", ["run", "--silent", "build"], {
    stdio: ["ignore", "ignore", "inherit"],
    env,
  });
  const folder = mkdtempSync(path.join(tmpdir(), "rocade-product-"));
  const product = spawn(process.execPath, ["dist/server/main.js"], {
    env: { ...env, PORT: "0", DATABASE_URL: "", DATA_DIR: folder, LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  project.provide("productUrl", await addressOf(product));
  return async () => {
    await stopped(product);
    rmSync(folder, { recursive: true, force: true });
  };
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

/** The address that the product prints when it is ready. */
function addressOf(product: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the product did not start")), READY_MS);
    let printed = "";
    product.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /The map: {2}(http:\S+)\//.exec(printed)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
    product.once("exit", (code) =>
      reject(new Error(`the product ended with ${code}:\n${printed}`)),
    );
  });
}

function stopped(product: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    product.removeAllListeners("exit");
    product.once("exit", () => resolve());
    product.kill("SIGTERM");
  });
}
