// Which columns of a table a mapping reads, and which of them stay as attributes all the same.
import type { Mapping } from "./mapping.ts";
import { columnsOfText } from "./row-text.ts";

/** Every heading that a mapping names, with where it does. */
export function namedColumns(
  mapping: Mapping,
): readonly (readonly [part: string, column: string])[] {
  const { category, date, fields, id, leaveOut, position, precision, source, sums } = mapping;
  const texts = (part: "title" | "summary") =>
    Object.values(mapping[part]).flatMap((text) =>
      columnsOfText(text).map((column) => [part, column] as const),
    );
  const some = (part: string, ...columns: readonly (string | null | undefined)[]) =>
    columns.flatMap((column) => (column == null ? [] : [[part, column] as const]));
  return [
    ...some("date", date.start, date.end, date.clock, date.exactness?.column),
    ...some("position", ...positionColumns(position)),
    ...some("precision", precision && "column" in precision ? precision.column : null),
    ...texts("title"),
    ...texts("summary"),
    ...some("category", category?.column),
    ...some("id", id?.column),
    ...some("source", source?.column, source?.url),
    ...some("fields", ...Object.values(fields)),
    ...some("sums", ...sums),
    ...some("leaveOut", ...leaveOut),
  ];
}

/** What a mapping names that the table does not have: the part of the mapping, and the heading. */
export const missingColumns = (mapping: Mapping, table: { readonly columns: readonly string[] }) =>
  namedColumns(mapping).filter(([, column]) => !table.columns.includes(column));

/** The headings of what says where a row lies. */
export function positionColumns(position: Mapping["position"]): readonly string[] {
  if (position.from === "geometry") return [];
  return position.from === "columns" ? [position.lat, position.lon] : [position.column];
}

/**
 * The headings that are kept as attributes, in their order: those whose whole content no part of the event holds. A
 * sentence of several cells, a word for how exact something is, or the name of a place holds less than its cells did.
 */
export function keptColumns(columns: readonly string[], mapping: Mapping): readonly string[] {
  const { category, date, fields, id, leaveOut, position, precision, source, sums } = mapping;
  const whole = [...Object.values(mapping.title), ...Object.values(mapping.summary)].flatMap(
    (text) => ("column" in text ? [text.column] : []),
  );
  const gone = new Set([
    ...whole,
    ...[date.start, date.end, date.clock],
    ...(position.from === "names" ? [] : positionColumns(position)),
    ...(precision && "unit" in precision ? [precision.column] : []),
    ...[category?.column, source?.column, source?.url],
    ...(id && !id.keep ? [id.column] : []),
    ...Object.values(fields),
  ]);
  const isKept = (column: string) => !gone.has(column) || sums.includes(column);
  return columns.filter((column) => isKept(column) && !leaveOut.includes(column));
}
