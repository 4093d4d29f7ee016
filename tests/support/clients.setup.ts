// Finds GDAL's programs for the tests that read the API as a GIS does.
import { execFileSync } from "node:child_process";
import type { TestProject } from "vitest/node";
import { canInstall, install, leaveOut } from "./apt.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Whether ogrinfo and ogr2ogr are there. */
    hasGdal: boolean;
  }
}

export default function setup(project: TestProject): void {
  if (!isThere() && canInstall()) install("gdal-bin");
  const hasGdal = isThere();
  project.provide("hasGdal", hasGdal);
  if (!hasGdal) leaveOut("the tests with GDAL.", "Install gdal-bin (Debian) or gdal (Homebrew).");
}

function isThere(): boolean {
  try {
    execFileSync("ogrinfo", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
