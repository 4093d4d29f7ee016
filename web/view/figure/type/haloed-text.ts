// Words on the map, with a rim in the colour of the paper so that they can be read over lines.
import { type Attributes, element, escapeXml } from "#web/view/drawing/svg.ts";
import { fontOf, setLine, type Typeface } from "./text.ts";

export type Halo = { readonly colour: string; readonly width: number };

/** A line of words; `at` says where it is, where that is not said of all lines. */
export type HaloedLine = { readonly text: string; readonly at?: Attributes };

/**
 * Lines of text with a rim around their letters. On a printed figure each line is a text of its own, as wide as its
 * typeface makes it, and the rim is another text under the words: programs that draw and print do not know
 * `paint-order`. On the screen it is one text, which costs less.
 */
export function haloedText(
  lines: readonly HaloedLine[],
  typeface: Typeface,
  attributes: Attributes,
  halo: Halo | null,
  isInteractive: boolean,
): string {
  const rim = halo && {
    stroke: halo.colour,
    "stroke-width": halo.width,
    "stroke-linejoin": "round",
  };
  if (isInteractive)
    return element(
      "text",
      { ...fontOf(typeface), ...attributes, ...(rim && { ...rim, "paint-order": "stroke" }) },
      ...lines.map(({ at, text }) =>
        at ? element("tspan", at, escapeXml(text)) : escapeXml(text),
      ),
    );
  const set = (more: Attributes) =>
    lines.map(({ at, text }) => setLine(text, typeface, { ...attributes, ...at, ...more }));
  const rims = rim ? set({ fill: halo?.colour, ...rim, "aria-hidden": "true" }) : [];
  return [...rims, ...set({})].join("");
}
