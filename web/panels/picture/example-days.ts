import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { printDay } from "#model/time/day.ts";

/** Days as somebody may type them: the first, the opening and the last one of the data. */
export function exampleDays({
  firstDay,
  lastDay,
  openingDay,
}: Pick<DatasetMeta, "firstDay" | "lastDay" | "openingDay">): string {
  return [...new Set([firstDay, openingDay, lastDay])].map(printDay).join(", ");
}
