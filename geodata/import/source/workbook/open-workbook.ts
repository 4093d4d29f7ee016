// What is packed in a workbook of Excel (ECMA-376): its sheets by name, its texts, its formats.
import { zipEntries } from "../../files/unzip.ts";
import { NotTaken } from "../../refusal/refusal.ts";
import { elementsNamed, textIn, type XmlElement } from "../xml-elements.ts";
import { dayStyles } from "./cell-formats.ts";

/** Why a file is no workbook that is read. */
export class WrongWorkbook extends NotTaken {}

export type OpenWorkbook = {
  /** The names of its sheets, in their order. */
  readonly sheets: readonly string[];
  /** The XML of a sheet. */
  readonly sheet: (name: string) => string;
  readonly texts: readonly string[];
  readonly dayStyles: ReadonlySet<number>;
  readonly calendar: 1900 | 1904;
};

const MEGABYTE = 1024 * 1024;

/** Opens a workbook. What it packs is counted before any of it is unpacked. */
export function openWorkbook(bytes: Uint8Array, most: number): OpenWorkbook {
  // Nothing else of it is read.
  const parts = zipEntries(bytes).filter(({ name }) => /\.(?:xml|rels)$/.test(name));
  const entries = new Map(parts.map((entry) => [entry.name, entry]));
  if (!entries.has("xl/workbook.xml"))
    throw new WrongWorkbook([entries.has("content.xml") ? "opendocument" : "other-zip"]);
  const unpacked = parts.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > most) {
    const [sheets = 0, packed = 0] = [unpacked, bytes.length].map((one) =>
      Math.ceil(one / MEGABYTE),
    );
    throw new WrongWorkbook(["unpacked-sheets", sheets, packed]);
  }
  const read = (name: string): string | undefined => {
    const entry = entries.get(name);
    return entry && new TextDecoder().decode(entry.unpacked());
  };
  const book = read("xl/workbook.xml") ?? "";
  const targets = new Map(
    elementsIn(read("xl/_rels/workbook.xml.rels"), "Relationship").map(({ attributes }) => [
      attributes.Id,
      attributes.Target ?? "",
    ]),
  );
  const sheets = new Map(
    elementsIn(book, "sheet").map(({ attributes }) => [
      attributes.name ?? "",
      inArchive(targets.get(attributes.id ?? "") ?? ""),
    ]),
  );
  const [properties] = elementsIn(book, "workbookPr");
  return {
    sheets: [...sheets.keys()],
    sheet: (name) => read(sheets.get(name) ?? "") ?? "<worksheet/>",
    texts: elementsIn(read("xl/sharedStrings.xml"), "si").map(plainText),
    dayStyles: dayStyles(read("xl/styles.xml")),
    calendar: /^(?:1|true)$/.test(properties?.attributes.date1904 ?? "") ? 1904 : 1900,
  };
}

const elementsIn = (xml: string | undefined, name: string): readonly XmlElement[] =>
  xml === undefined ? [] : elementsNamed(xml, new Set([name])).map(([element]) => element);

/** The path of a sheet, which is told from the folder of the workbook or from the root. */
const inArchive = (target: string) =>
  target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;

/** A text in one piece, or in pieces that are formatted each by itself. */
const plainText = (item: XmlElement): string =>
  item.children
    .map((part) => (part.name === "t" ? part.text : part.name === "r" ? textIn(part, "t") : ""))
    .join("");
