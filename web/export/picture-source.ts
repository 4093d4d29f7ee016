// Where the files of a picture come from: the service, or the browser itself.
import type { FigureInput } from "#web/view/figure/figure-input.ts";
import { fetchPicture, PictureRefused } from "./fetch-picture.ts";
import { ownPng, ownSvg } from "./own-picture.ts";

/** Files that somebody draws; WebP and JPEG are made of the PNG. */
export type DrawnFile = "svg" | "outlines" | "png" | "pdf" | "zip" | "kit";

export type PictureSource = {
  readonly files: readonly DrawnFile[];
  /** Throws `PictureRefused`, and what drawing throws. */
  readonly draw: (file: DrawnFile) => Promise<Blob>;
};

/** Drawn by the service, which tells what is wrong. */
export const servedPicture = (
  address: (format: Exclude<DrawnFile, "outlines">) => URL,
): PictureSource => ({
  files: ["png", "pdf", "svg", "outlines", "zip", "kit"],
  draw: (file) => {
    if (file !== "outlines") return fetchPicture(address(file));
    const url = address("svg");
    url.searchParams.set("text", "outlines");
    return fetchPicture(url);
  },
});

/** Drawn here, of data that no service has: nothing of it leaves the browser. */
export const ownPicture = (
  asked: () =>
    | { readonly input: FigureInput; readonly dpi: number | undefined }
    | { readonly why: string },
): PictureSource => ({
  files: ["png", "svg"],
  draw: async (file) => {
    const drawn = asked();
    if ("why" in drawn) throw new PictureRefused(drawn.why);
    return file === "png" ? ownPng(drawn.input, drawn.dpi) : ownSvg(drawn.input);
  },
});
