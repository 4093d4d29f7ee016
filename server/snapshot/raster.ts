import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { remembered } from "#model/remember.ts";
import { runFonts } from "#web/view/figure/scripts/run-fonts.ts";
import { withScriptRuns } from "#web/view/figure/scripts/script-runs.ts";
import { withNaturalWidths } from "#web/view/figure/type/text.ts";
import type { Proof } from "#web/view/proof/proof-record.ts";
import { fontBytes } from "./fonts/own-fonts.ts";
import { scriptFonts } from "./fonts/script-fonts.ts";
import type { Drawn } from "./picture-task.ts";
import { annotatePng } from "./png-chunks.ts";

// In WebAssembly a fault of the renderer ends this drawing; natively it would end the whole process.
const wasm = createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
const ready = new Map<"wasm", Promise<void>>();
const FAMILY = "Source Sans 3";

/** The renderer knows one typeface a line, and loses marks of some scripts: those come to it as shapes. */
async function prepared({ foreign = "", svg }: Drawn) {
  await remembered(ready, "wasm", async () => initWasm(readFileSync(wasm)));
  const fonts = foreign === "" ? [] : await scriptFonts(foreign);
  const pieces =
    fonts.length === 0
      ? svg
      : withScriptRuns(
          svg,
          runFonts(fonts, fontBytes(), ({ family }) => family),
          "shapes",
        );
  return new Resvg(withNaturalWidths(pieces), {
    font: {
      fontBuffers: Object.values(fontBytes()),
      defaultFontFamily: FAMILY,
      sansSerifFamily: FAMILY,
    },
  });
}

/** SVG as PNG, one pixel for each of its own. */
export async function toPng(drawn: Drawn, dpi: number | undefined, proof: Proof) {
  const resvg = await prepared(drawn);
  // After a fault nothing is freed: its memory is not to be touched again, and the thread ends.
  const rendered = resvg.render();
  const png = annotatePng(rendered.asPng(), dpi, proof);
  rendered.free();
  resvg.free();
  return png;
}

/** SVG with letters as shapes. */
export async function withOutlinedText(drawn: Drawn): Promise<string> {
  const resvg = await prepared(drawn);
  const outlined = resvg.toString();
  resvg.free();
  return outlined;
}
