// How a file of which nothing is said is written, as far as its first line tells.
import { isCsvFile } from "../file-kind.ts";
import type { PackageFiles } from "../files/package-files.ts";

const SEPARATORS = [",", ";", "\t", "|"] as const;
const SAMPLE_BYTES = 64 * 1024;

/** The sign between its headings: of those that stand there the most frequent one, quoted headings aside. */
export async function separatorOf(files: PackageFiles, file: string): Promise<string> {
  if (!isCsvFile(file)) return ",";
  const line = (await firstLine(files, file)).replace(/"(?:[^"]|"")*"/g, "");
  const counts = SEPARATORS.map((sign) => line.split(sign).length - 1);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ",";
}

/** All of these signs are ASCII: encodings differ in what does not matter here, and UTF-16 by zeros. */
async function firstLine(files: PackageFiles, file: string): Promise<string> {
  let text = "";
  try {
    for await (const bytes of files.read(file)) {
      text += String.fromCharCode(...bytes.subarray(0, SAMPLE_BYTES).filter((byte) => byte !== 0));
      if (text.length >= SAMPLE_BYTES || /\S.*[\r\n]/.test(text)) break;
    }
  } catch {
    // Told where the file is read for its rows.
  }
  return text.trimStart().split(/[\r\n]/)[0] ?? "";
}
