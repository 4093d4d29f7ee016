// What is packed in a workbook of Excel (ECMA-376): its sheets by name, its texts, its formats.
import { unzipSync } from "fflate";
import { elementsNamed, textIn, type XmlElement } from "../xml-elements.ts";
import { dayStyles } from "./cell-formats.ts";

/** Why a file is no workbook that is read. */
export class WrongWorkbook extends Error {}

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
  let unpacked = 0;
  const names = new Set<string>();
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (/^xl\//.test(name) && name.endsWith(".xml")) unpacked += originalSize;
        names.add(name);
        return false;
      },
    });
  } catch {
    throw new WrongWorkbook("an archive that is broken");
  }
  if (!names.has("xl/workbook.xml")) throw new WrongWorkbook("an archive that is no workbook");
  if (unpacked > most)
    throw new WrongWorkbook(
      `${Math.ceil(unpacked / MEGABYTE)} MB of sheets, packed in ${Math.ceil(bytes.length / MEGABYTE)} MB`,
    );
  const read = (name: string): string | undefined => {
    if (!names.has(name)) return undefined;
    const found = unzipSync(bytes, { filter: (file) => file.name === name })[name];
    return found && new TextDecoder().decode(found);
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
