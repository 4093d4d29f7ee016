// What a figure says and where its words stand, read from its SVG.
import { type Face, textWidth } from "#web/view/figure/type/text-width.ts";

export type Line = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
};

/** The words of an SVG in the order in which they are written; rims of letters are no words. */
export function wordsOf(svg: string): string {
  return svg
    .replace(/<(style|metadata)\b[\s\S]*?<\/\1>/g, "")
    .replace(/<text[^>]*aria-hidden[^>]*>[\s\S]*?<\/text>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
}

/** The group or nested drawing with an id, whole. */
export function partWithId(svg: string, id: string): string {
  const open = new RegExp(`<(g|svg)[^>]* id="${id}"[^>]*>|<(g|svg) id="${id}"[^>]*>`).exec(svg);
  if (!open) return "";
  const name = open[1] ?? open[2] ?? "g";
  const pattern = new RegExp(`<${name}\\b[^>]*?(/?)>|</${name}>`, "g");
  pattern.lastIndex = open.index;
  let depth = 0;
  for (let found = pattern.exec(svg); found; found = pattern.exec(svg)) {
    if (found[0].startsWith("</")) depth -= 1;
    else if (found[1] !== "/") depth += 1;
    if (depth === 0) return svg.slice(open.index, pattern.lastIndex);
  }
  return "";
}

/** How large the map with an id is, in its own units: what is drawn outside of it is cut off. */
export function frameOf(svg: string, id: string): { width: number; height: number } {
  const [, width, height] =
    new RegExp(`<clipPath id="${id}-frame"><rect width="([\\d.]+)" height="([\\d.]+)"`).exec(svg) ??
    [];
  return { width: Number(width), height: Number(height) };
}

const attribute = (tag: string, name: string) =>
  new RegExp(`[ ]${name}="([^"]*)"`).exec(tag)?.[1] ?? "";

const plainText = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** Every line of upright text with its box, as wide as our typeface sets it. */
export function linesOf(svg: string): Line[] {
  const texts = svg.matchAll(/(<text[^>]*>)([\s\S]*?)<\/text>/g);
  return [...texts].flatMap(([, tag = "", inside = ""]) => {
    if (tag.includes("aria-hidden") || tag.includes("transform=")) return [];
    const size = Number(attribute(tag, "font-size"));
    const face: Face =
      attribute(tag, "font-weight") === "600"
        ? "semibold"
        : attribute(tag, "font-style") === "italic"
          ? "italic"
          : "regular";
    const spans = inside.includes("<tspan")
      ? [...inside.matchAll(/(<tspan[^>]*>)([^<]*)</g)].map(([, span = "", text = ""]) => ({
          at: span,
          text,
        }))
      : [{ at: tag, text: inside }];
    return spans.map(({ at, text }) => {
      const words = plainText(text);
      const width = textWidth(words, size, face);
      const x = Number(attribute(at, "x"));
      const y = Number(attribute(at, "y"));
      const anchor = attribute(tag, "text-anchor");
      const left = anchor === "middle" ? x - width / 2 : anchor === "end" ? x - width : x;
      return {
        text: words,
        left,
        right: left + width,
        top: y - size * 0.75,
        bottom: y + size * 0.2,
        size,
      };
    });
  });
}

/** How many elements of each kind each named group has: the shape of a figure without its numbers. */
export function structureOf(svg: string): string {
  const lines: string[] = [];
  const open: string[] = [];
  const counts = new Map<string, number>();
  const plain = svg.replace(/<(style|metadata)\b[\s\S]*?<\/\1>/g, "");
  for (const [, closing, name = "", attributes = "", empty] of plain.matchAll(
    /<(\/?)([a-z]+)([^<>]*?)(\/?)>/gi,
  )) {
    if (closing) {
      open.pop();
      continue;
    }
    const id = / id="([^"]*)"/.exec(attributes)?.[1];
    const path = [...open, ...(id ? [id] : [])].filter(Boolean).join("/");
    const key = `${path} ${name}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (!empty) open.push(id ?? "");
  }
  for (const [key, count] of counts) lines.push(`${key} × ${count}`);
  return `${lines.join("\n")}\n\n${wordsOf(svg).trim()}\n`;
}
