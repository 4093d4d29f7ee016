import { withProof } from "#web/view/proof/proof-xml.ts";
import { toPdf } from "./pdf/to-pdf.ts";
import type { SvgTask } from "./picture-task.ts";
import { toPng, withOutlinedText } from "./raster.ts";

/** Writes an SVG in another format, in the thread that calls it. */
export async function renderSvg(task: SvgTask): Promise<Uint8Array> {
  switch (task.kind) {
    case "png":
      return toPng(task, task.dpi, task.proof);
    case "outlines":
      return new TextEncoder().encode(withProof(await withOutlinedText(task), task.proof));
    case "pdf":
      return toPdf(task);
  }
}
