import { createHash } from "node:crypto";
import type { PictureFormat } from "./picture-task.ts";

export const MEDIA_TYPES: Readonly<Record<PictureFormat, string>> = {
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
  pdf: "application/pdf",
  zip: "application/zip",
  kit: "application/zip",
};

/** An SVG may style itself with the typefaces that it carries, and nothing else. */
export function svgPolicy(svg: Uint8Array): string {
  const [, css = ""] = /<style>([^<]*)<\/style>/.exec(new TextDecoder().decode(svg)) ?? [];
  const digest = createHash("sha256").update(css).digest("base64");
  return `default-src 'none'; style-src 'sha256-${digest}'; font-src data:`;
}
