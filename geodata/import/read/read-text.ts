import { decodedText, WrongBytes } from "../files/decode-bytes.ts";
import { type PackageFiles, wholeFile } from "../files/package-files.ts";
import type { Findings } from "../findings.ts";
import { unreadable } from "../refusal/refusal.ts";

/** The text of a file, or undefined when it cannot be read, which is reported. */
export async function readText(
  files: PackageFiles,
  file: string,
  { problem }: Findings,
  encoding?: string,
): Promise<string | undefined> {
  try {
    return await decodedText(await wholeFile(files, file), encoding);
  } catch (error) {
    if (error instanceof WrongBytes) {
      // A line of JSON has no number in a report: there it is that of the feature.
      const { allowed, got } = error;
      problem({ file, line: null, name: "file", got, allowed });
      return undefined;
    }
    problem({ file, line: null, name: "file", ...unreadable(error) });
    return undefined;
  }
}
