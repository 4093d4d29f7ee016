// A question for items as a format can answer it.

import { failed } from "#model/problem.ts";
import { CRS84 } from "#model/space/crs.ts";
import { ITEM_FORMATS, type ItemFormat, ONLY_CRS84 } from "./item-formats.ts";
import { readItemsQuestion } from "./items-question.ts";

/**
 * Reads the question, and refuses what the format cannot do. Some formats know no CRS but longitude and latitude; and
 * a file of GeoJSON is read longitude first whatever it says, while an answer of the API has the order of the
 * authority, as the standard wants (OGC API – Features Part 2) and its head says.
 */
export function readQuestionFor(
  format: ItemFormat,
  isFile: boolean,
  ...asked: Parameters<typeof readItemsQuestion>
): ReturnType<typeof readItemsQuestion> {
  const read = readItemsQuestion(...asked);
  if (!read.ok) return read;
  const { crs, withByteOrderMark } = read.value;
  const { title } = ITEM_FORMATS[format];
  if (crs.uri !== CRS84.uri && ONLY_CRS84.includes(format))
    return failed({ name: "crs", got: crs.uri, allowed: `${CRS84.uri} in ${title}` });
  if (crs.isLatitudeFirst && isFile && format === "geojson")
    return failed({
      name: "crs",
      got: crs.uri,
      allowed: `${CRS84.uri}, which is the same with longitude first, in a file of ${title}`,
    });
  if (withByteOrderMark && format !== "csv")
    return failed({ name: "bom", got: "true", allowed: "true with CSV only" });
  return read;
}
