// The rows of a sheet that have something in them: what is empty takes no room, however much of it there is.
import { Parser } from "saxen";
import { brokenXml } from "../xml-elements.ts";
import { dayOfSerial } from "./cell-formats.ts";

export type SheetRow = { readonly line: number; readonly cells: readonly string[] };

type Workbook = {
  readonly texts: readonly string[];
  readonly dayStyles: ReadonlySet<number>;
  readonly calendar: 1900 | 1904;
};

/** Why a sheet is not read: too wide. */
export class TooWide extends Error {}

const NOTHING: Record<string, string> = {};

/** The number of the column of a reference such as AB12, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = 26 * column + code - 64;
  }
  return column - 1;
}

/** The rows of a sheet, of formulas what they came to. Throws TooWide where a filled cell is beyond the widest column. */
export function sheetRows(xml: string, book: Workbook, widest: number): SheetRow[] {
  const rows: SheetRow[] = [];
  let [line, column] = [0, -1];
  let cells: string[] = [];
  let cell: Record<string, string> = {};
  let [text, isHeard] = ["", false];
  const parser = new Parser();
  parser.on("error", (_, context) => {
    throw brokenXml(context().line);
  });
  parser.on("openTag", (tag, attributes, _decode, isEmpty) => {
    const name = tag.slice(tag.indexOf(":") + 1);
    if (name === "row") {
      line = Number(attributes().r ?? line + 1);
      [cells, column] = [[], -1];
    } else if (name === "c") {
      // Most cells of a sheet that was formatted whole have nothing in them, nor need a look at what they say besides.
      cell = isEmpty ? NOTHING : attributes();
      column = cell.r === undefined ? column + 1 : columnOf(cell.r);
      text = "";
    } else if (name === "v" || name === "t") isHeard = true;
    else if (name === "rPh") isHeard = false;
  });
  const hear = (part: string) => {
    if (isHeard) text += part;
  };
  parser.on("text", (part, decode) => hear(decode(part)));
  parser.on("cdata", hear);
  parser.on("closeTag", (tag) => {
    const name = tag.slice(tag.indexOf(":") + 1);
    if (name === "v" || name === "t") isHeard = false;
    else if (name === "c") {
      const value = cellText(cell, text, book).trim();
      if (value === "") return;
      if (column >= widest) throw new TooWide(cell.r ?? String(column + 1));
      while (cells.length < column) cells.push("");
      cells[column] = value;
    } else if (name === "row" && cells.length > 0) rows.push({ line, cells });
  });
  parser.parse(xml);
  return rows;
}

function cellText(
  { s: style = "0", t: type = "n" }: Readonly<Record<string, string>>,
  text: string,
  { calendar, dayStyles, texts }: Workbook,
): string {
  if (text === "") return "";
  if (type === "s") return texts[Number(text)] ?? "";
  if (type === "b") return text === "1" ? "true" : "false";
  // An error, such as #REF!, is no value.
  if (type === "e") return "";
  if (type !== "n") return text;
  const value = Number(text);
  if (dayStyles.has(Number(style)) && Number.isFinite(value)) return dayOfSerial(value, calendar);
  return Number.isFinite(value) ? String(value) : text;
}
