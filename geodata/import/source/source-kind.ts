// What a file is, by its first bytes; its name tells only what these leave open.

import type { Phrase } from "../refusal/refusal.ts";

export type SourceKind = "text" | "json" | "xlsx" | "xml";

/** Files that are no tables, by how they begin, each with what to do about it. */
const OTHERS: readonly (readonly [start: string, got: Phrase, allowed: Phrase])[] = [
  ["\xd0\xcf\x11\xe0", ["old-workbook"], ["saved-workbook"]],
  ["%PDF-", ["pdf"], ["table-behind-it"]],
  ["PAR1", ["parquet"], ["as-csv-or-geojson"]],
  ["SQLite format 3", ["sqlite"], ["one-table-of-it"]],
  ["\x1f\x8b", ["gzip"], ["file-in-it"]],
  ["Rar!", ["other-archive"], ["file-in-it"]],
  ["7z\xbc", ["other-archive"], ["file-in-it"]],
  ["\x89PNG", ["picture"], ["table"]],
  ["\xff\xd8\xff", ["picture"], ["table"]],
  ["GIF8", ["picture"], ["table"]],
  ["fgb\x03", ["flatgeobuf"], ["as-csv-or-geojson"]],
];

const ZIP = "PK\x03\x04";
const RECORD_SEPARATOR = "\x1e";
const MARKS = ["\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"];

/** What the file is; for what is no table, what it is instead and what would be right. */
export function kindOf(
  head: Uint8Array,
): SourceKind | { readonly got: Phrase; readonly allowed: Phrase } {
  const start = String.fromCharCode(...head.subarray(0, 400));
  const other = OTHERS.find(([signature]) => start.startsWith(signature));
  if (other) return { got: other[1], allowed: other[2] };
  if (start.startsWith(ZIP)) return "xlsx";
  const mark = MARKS.find((one) => start.startsWith(one)) ?? "";
  const text = start.slice(mark.length).replaceAll("\0", "").trimStart();
  if (text.startsWith(RECORD_SEPARATOR) || /^\{|^\[\s*[[{\]\d]/.test(text)) return "json";
  if (/^<(?:\?xml|!--|!doctype|html\b|kml\b|gpx\b|[a-z]+:kml\b)/i.test(text)) return "xml";
  return "text";
}
