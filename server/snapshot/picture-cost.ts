import type { Dataset } from "#model/dataset/dataset.ts";
import type { PictureQuestion } from "#web/view/address/picture-address.ts";
import type { Cost, PictureFormat } from "./picture-task.ts";

/** Only pixels that are drawn count; each map is drawn whatever it becomes. */
export function costOf(
  format: PictureFormat,
  question: PictureQuestion,
  { phases }: Dataset,
): Cost {
  const { dates, size, state } = question;
  const isPair = dates === "compare" || state.compare !== undefined;
  const panels =
    dates === "phases" ? phases.length : Array.isArray(dates) ? dates.length : isPair ? 2 : 1;
  const isDrawn = format === "png" || format === "zip";
  return { panels, megapixels: isDrawn ? (size.width * size.height) / 1e6 : 0 };
}
