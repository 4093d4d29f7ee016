import { strToU8, type Zippable, zipSync } from "fflate";
import type { Dataset } from "#model/dataset/dataset.ts";
import { asLocalTime, dateOfVersion } from "../version-date.ts";

/** The files as a ZIP of the same bytes wherever it is made: each has the date of the version. */
export function datedZip(
  dataset: Pick<Dataset, "meta">,
  files: Readonly<Record<string, string | Uint8Array>>,
): Uint8Array {
  const mtime = asLocalTime(dateOfVersion(dataset));
  const entries: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, file]) => [
      name,
      [
        typeof file === "string" ? strToU8(file) : file,
        { mtime, level: name.endsWith(".png") ? 0 : 6 },
      ],
    ]),
  );
  return zipSync(entries);
}
