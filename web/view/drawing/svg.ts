// Writes SVG as text. Colours and widths are attributes, never a style sheet: they survive every program that reads
// SVG, and a page that allows no inline style.
import { oneLine } from "#model/words/plain-text.ts";
import type { Pixel } from "./projection.ts";

export type Attributes = Readonly<Record<string, string | number | undefined>>;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text for the content or an attribute: one line, and nothing in it that XML forbids. */
export function escapeXml(text: string): string {
  return oneLine(text).replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** Hundredths of a pixel: no eye and no printer sees more. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** An element; attributes that are undefined are left out, children are SVG already. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === "number" ? round(value) : escapeXml(`${value}`)}"`,
    )
    .join("");
  return children.length > 0
    ? `<${name}${written}>${children.join("")}</${name}>`
    : `<${name}${written}/>`;
}

/** Path data of a template whose numbers are coordinates in pixels: they are rounded as `round` does. */
export function pathData(
  commands: TemplateStringsArray,
  ...coordinates: readonly number[]
): string {
  return String.raw({ raw: commands }, ...coordinates.map(round));
}

/** Path data through the points. */
export function pathThrough(points: readonly Pixel[], isClosed = false): string {
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}${isClosed ? "Z" : ""}`;
}
