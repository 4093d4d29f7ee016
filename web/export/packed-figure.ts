// A document of a figure in an address: JSON, deflated (RFC 1951), in Base64 for addresses (RFC 4648, section 5).
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import type { FigureDocument } from "#web/view/address/figure-document.ts";

/** Bytes of a document; more is none that somebody made. */
const LONGEST = 64_000;

export function packFigure(figure: FigureDocument): string {
  const bytes = deflateSync(strToU8(JSON.stringify(figure)), { level: 9 });
  const text = btoa(strFromU8(bytes, true));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Undefined where it is no document. */
export function unpackFigure(packed: string): FigureDocument | undefined {
  try {
    const bytes = strToU8(atob(packed.replaceAll("-", "+").replaceAll("_", "/")), true);
    return figureIn(strFromU8(inflateSync(bytes, { out: new Uint8Array(LONGEST) })));
  } catch {
    return undefined;
  }
}

/** The document that is written so in JSON; undefined where none is. */
export function figureIn(json: string): FigureDocument | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const isFigure = typeof value === "object" && value !== null && "rocade" in value;
    return isFigure && value.rocade === "figure/1" ? (value as FigureDocument) : undefined;
  } catch {
    return undefined;
  }
}
