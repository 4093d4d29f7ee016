// The typefaces of the page of a kit: those of the map, with the licence under which they may be handed on.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { resolve } = createRequire(import.meta.url);

const FACES = [
  ["source-sans-3", 400],
  ["source-sans-3", 600],
  ["source-serif-4", 600],
] as const;

/** As files. */
export const kitFonts = (): Readonly<Record<string, Uint8Array>> =>
  Object.fromEntries([
    ...FACES.map(([family, weight]) => [
      `${family}-${weight}.woff2`,
      readFileSync(resolve(`@fontsource/${family}/files/${family}-latin-${weight}-normal.woff2`)),
    ]),
    ...["source-sans-3", "source-serif-4"].map((family) => [
      `${family}-licence.txt`,
      readFileSync(resolve(`@fontsource/${family}/LICENSE`)),
    ]),
  ]);
