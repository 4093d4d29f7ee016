import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { withNaturalWidths } from "#web/figure/text.ts";
import { FONT_FILES } from "./fonts.ts";
import { annotatePng, type PngNotes } from "./png-chunks.ts";

// In WebAssembly a fault of the renderer ends this drawing; natively it would end the whole process.
const wasm = createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
const ready = initWasm(readFileSync(wasm));
const font = {
  fontBuffers: Object.values(FONT_FILES).map((file) => readFileSync(file)),
  defaultFontFamily: "Source Sans 3",
  sansSerifFamily: "Source Sans 3",
};

/** SVG as PNG, one pixel for each of its own. */
export async function toPng(svg: string, dpi: number | undefined, notes: PngNotes) {
  await ready;
  const resvg = new Resvg(withNaturalWidths(svg), { font });
  // After a fault nothing is freed: its memory is not to be touched again, and the thread ends.
  const rendered = resvg.render();
  const png = annotatePng(rendered.asPng(), dpi, notes);
  rendered.free();
  resvg.free();
  return png;
}

/** SVG with letters as shapes. */
export async function withOutlinedText(svg: string): Promise<string> {
  await ready;
  const resvg = new Resvg(withNaturalWidths(svg), { font });
  const outlined = resvg.toString();
  resvg.free();
  return outlined;
}
