import type { Dataset } from "#model/dataset/dataset.ts";
import type { PictureQuestion } from "#web/view/address/picture-address.ts";
import type { Cost, PictureFormat } from "./picture-task.ts";

/** A kit has more pictures than may wait, but there is one at a time: it has to find room beside others. */
const KIT_COST: Cost = { panels: 20, megapixels: 8, patience: 4 };

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
  if (format === "kit") return KIT_COST;
  const isDrawn = format === "png" || format === "zip";
  return { panels, megapixels: isDrawn ? (size.width * size.height) / 1e6 : 0 };
}
