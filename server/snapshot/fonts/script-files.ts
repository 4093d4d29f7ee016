// The files of typefaces for other scripts: each package has several, and a table that says which characters each has.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { resolve } = createRequire(import.meta.url);

type ScriptFile = {
  readonly file: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
};

/** Scripts that the typeface of the page has itself. */
const OWN = /latin|vietnamese|cyrillic|greek|math|symbols/;

const known = new Map<string, readonly ScriptFile[]>();

/** The files of a package, `noto-sans-arabic`, without those of scripts that the page has itself. */
export function filesOf(name: string): readonly ScriptFile[] {
  const before = known.get(name);
  if (before) return before;
  const folder = `@fontsource-variable/${name}`;
  const table: Record<string, string> = JSON.parse(
    readFileSync(resolve(`${folder}/unicode.json`), "utf8"),
  );
  const files = Object.entries(table)
    .filter(([slice]) => !OWN.test(slice))
    .map(([slice, ranges]) => ({
      file: resolve(`${folder}/files/${name}-${slice.replace(/[[\]]/g, "")}-wght-normal.woff2`),
      ranges: ranges.split(",").map((range) => {
        const [from = "", to = from] = range.replace("U+", "").split("-");
        return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
      }),
    }));
  known.set(name, files);
  return files;
}
