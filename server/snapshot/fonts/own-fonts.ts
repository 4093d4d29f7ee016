// The typeface of the figure as files: what draws letters into pictures cannot ask a browser for them.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { resolve } = createRequire(import.meta.url);
const TTF = "@expo-google-fonts/source-sans-3";
const WOFF2 = "@fontsource/source-sans-3/files/source-sans-3-latin";

export const FONT_FILES = {
  regular: resolve(`${TTF}/400Regular/SourceSans3_400Regular.ttf`),
  semibold: resolve(`${TTF}/600SemiBold/SourceSans3_600SemiBold.ttf`),
  italic: resolve(`${TTF}/400Regular_Italic/SourceSans3_400Regular_Italic.ttf`),
} as const;

let bytes: Readonly<Record<keyof typeof FONT_FILES, Uint8Array>> | undefined;

/** The same, read once. */
export function fontBytes() {
  bytes ??= {
    regular: readFileSync(FONT_FILES.regular),
    semibold: readFileSync(FONT_FILES.semibold),
    italic: readFileSync(FONT_FILES.italic),
  };
  return bytes;
}

const WEB_FONTS = [
  { file: `${WOFF2}-400-normal.woff2`, weight: 400, style: "normal" },
  { file: `${WOFF2}-600-normal.woff2`, weight: 600, style: "normal" },
  { file: `${WOFF2}-400-italic.woff2`, weight: 400, style: "italic" },
] as const;

let css: string | undefined;

/** A style sheet that carries the typeface itself, so that an SVG looks the same wherever it is opened. */
export function fontFaceCss(): string {
  css ??= WEB_FONTS.map(({ file, style, weight }) => {
    const data = readFileSync(resolve(file)).toString("base64");
    return `@font-face{font-family:"Source Sans 3";font-style:${style};font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
  }).join("");
  return css;
}
