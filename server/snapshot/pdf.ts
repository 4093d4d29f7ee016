// The figure as PDF: vectors, live text, fonts embedded.
import PDFDocument from "pdfkit";
import svgToPdf from "svg-to-pdfkit";
import { printable } from "#model/plain-text.ts";
import { withNaturalWidths } from "#web/figure/text.ts";
import { FONT_FILES } from "./fonts.ts";
import type { PictureTask } from "./picture-task.ts";

const AUTHOR = "Rocade";

export function toPdf({
  createdAt,
  language,
  points: [width, height],
  subject,
  svg,
  title,
}: Extract<PictureTask, { kind: "pdf" }>): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: [width, height],
    margin: 0,
    lang: language,
    displayTitle: true,
    pdfVersion: "1.7",
    info: {
      Title: printable(title),
      Author: AUTHOR,
      Subject: printable(subject),
      Creator: AUTHOR,
      Producer: AUTHOR,
      CreationDate: new Date(createdAt),
    },
  });
  for (const [name, file] of Object.entries(FONT_FILES)) document.registerFont(name, file);
  const chunks: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
  svgToPdf(document, withNaturalWidths(svg), 0, 0, {
    width,
    height,
    assumePt: true,
    // The whole page, whatever the unit of the SVG.
    preserveAspectRatio: "none",
    fontCallback: (_family, isBold, isItalic) =>
      isItalic ? "italic" : isBold ? "semibold" : "regular",
    warningCallback: (warning: string) => {
      throw new Error(`the figure has something that PDF cannot have: ${warning}`);
    },
  });
  document.end();
  return done;
}
