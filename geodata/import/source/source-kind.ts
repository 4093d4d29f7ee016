// What a file is, by its first bytes; its name tells only what these leave open.

export type SourceKind = "text" | "json" | "xlsx" | "xml";

/** Files that are no tables, by how they begin, each with what to do about it. */
const OTHERS: readonly (readonly [start: string, got: string, allowed: string])[] = [
  ["\xd0\xcf\x11\xe0", "a workbook of Excel 97 (.xls)", "the workbook saved as .xlsx or as CSV"],
  ["%PDF-", "a PDF", "the table that it was made from"],
  ["PAR1", "a Parquet file", "the table as CSV or GeoJSON"],
  ["SQLite format 3", "a database such as a GeoPackage", "its table as CSV or GeoJSON"],
  ["\x1f\x8b", "a file that is compressed (gzip)", "the file in it"],
  ["Rar!", "an archive", "the file in it"],
  ["7z\xbc", "an archive", "the file in it"],
  ["\x89PNG", "a picture", "a table"],
  ["\xff\xd8\xff", "a picture", "a table"],
  ["GIF8", "a picture", "a table"],
  ["fgb\x03", "a FlatGeobuf", "the table as CSV or GeoJSON"],
];

const ZIP = "PK\x03\x04";
const RECORD_SEPARATOR = "\x1e";
const MARKS = ["\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"];

/** What the file is; for what is no table, what it is instead and what would be right. */
export function kindOf(
  head: Uint8Array,
): SourceKind | { readonly got: string; readonly allowed: string } {
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
