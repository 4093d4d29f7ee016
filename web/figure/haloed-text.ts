// Words on the map, with a rim in the colour of the paper so that they can be read over lines.
import { type Attributes, element } from "./svg.ts";

export type Halo = { readonly colour: string; readonly width: number };

/**
 * A text with a rim around its letters. On a printed figure the rim is a text of its own under the words: programs
 * that draw and print do not know `paint-order`. On the screen it is one text, which costs half.
 */
export function haloedText(
  attributes: Attributes,
  halo: Halo | null,
  isInteractive: boolean,
  ...children: string[]
): string {
  if (halo === null) return element("text", attributes, ...children);
  const rim = { stroke: halo.colour, "stroke-width": halo.width, "stroke-linejoin": "round" };
  if (isInteractive)
    return element("text", { ...attributes, ...rim, "paint-order": "stroke" }, ...children);
  return (
    element(
      "text",
      { ...attributes, fill: halo.colour, ...rim, "aria-hidden": "true" },
      ...children,
    ) + element("text", attributes, ...children)
  );
}
