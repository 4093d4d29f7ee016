// Why something that was brought is refused, in English: what it is, and what would be right. Each phrase has a name, by
// which other languages have their own; `Found …; expected ….` stands around them.
import { quote } from "#model/problem.ts";
import { systemWords } from "#model/words/system-words.ts";
import type { CellKind } from "./cell-kind.ts";
import { CHECKS_EN } from "./checks-en.ts";

const counted = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;
const all = (names: readonly string[]) => names.map(quote).join(", ");
const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ["character", "characters"],
  array: ["entry", "entries"],
};
/** A bound of what has a size: of a number the number itself. */
const sized = (bound: number, of: string) => {
  const unit = UNITS[of];
  return unit ? counted(bound, ...unit) : `${bound}`;
};
const inLine = (line: number | null) => (line === null ? "" : ` in line ${line}`);

export const REFUSAL_EN = {
  ...CHECKS_EN,

  // Whatever was brought.
  nothing: "nothing",
  english: (words: string) => words,
  quoted: (text: string) => quote(text),
  "one-of": (names: readonly string[]) => `one of ${all(names)}`,
  megabytes: (megabytes: number) => `${megabytes} MB`,
  "at-most-megabytes": (megabytes: number) => `at most ${megabytes} MB`,
  files: (count: number) => counted(count, "file"),
  "no-table": "no table",
  tables: (count: number) => counted(count, "table"),
  "one-table-or-package": (descriptor: string) => `one table, or a folder with ${descriptor}`,
  "packed-package": (files: number, megabytes: number) =>
    `a data package as a ZIP of at most ${files} files and ${megabytes} MB unpacked`,
  "table-or-packed-package": (files: number, megabytes: number) =>
    `one table, or a data package as a ZIP of at most ${files} files and ${megabytes} MB unpacked`,
  "unreadable-file": (code: string) => systemWords({ code }) ?? `an error of the system (${code})`,
  "failed-file": (error: string) => error,
  "gone-file": "a file that is there no more, or has changed since it was chosen",
  "readable-file": "a file that can be read",

  // What a file is instead of a table.
  "empty-file": "an empty file",
  "no-text": "a file that is no text",
  "text-without-table": "a text that is no table",
  "old-workbook": "a workbook of Excel 97 (.xls), or one with a password",
  pdf: "a PDF",
  parquet: "a Parquet file",
  sqlite: "a database such as a GeoPackage",
  gzip: "a file that is compressed (gzip)",
  "other-archive": "an archive",
  picture: "a picture",
  flatgeobuf: "a FlatGeobuf",
  "web-page": "a web page (HTML)",
  table: "a table",
  "table-of-any-kind": "a table as text, a workbook (.xlsx), GeoJSON, KML or GPX",
  "headings-and-rows": "a row of headings, and the rows below it",
  "saved-workbook": "the workbook saved as .xlsx without a password, or as CSV",
  "table-behind-it": "the table that it was made from",
  "as-csv-or-geojson": "the table as CSV or GeoJSON",
  "as-csv-or-workbook": "the table as CSV or a workbook (.xlsx)",
  "one-table-of-it": "its table as CSV or GeoJSON",
  "file-in-it": "the file in it",

  // Its columns and rows.
  columns: (count: number) => counted(count, "column"),
  "at-most-columns": (count: number) => `at most ${counted(count, "column")}`,
  cells: (count: number) => counted(count, "cell"),
  "cells-of-header": (count: number) => `${counted(count, "cell")}, as in the header`,
  "cells-of-header-quoted": (count: number, delimiter: string, quote: string) =>
    `${counted(count, "cell")}, as in the header; a cell that holds ${JSON.stringify(delimiter)} has to stand in ${quote}quotes${quote}`,
  "cells-between": (delimiter: string) =>
    `cells that are separated by ${JSON.stringify(delimiter)}`,
  "headings-between": (delimiter: string) =>
    `headings that are separated by ${JSON.stringify(delimiter)}`,
  "separated-by-commas": (delimiter: string) =>
    `CSV separated by commas, or "dialect": ${JSON.stringify({ delimiter })} beside the path of the file in datapackage.json`,
  "headings-alone": "headings, and no row below them",
  rows: "a row for each event",
  "row-again": (line: number) => `the date, title and position of row ${line}`,
  // The kind, what it names, and whether it has to be filled, are for languages that do not have the words of the fields.
  "such-cell": (words: string, _kind: CellKind, _names: readonly string[], _isRequired: boolean) =>
    words,
  "without-controls": "text without control characters; tabs and line breaks may stand",
  "without-controls-of-windows":
    "text without control characters (a text in Windows-1252 has to be saved as UTF-8)",
  "whole-characters": "both halves of a surrogate pair",
  "text-of-utf-8": "a text in UTF-8: this stands for bytes that are not",
  "text-as-written": "text that is read as it is written",
  "direction-that-ends": "a direction of writing that ends in the same text",
  "as-row": (line: number) => `as row ${line}`,
  "character-at": (code: string, at: number) => `U+${code} as character ${at}`,
  characters: (count: number) => counted(count, "character"),
  "unread-protection": (column: string) => `a column ${quote(column)} that nothing would heed`,
  "one-protection": (field: string) =>
    `one column for ${field}: the mapping has it under fields, and any other under leaveOut`,

  // Its letters.
  "other-bytes": (encoding: string) => `bytes that are no ${encoding}`,
  "wrong-byte": (byte: string, at: number, looksLike: string | null) =>
    `byte ${byte} (hexadecimal) as byte ${at} of the file${looksLike === null ? "" : ` (the file looks like ${looksLike})`}`,
  "text-in": (encoding: string) => `a text in ${encoding}`,
  "declared-utf-8": "UTF-8, as it is declared, or the encoding that the file has",
  "utf-8-or-declared": (encoding: string) =>
    `UTF-8, or its encoding declared in datapackage.json: "encoding": "${encoding}" beside the path of the file (where there is no datapackage.json: --encoding ${encoding})`,
  "open-quote": (quote: string) => `a quote (${quote}) that is never closed`,
  "stray-quote": (quote: string) => `a quote (${quote}) in a cell that does not begin with one`,
  "behind-quote": (text: string) => `${JSON.stringify(text)} behind the quote that ends a cell`,
  "quoted-csv": (quote: string) =>
    `CSV as in RFC 4180: a cell that holds ${quote} stands in ${quote}quotes${quote}, and has each of it twice`,

  // JSON and GeoJSON.
  "broken-json": (line: number | null) => `JSON with a mistake${inLine(line)}`,
  "cut-off-json": "JSON that breaks off before its end",
  json: "valid JSON",
  "deep-json": "lists within lists within lists, further than any table has them",
  "other-json": "JSON that is no GeoJSON",
  "json-of-type": (type: string) => `the type ${quote(type)}`,
  "geojson-or-list": "a GeoJSON FeatureCollection, or a list of objects",
  geojson: "a GeoJSON FeatureCollection",
  "no-feature": "no feature",
  "some-features": "a feature for each event",
  "line-without-feature": "a line that is no GeoJSON feature",
  "feature-in-each-line": "a Feature in each line",

  // Geometries.
  "geometry-type": (type: string) => type,
  "a-geometry": (type: string) => `a ${type}`,
  "point-or-points":
    "a Point or MultiPoint: where events and places are (lines and areas are shapes, in a table of their own)",
  "geometry-types":
    "a Point, LineString or Polygon, or several of one kind (of parts of different kinds one feature each)",
  "other-coordinates": "coordinates of another shape",
  "coordinates-of": (type: string) => `the coordinates of a ${type}`,
  "geometry-position": (json: string) => json,
  "longitude-latitude": "[longitude −180…180, latitude −90…90] in that order",
  positions: (count: number) => counted(count, "position"),
  "at-least": (count: number) => `at least ${count}`,
  "open-ring": "a ring that does not end where it starts",
  "closed-rings": "closed rings",
  "invalid-geometry": (fault: string, at: string | null) =>
    `${fault}${at === null ? "" : ` at ${at}`}`,
  "simple-rings":
    "rings that neither cross nor touch themselves, with holes inside that do not overlap",
  "simple-areas":
    "rings that neither cross nor touch themselves, with holes inside that do not overlap, and areas that do not overlap",
  "two-positions": "at least two positions that differ",

  // XML.
  "xml-of": (root: string) => `a document of XML that begins with ${root}`,
  "empty-xml": "a document of XML with nothing in it",
  "broken-xml": (line: number | null) => `XML that is broken${inLine(line)}`,
  "deep-xml": (depth: number) => `elements within elements, ${depth} deep`,
  "kml-or-gpx": "KML or GPX",

  // What a document of JSON may hold: a mapping, or the descriptor of a package.
  "a-text": "a text",
  "a-number": "a number",
  "a-whole-number": "a whole number",
  "true-or-false": "true or false",
  "an-object": "an object",
  "a-list": "a list",
  "a-null": "null",
  "a-kind": (kind: string) => `a value of the kind ${kind}`,
  "at-least-of": (least: number, of: string) => `at least ${sized(least, of)}`,
  "at-most-of": (most: number, of: string) => `at most ${sized(most, of)}`,
  "one-value-of": (values: readonly string[]) => values.join(" or "),
  "a-time-with-offset": "a time with its offset, such as 2026-01-31T12:00:00Z",
  "a-format": (format: string) => `a text in the form ${format}`,
  "no-property": (names: readonly string[]) =>
    `no property ${names.map((name) => JSON.stringify(name)).join(", ")}`,
  "multiple-of": (divisor: number) => `a multiple of ${divisor}`,
  "another-value": "another value",
  "kept-mapping": "a mapping that was kept",
  "no-json": "no JSON",
  "a-language": "a language as BCP 47 names it, such as en, fr, ar",
  "a-time-zone": "a time zone of the IANA database",
  "an-encoding": "an encoding such as utf-8, windows-1252",
  "an-id": "lower-case letters, digits, - . _",
  "a-row-digest": "the digest of a row, as the workbench writes it",

  "json-text": (json: string) => json,
  "texts-of-languages": "a text, or one for each language",
  "defined-property": "no property of this name: the definition of this block does not have it",
  "file-inside": "a path inside the package",
  "web-address": "a whole http or https address",
  "licence-named": "a name, or path: the address of the licence",
  "version-label": "up to 60 unaccented letters, digits and . _ + -, the first a letter or a digit",
  "one-character": "one character",
  "an-encoding-of-file": "an encoding such as utf-8, utf-16le, windows-1252, iso-8859-1",
  "columns-by-name": "true: the columns are known by their names",
  "now-separation-labels":
    "no property of this name any more: what they called stands with its label in separation (reference.label, further[0].label, line.label)",
  "now-separation-reference":
    'separation.reference in its place: { "place": "its id", "label": "what a sentence calls it" }',
  "now-separation-further":
    'separation.further in its place: [{ "place": "its id", "label": "what a sentence calls it" }]; without such a place nothing',
  "now-separation-line":
    'separation.line in its place: { "outlines": ["their ids"], "label": "what a sentence calls it" }; without a line nothing',
  "value-or-rows": "a value here, or rows from which it follows",

  // The tables of a package, and their columns.
  "unknown-table": (name: string) => `a resource called ${name}`,
  "one-of-tables": (names: readonly string[]) => `one of ${names.join(", ")}`,
  "table-twice": (name: string) => `${name} twice`,
  "each-table-once": "each resource once",
  "nothing-to-show": "nothing that can be shown",
  "table-to-show": (names: readonly string[]) => `a resource ${names.join(" or ")}`,
  "no-such-column": "no column of this name",
  "such-column": (name: string, means: string) => `a column ${name}: ${means}`,
  "unknown-column": "a column that is not known",
  "known-columns": (names: readonly string[]) => `the columns ${names.join(", ")}`,
  "id-again": (id: string, line: number) => `${quote(id)}, which row ${line} has already`,
  "own-id": "an id of its own for each row",
  "id-of": (tables: readonly string[]) => `an id of ${tables.join(" or ")}`,

  // Archives and workbooks.
  "damaged-zip": "a ZIP that is damaged or cut off",
  "lying-zip": (name: string) => `a ZIP in which ${quote(name)} has another size than it says`,
  "altered-in-zip": (name: string) =>
    `a ZIP in which ${quote(name)} is damaged: its checksum is another than it says`,
  "zip-not-deflated": "a ZIP that is compressed by another method than deflate",
  "locked-zip": "a ZIP with a password",
  "other-zip": "an archive that is no workbook",
  opendocument: "a document of LibreOffice (.ods and the like)",
  "unpacked-sheets": (megabytes: number, packed: number) =>
    `${megabytes} MB of sheets, packed in ${packed} MB`,
  "workbook-or-csv": "a workbook of Excel (.xlsx), or the table in it as CSV",
  "empty-workbook": "a workbook without a row",
  "sheet-with-rows": "a sheet with headings and rows",
  "no-sheet": (name: string) => `no sheet called ${quote(name)}`,
  "far-cell": (reference: string) => `a cell at ${reference}`,
};
