// Text in a font as its script asks for it, letters joined and marks in their places (HarfBuzz).
import * as harfbuzz from "harfbuzzjs";
import type { RunFont, RunFonts } from "./script-runs.ts";

export type ScriptFont = {
  readonly family: string;
  /** Another for each font, though families come in several files. */
  readonly name: string;
  readonly characters: string;
  readonly bytes: Uint8Array;
};

/** The files of the typeface of the page. */
export type OwnFonts = Readonly<Record<"regular" | "semibold" | "italic", Uint8Array>>;

/** A glyph of a line, from left to right, in units of the font, y upwards. */
export type ShapedGlyph = {
  readonly id: number;
  /** Where in the text (UTF-16) its characters begin. */
  readonly cluster: number;
  readonly xAdvance: number;
  readonly yAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
};

export type Shaper = {
  readonly unitsPerEm: number;
  readonly shape: (text: string) => ShapedGlyph[];
  /** The outline of a glyph as path data, y upwards. */
  readonly outline: (glyph: number) => string;
};

/** `bytes`: a TrueType font. */
export function shaperOf(bytes: Uint8Array): Shaper {
  const face = new harfbuzz.Face(new harfbuzz.Blob(bytes));
  const font = new harfbuzz.Font(face);
  return {
    unitsPerEm: face.upem,
    shape: (text) => {
      const buffer = new harfbuzz.Buffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      harfbuzz.shape(font, buffer);
      return buffer
        .getGlyphInfosAndPositions()
        .map(({ cluster, codepoint, xAdvance = 0, xOffset = 0, yAdvance = 0, yOffset = 0 }) => ({
          ...{ id: codepoint, cluster, xAdvance, yAdvance, xOffset, yOffset },
        }));
    },
    outline: (glyph) => font.glyphToPath(glyph),
  };
}

/** Fonts for runs in a figure; `nameOf`: under which name the program that draws knows a font. */
export function runFonts(
  fonts: readonly ScriptFont[],
  own: OwnFonts,
  nameOf: (font: ScriptFont) => string,
): RunFonts {
  const ofCharacter = new Map<string, RunFont>();
  for (const font of fonts) {
    const run = runFontOf(nameOf(font), font.bytes);
    for (const character of font.characters) ofCharacter.set(character, run);
  }
  const ownFont = (attributes: Readonly<Record<string, string>>) => {
    const isItalic = attributes["font-style"] === "italic";
    const isBold = attributes["font-weight"] === "600";
    const bytes = isItalic ? own.italic : isBold ? own.semibold : own.regular;
    const run = ofOwn.get(bytes) ?? runFontOf("", bytes);
    ofOwn.set(bytes, run);
    return run;
  };
  return { of: (character) => ofCharacter.get(character), own: ownFont };
}

const ofOwn = new WeakMap<Uint8Array, RunFont>();

function runFontOf(name: string, bytes: Uint8Array): RunFont {
  const { outline, shape, unitsPerEm } = shaperOf(bytes);
  return {
    name,
    measure: (text) => shape(text).reduce((sum, { xAdvance }) => sum + xAdvance, 0) / unitsPerEm,
    outline: (text, size, x, y) => {
      const scale = size / unitsPerEm;
      let pen = 0;
      return shape(text)
        .map(({ id, xAdvance, xOffset, yOffset }) => {
          const [left, up] = [pen + xOffset, yOffset];
          pen += xAdvance;
          return movedPath(outline(id), (value, isX) =>
            isX ? x + (left + value) * scale : y - (up + value) * scale,
          );
        })
        .join("");
    },
  };
}

/** Path data of absolute coordinates, each moved; in hundredths. */
function movedPath(d: string, move: (value: number, isX: boolean) => number): string {
  let isX = false;
  return d.replace(/-?\d+(?:\.\d+)?/g, (number) => {
    isX = !isX;
    return `${Math.round(move(Number(number), isX) * 100) / 100} `;
  });
}
