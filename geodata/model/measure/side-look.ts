// How the sides of the separating line look: their hue and their shape, by the tokens that a dataset declares.

import type { DatasetMeta } from "../dataset/dataset.ts";
import type { SideColour, SideSymbol } from "../dataset/declared.ts";
import type { Side } from "./site.ts";

export type SideLook = { readonly colour: SideColour; readonly symbol: SideSymbol };

/** Where a dataset declares none. */
export const SIDE_LOOKS: Readonly<Record<Side, SideLook>> = {
  inside: { colour: "first", symbol: "disc" },
  edge: { colour: "middle", symbol: "barred" },
  beyond: { colour: "last", symbol: "lozenge" },
};

/** Of a site in a dataset without a line, or beyond the area in which there is one. */
export const OF_NO_SIDE: SideLook = SIDE_LOOKS.inside;

/** How a site on that side is drawn, everywhere; null: on none. */
export function sideLook(meta: Pick<DatasetMeta, "separation">, side: Side | null): SideLook {
  if (side === null) return OF_NO_SIDE;
  return meta.separation?.sides?.[side] ?? SIDE_LOOKS[side];
}
