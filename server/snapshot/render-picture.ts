import { toPdf } from "./pdf.ts";
import type { PictureTask } from "./picture-task.ts";
import { toPng, withOutlinedText } from "./raster.ts";

/** Carries a task out in the thread that calls it. */
export async function renderPicture(task: PictureTask): Promise<Uint8Array> {
  switch (task.kind) {
    case "png":
      return toPng(task, task.dpi, task.notes);
    case "outlines":
      return new TextEncoder().encode(await withOutlinedText(task));
    case "pdf":
      return toPdf(task);
  }
}
