import { sideLook } from "#model/measure/side-look.ts";
import type { Side } from "#model/measure/site.ts";
import { BAR_HALF, lozengeAround } from "#web/view/figure/map/site-glyph.ts";
import { useApp } from "./app-context.ts";

type Props = { readonly side: Side | null };

/** The mark of a side among words, as the map draws it; the words say the side too. */
export function SideMark({ side }: Props) {
  return (
    <svg class="side-mark" viewBox="-9 -9 18 18" aria-hidden="true">
      <SideShape side={side} />
    </svg>
  );
}

/** The same around the origin of a drawing. */
export function SideShape({ side }: Props) {
  const { colour, symbol } = sideLook(useApp().dataset.meta, side);
  return (
    <g class={`side-shape side-${colour}`} data-symbol={symbol}>
      {symbol === "lozenge" ? <path d={lozengeAround([0, 0], 5)} /> : <circle r="5" />}
      {symbol === "barred" && <path class="side-bar" d={`M${-BAR_HALF} 0h${2 * BAR_HALF}`} />}
    </g>
  );
}
