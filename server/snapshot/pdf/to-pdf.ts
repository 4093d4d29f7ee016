// The figure as PDF: vectors, live text, fonts embedded.
import PDFDocument from "pdfkit";
import svgToPdf from "svg-to-pdfkit";
import { printable } from "#model/words/plain-text.ts";
import { runFonts, type Shaper, shaperOf } from "#web/view/figure/scripts/run-fonts.ts";
import { withScriptRuns } from "#web/view/figure/scripts/script-runs.ts";
import { withNaturalWidths } from "#web/view/figure/type/text.ts";
import { PROOF_FILE } from "#web/view/proof/proof-file.ts";
import type { Proof } from "#web/view/proof/proof-record.ts";
import { proofDescription } from "#web/view/proof/proof-xml.ts";
import { FONT_FILES, fontBytes } from "../fonts/own-fonts.ts";
import { scriptFonts } from "../fonts/script-fonts.ts";
import type { SvgTask } from "../picture-task.ts";
import { withClippedViews } from "./clipped-views.ts";

const AUTHOR = "Rocade";

export async function toPdf({
  createdAt,
  foreign = "",
  points: [width, height],
  proof,
  svg,
}: Extract<SvgTask, { kind: "pdf" }>): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: [width, height],
    margin: 0,
    lang: proof.language,
    displayTitle: true,
    pdfVersion: "1.7",
    info: {
      Title: printable(proof.title),
      Author: AUTHOR,
      Subject: printable(proof.alt),
      Creator: AUTHOR,
      Producer: AUTHOR,
      CreationDate: new Date(createdAt),
    },
  });
  attachProof(document, proof, new Date(createdAt));
  for (const [name, file] of Object.entries(FONT_FILES)) document.registerFont(name, file);
  const fonts = await scriptFonts(foreign);
  const texts: Texts = new Map();
  if (fonts.length > 0) tellTexts(document as unknown as Content, texts);
  for (const { bytes, name } of fonts) {
    document.registerFont(name, Buffer.from(bytes)).font(name);
    shapeByScript((document as unknown as { _font: EmbeddedFont })._font, shaperOf(bytes), texts);
  }
  const pieces =
    fonts.length === 0
      ? svg
      : withScriptRuns(
          svg,
          runFonts(fonts, fontBytes(), ({ name }) => name),
          "text",
        );
  const chunks: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
  svgToPdf(document, withClippedViews(withNaturalWidths(pieces)), 0, 0, {
    width,
    height,
    assumePt: true,
    // The whole page, whatever the unit of the SVG.
    preserveAspectRatio: "none",
    fontCallback: (family, isBold, isItalic) =>
      fonts.find(({ name }) => name === family)?.name ??
      (isItalic ? "italic" : isBold ? "semibold" : "regular"),
    warningCallback: (warning: string) => {
      throw new Error(`the figure has something that PDF cannot have: ${warning}`);
    },
  });
  document.end();
  return done;
}

/**
 * The proof as a file that the document has with it, and in its XMP what catalogues read of it: written here, since PDFKit
 * would leave `<` and `&` of a title as they are.
 */
function attachProof(document: typeof PDFDocument.prototype, proof: Proof, made: Date): void {
  document.file(Buffer.from(`${JSON.stringify(proof)}\n`), {
    name: PROOF_FILE,
    type: "application/json",
    creationDate: made,
    modifiedDate: made,
    description: "What this picture shows, of which data, and how to check it",
    relationship: "Source",
  });
  const own = document as unknown as { _addInfo: () => void; appendXML: (xml: string) => void };
  own._addInfo = () =>
    own.appendXML(
      `${proofDescription(proof, false)}<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><xmp:CreateDate>${made.toISOString()}</xmp:CreateDate><xmp:CreatorTool>${AUTHOR}</xmp:CreatorTool><pdf:Producer>${AUTHOR}</pdf:Producer></rdf:Description>`,
    );
}

type Position = Readonly<
  Record<"xAdvance" | "yAdvance" | "xOffset" | "yOffset" | "advanceWidth", number>
>;

/** Of PDFKit's font what is changed here. */
type EmbeddedFont = {
  readonly id: string;
  readonly font: {
    getGlyph: (id: number, codePoints: number[]) => object;
    layout: (text: string) => object;
  };
  encode: (text: string, features?: unknown) => [hex: string[], positions: Position[]];
};

type Content = { addContent: (operators: string) => unknown };
/** What is written with glyphs of a font, by its id and theirs. */
type Texts = Map<string, string>;

const GLYPH = /^<(\w+)> Tj$/;

/**
 * Says of each piece of text around its glyphs what it is, in the order in which it is read: they alone do not tell, for
 * letters share those of their bodies (ISO 32000-1, 14.9.4).
 */
function tellTexts(document: Content, texts: Texts): void {
  const add = document.addContent.bind(document);
  let piece: string[] | undefined;
  document.addContent = (operators) => {
    if (operators === "BT") piece = [];
    if (!piece) return add(operators);
    piece.push(operators);
    if (operators !== "ET") return document;
    const font = piece
      .find((one) => one.endsWith(" Tf"))
      ?.slice(1)
      .split(" ")[0];
    const glyphs = piece.flatMap((one) => GLYPH.exec(one)?.[1] ?? []);
    const text = texts.get([font, ...glyphs].join(" "));
    const told = text && Buffer.from(`\ufeff${text}`, "utf16le").swap16().toString("hex");
    if (told) add(`/Span <</ActualText <${told}>>> BDC`);
    for (const one of piece) add(one);
    if (told) add("EMC");
    piece = undefined;
    return document;
  };
}

/** Sets text as its script asks for it, where PDFKit's own layout knows some scripts and loses marks of others. */
function shapeByScript(embedded: EmbeddedFont, shaper: Shaper, texts: Texts): void {
  const { font } = embedded;
  font.layout = (text) => {
    const shaped = shaper.shape(text);
    // Each has a character, for the converter counts them to know where a text begins; the text itself is told apart.
    const glyphs = shaped.map(({ cluster, id }) =>
      font.getGlyph(id, [text.codePointAt(cluster) ?? 0]),
    );
    const positions = shaped.map(({ xAdvance, xOffset, yAdvance, yOffset }) => ({
      ...{ xAdvance, xOffset, yAdvance, yOffset },
    }));
    return { glyphs, positions, advanceWidth: shaped.reduce((sum, one) => sum + one.xAdvance, 0) };
  };
  const encode = embedded.encode.bind(embedded);
  embedded.encode = (text, features) => {
    const [hex, positions] = encode(text, features);
    texts.set([embedded.id, ...hex].join(" "), text);
    // The converter leaves out what has no width, and counts downwards.
    const seen = positions.map((one) => ({
      ...one,
      advanceWidth: one.advanceWidth || 1,
      yOffset: -one.yOffset,
    }));
    return [hex, seen];
  };
}
