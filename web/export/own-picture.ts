// Pictures that the browser makes by itself. They hold the typefaces that they are drawn in, as those of the service do: those
// that the page has, and of other scripts only what the picture has a character of.
import { resolutionChunk, textChunk, withChunks } from "#formats/png-chunks.ts";
import { printable } from "#model/words/plain-text.ts";
import { drawFigure } from "#web/view/figure/figure.ts";
import type { FigureInput } from "#web/view/figure/figure-input.ts";
import { alternativeText } from "#web/view/figure/words/figure-caption.ts";
import { creditOf } from "#web/view/figure/words/figure-credit.ts";
import { PictureRefused } from "./fetch-picture.ts";
import { facesIn } from "./page-faces.ts";

/** The figure as an SVG with its typefaces; one that is printed has its millimetres. */
export async function ownSvg(input: FigureInput): Promise<Blob> {
  const { svg } = drawFigure(input);
  const css = await facesIn(svg);
  const whole = svg.replace(/^<svg[^>]*>/, (open) => `${open}<style>${css}</style>`);
  return new Blob([whole], { type: "image/svg+xml" });
}

/** The same in pixels, with its words; `dpi` of one that is printed. */
export async function ownPng(input: FigureInput, dpi: number | undefined): Promise<Blob> {
  const inPixels = { ...input, millimetres: undefined };
  const png = await painted(await ownSvg(inPixels), input);
  const notes = {
    Title: input.title,
    Description: alternativeText(input),
    Copyright: creditOf(input),
  };
  const bytes = withChunks(new Uint8Array(await png.arrayBuffer()), [
    ...(dpi === undefined ? [] : [resolutionChunk(dpi)]),
    ...Object.entries(notes).map(([keyword, text]) => textChunk(keyword, printable(text))),
  ]);
  return new Blob([bytes.slice().buffer], { type: "image/png" });
}

/** What the browser paints of the SVG. */
async function painted(svg: Blob, { height, width }: FigureInput): Promise<Blob> {
  const image = new Image(width, height);
  const address = URL.createObjectURL(svg);
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width, height });
    canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!png) throw new PictureRefused(`this browser paints no ${width} × ${height} pixels`);
    return png;
  } finally {
    URL.revokeObjectURL(address);
  }
}
