// Workbooks of Excel as small as they can be.
import { zipSync } from "fflate";

export type Cell = {
  readonly s?: string;
  readonly n?: number;
  readonly b?: boolean;
  /** A day as Excel counts them, in a cell whose format is a date. */
  readonly date?: number;
  readonly formula?: string;
};

const column = (at: number) => String.fromCharCode(65 + at);

function cellXml({ b, date, formula, n, s }: Cell, at: string): string {
  const f = formula === undefined ? "" : `<f>${formula}</f>`;
  if (s !== undefined) return `<c r="${at}" t="inlineStr"><is><t>${s}</t></is></c>`;
  if (b !== undefined) return `<c r="${at}" t="b"><v>${b ? 1 : 0}</v></c>`;
  if (date !== undefined) return `<c r="${at}" s="1"><v>${date}</v></c>`;
  return `<c r="${at}">${f}<v>${n}</v></c>`;
}

/** The bytes of a workbook with one sheet; `sheet` is its XML where it is not made of rows. */
export function workbook(rows: readonly (readonly Cell[])[], sheet?: string): Uint8Array {
  const data = rows
    .map((row, y) => {
      const cells = row.map((cell, x) => cellXml(cell, `${column(x)}${y + 1}`)).join("");
      return row.length === 0 ? "" : `<row r="${y + 1}">${cells}</row>`;
    })
    .join("");
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (inner: string) =>
    `<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Events" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      relation("rId1", "worksheet", "worksheets/sheet1.xml") +
        relation("rId2", "styles", "styles.xml"),
    ),
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml":
      sheet ?? `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`,
  };
  const encoder = new TextEncoder();
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name,
        encoder.encode(`<?xml version="1.0" encoding="UTF-8"?>${text}`),
      ]),
    ),
  );
}
