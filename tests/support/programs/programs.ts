// The programs of others that judge what the product sends: what each is found by, and the Debian packages that bring it.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { canInstall, install, leaveOut } from "./apt.ts";

/** Debian's own Python, which knows the modules that Debian's packages bring. */
export const PYTHON = "/usr/bin/python3";

type Judge = {
  readonly programs?: readonly string[];
  /** Modules of Debian's Python. */
  readonly modules?: readonly string[];
  readonly packages: readonly string[];
};

/** Small beside the browser and PostGIS, which need most of the same libraries: part of `npm test`. */
export const LIGHT = {
  gdal: {
    programs: ["ogrinfo", "ogr2ogr"],
    modules: ["osgeo"],
    packages: ["gdal-bin", "python3-gdal"],
  },
  pictures: {
    programs: ["pdftotext", "pdffonts", "pdfdetach", "pngcheck", "identify", "xmllint"],
    packages: ["poppler-utils", "pngcheck", "imagemagick", "libxml2-utils"],
  },
  openssl: { programs: ["openssl"], packages: ["openssl"] },
} as const satisfies Record<string, Judge>;

/** What `npm run lab` needs beside those. */
export const HEAVY = {
  qgis: { modules: ["qgis"], packages: ["python3-qgis"] },
  owslib: { modules: ["owslib"], packages: ["python3-owslib"] },
  feedparser: { modules: ["feedparser"], packages: ["python3-feedparser"] },
  drawing: { programs: ["inkscape", "rsvg-convert"], packages: ["inkscape", "librsvg2-bin"] },
} as const satisfies Record<string, Judge>;

/** What makes the faults of `tests/faults`. */
export const FAULT_MAKERS = {
  strace: { programs: ["strace"], packages: ["strace"] },
  faketime: { programs: ["faketime"], packages: ["faketime"] },
} as const satisfies Record<string, Judge>;

export type JudgeName = keyof typeof LIGHT | keyof typeof HEAVY | keyof typeof FAULT_MAKERS;

/** Those of the judges that are there, installing what is missing where that is allowed. On CI none may be missing. */
export function provideJudges(wanted: Partial<Record<JudgeName, Judge>>): JudgeName[] {
  const missing = () => Object.entries(wanted).filter(([, judge]) => !isThere(judge));
  if (missing().length > 0 && canInstall())
    install(...missing().flatMap(([, { packages }]) => packages));
  for (const [name, { packages }] of missing())
    leaveOut(`the tests with ${name}.`, `Install ${packages.join(", ")}.`);
  const absent = missing().map(([name]) => name);
  return (Object.keys(wanted) as JudgeName[]).filter((name) => !absent.includes(name));
}

function isThere({ programs = [], modules = [] }: Judge): boolean {
  return (
    programs.every((program) => succeeds("which", program)) &&
    (modules.length === 0 ||
      (existsSync(PYTHON) && modules.every((name) => succeeds(PYTHON, "-c", `import ${name}`))))
  );
}

function succeeds(program: string, ...args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
