// What the drawing threads are asked: plain data, so that it can be sent to them.
import type { PngNotes } from "./png-chunks.ts";

/** A figure, and the characters for which it needs other typefaces. */
export type Drawn = { readonly svg: string; readonly foreign?: string };

export type PictureTask =
  | (Drawn & {
      readonly kind: "png";
      readonly dpi: number | undefined;
      readonly notes: PngNotes;
    })
  /** The same SVG with letters as shapes. */
  | (Drawn & { readonly kind: "outlines" })
  | (Drawn & {
      readonly kind: "pdf";
      /** Page size in points. */
      readonly points: readonly [width: number, height: number];
      readonly title: string;
      readonly subject: string;
      readonly language: string;
      /** ISO 8601: the same for the same version, so that the bytes are. */
      readonly createdAt: string;
    });

/** Draws pictures; throws `PicturesBusy` when there are too many to draw, or one takes too long. */
export type DrawPicture = (task: PictureTask) => Promise<Uint8Array>;

export class PicturesBusy extends Error {
  constructor(reason: "queue-full" | "took-too-long") {
    super(reason === "queue-full" ? "too many pictures are waiting" : "the picture took too long");
    this.name = "PicturesBusy";
  }
}
