// A scale bar with a round length, true at the latitude of the middle of the map.
import type { Language } from "#model/words/language.ts";
import { formatNumber } from "#web/i18n/format.ts";
import type { Palette } from "#web/view/drawing/palette.ts";
import type { Pixel, Projection } from "#web/view/drawing/projection.ts";
import { element, pathData } from "#web/view/drawing/svg.ts";
import { haloedText } from "#web/view/figure/type/haloed-text.ts";

const LONGEST_PX = 150;
const LONGEST_SHARE = 0.4;
const STEPS = [1, 2, 5];

export type ScaleBar = { readonly metres: number; readonly pixels: number };

/** The longest of 1, 2 or 5 times a power of ten metres that is no longer than 150 pixels or two fifths of the map. */
export function scaleBarOf({ metresToPixels, view }: Projection): ScaleBar {
  const pixelsOf = (metres: number) => metresToPixels(metres, view.centre[1] ?? 0);
  const longest = Math.min(LONGEST_PX, view.width * LONGEST_SHARE);
  const power = 10 ** Math.floor(Math.log10(longest / pixelsOf(1)));
  const metres = Math.max(
    ...STEPS.map((step) => step * power).filter((one) => pixelsOf(one) <= longest),
  );
  return { metres, pixels: pixelsOf(metres) };
}

/** The room that the bar takes, with its left end at a place. */
export function scaleBarBox(projection: Projection, [x, y]: Pixel) {
  return { left: x - 6, top: y - 26, right: x + scaleBarOf(projection).pixels + 6, bottom: y + 6 };
}

/** `at`: the left end of the bar. */
export function scaleBarSvg(
  projection: Projection,
  [x, y]: Pixel,
  language: Language,
  palette: Palette,
  suffix = "",
): string {
  const { metres, pixels } = scaleBarOf(projection);
  const isLong = metres >= 1000;
  const label = `${formatNumber(isLong ? metres / 1000 : metres, language)} ${isLong ? "km" : "m"}`;
  const d = pathData`M${x} ${y - 6}V${y}H${x + pixels}V${y - 6}`;
  return element(
    "g",
    { id: `scale-bar${suffix}` },
    element("path", { d, fill: "none", stroke: palette.halo, "stroke-width": 4.5 }),
    element("path", { d, fill: "none", stroke: palette.ink, "stroke-width": 1.8 }),
    haloedText(
      [{ text: label }],
      { size: 14, face: "regular" },
      { x: x + 6, y: y - 6, fill: palette.ink },
      { colour: palette.halo, width: 3 },
      false,
    ),
  );
}
