// Tables that are documents of XML: KML and GPX.
import { fromGpx } from "./gpx.ts";
import { tableOfFeatures } from "./json-source.ts";
import { fromKml } from "./kml.ts";
import { type SourceLimits, type SourceTable, WrongSource } from "./source-table.ts";
import { WrongXml } from "./xml-elements.ts";

/** The table of a document. Throws WrongSource where it is none. */
export function openXml(file: string, text: string, limits: SourceLimits): SourceTable {
  const [, root = ""] = /<(?:[a-z]+:)?([a-z]+)[\s>]/i.exec(text.replace(/<[?!][^>]*>/g, "")) ?? [];
  try {
    if (root === "kml") return tableOfFeatures(file, "kml", fromKml(text), limits);
    if (root === "gpx") return tableOfFeatures(file, "gpx", fromGpx(text), limits);
  } catch (error) {
    if (!(error instanceof WrongXml)) throw error;
    throw new WrongSource(file, error.got, ["kml-or-gpx"]);
  }
  if (root.toLowerCase() === "html")
    throw new WrongSource(file, ["web-page"], ["as-csv-or-workbook"]);
  throw new WrongSource(file, root === "" ? ["empty-xml"] : ["xml-of", root], ["kml-or-gpx"]);
}
