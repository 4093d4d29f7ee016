// From a file to the table in it, whatever it is: by what stands in it, and not by what it is called.
import { decodedText, WrongBytes } from "../files/decode-bytes.ts";
import { type PackageFiles, wholeFile } from "../files/package-files.ts";
import { openCsv } from "./csv-source.ts";
import { openJson } from "./json-source.ts";
import { kindOf } from "./source-kind.ts";
import {
  asWrongSource,
  ON_DISK,
  type SourceChoice,
  type SourceLimits,
  type SourceTable,
  WrongSource,
} from "./source-table.ts";
import { openXlsx } from "./xlsx-source.ts";
import { openXml } from "./xml-source.ts";

const HEAD_BYTES = 256 * 1024;

/** Opens the table of a file. Throws WrongSource where it is none, or too much of one. */
export async function openSource(
  files: PackageFiles,
  file: string,
  choice: SourceChoice = {},
  limits: SourceLimits = ON_DISK,
): Promise<SourceTable> {
  try {
    const { head, isWhole } = await headOf(files, file);
    const kind = kindOf(head);
    if (typeof kind !== "string") throw new WrongSource(file, kind.got, kind.allowed);
    const most = kind === "text" ? limits.streamed : limits.whole;
    const bytes = files.size?.(file);
    if (bytes !== undefined && bytes > most)
      throw new WrongSource(
        file,
        ["megabytes", inMegabytes(bytes)],
        ["at-most-megabytes", inMegabytes(most)],
      );
    if (kind === "text") return await openCsv({ files, file, choice, limits, head, isWhole });
    const whole = await wholeFile(files, file);
    if (kind === "xlsx") return openXlsx(file, whole, choice, limits);
    const text = await decodedText(whole, choice.encoding);
    return kind === "xml" ? openXml(file, text, limits) : openJson(file, text, limits);
  } catch (error) {
    if (error instanceof WrongBytes)
      throw new WrongSource(file, error.got, error.allowed, error.line);
    throw error instanceof WrongSource ? error : asWrongSource(error, file);
  }
}

const inMegabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);

async function headOf(files: PackageFiles, file: string) {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of files.read(file)) {
    parts.push(part);
    length += part.length;
    if (length > HEAD_BYTES) break;
  }
  const head = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    head.set(part, at);
    at += part.length;
  }
  return { head: head.subarray(0, HEAD_BYTES), isWhole: length <= HEAD_BYTES };
}
