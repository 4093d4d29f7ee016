// Finds GDAL's programs for the tests that read the API as a GIS does.
import { execFileSync } from "node:child_process";
import type { TestProject } from "vitest/node";
import { canInstall, install, leaveOut } from "./apt.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Whether ogrinfo and ogr2ogr are there. */
    hasGdal: boolean;
    /** Whether the programs that look into pictures are there. */
    hasPictureTools: boolean;
  }
}

const PICTURE_TOOLS = ["pdftotext", "pngcheck", "identify", "xmllint"];

export default function setup(project: TestProject): void {
  if (!isThere("ogrinfo") && canInstall()) install("gdal-bin");
  const hasGdal = isThere("ogrinfo");
  project.provide("hasGdal", hasGdal);
  if (!hasGdal) leaveOut("the tests with GDAL.", "Install gdal-bin (Debian) or gdal (Homebrew).");
  const lacksTools = () => !PICTURE_TOOLS.every(isThere);
  if (lacksTools() && canInstall())
    install("poppler-utils", "pngcheck", "imagemagick", "libxml2-utils");
  const hasPictureTools = !lacksTools();
  project.provide("hasPictureTools", hasPictureTools);
  if (!hasPictureTools)
    leaveOut(
      "the tests of picture files.",
      "Install poppler-utils, pngcheck, imagemagick and libxml2-utils.",
    );
}

function isThere(program: string): boolean {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
