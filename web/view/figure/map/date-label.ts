// The date on the map itself, of a picture that has no room for it above.
import type { Palette } from "#web/view/drawing/palette.ts";
import type { Pixel } from "#web/view/drawing/projection.ts";
import { element } from "#web/view/drawing/svg.ts";
import type { Box } from "#web/view/figure/placement/occupancy.ts";
import { setLine } from "#web/view/figure/type/text.ts";
import { textWidth } from "#web/view/figure/type/text-width.ts";

const [SIZE, FACE] = [18, "semibold"] as const;
const [SIDE, UPPER, LOWER] = [14, 6, 8] as const;

/** How large the label is, with the paper around its words. */
export function dateLabelSize(date: string): { readonly width: number; readonly height: number } {
  return { width: textWidth(date, SIZE, FACE) + 2 * SIDE, height: SIZE + UPPER + LOWER };
}

/** The words on paper, their box's upper left corner at a place. */
export function dateLabelSvg(date: string, [x, y]: Pixel, palette: Palette): string {
  const { height, width } = dateLabelSize(date);
  return element(
    "g",
    { id: "date" },
    element("rect", { x, y, width, height, fill: palette.halo }),
    setLine(
      date,
      { size: SIZE, face: FACE },
      { x: x + SIDE, y: y + UPPER + SIZE * 0.86, fill: palette.ink },
    ),
  );
}

export function dateLabelBox(date: string, [left, top]: Pixel): Box {
  const { height, width } = dateLabelSize(date);
  return { left, top, right: left + width, bottom: top + height };
}
