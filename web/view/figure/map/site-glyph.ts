// The mark of a site: its shape and hue say the side on which it lies, its rim how certain it is, its filling whether
// anybody counted. Shapes differ as hues do, for whoever sees no hue.
import { type DatasetMeta, hasSides } from "#model/dataset/dataset.ts";
import type { SideSymbol } from "#model/dataset/declared.ts";
import { sideLook } from "#model/measure/side-look.ts";
import type { Side } from "#model/measure/site.ts";
import type { Palette } from "#web/view/drawing/palette.ts";
import type { Pixel } from "#web/view/drawing/projection.ts";
import { element, pathData } from "#web/view/drawing/svg.ts";

/** Radius of the mark of a site, its halo included. */
export const SITE_RADIUS = 6.6;

/** Half the bar across a barred disc: it is seen wherever the disc is. */
export const BAR_HALF = 8.5;
/** How much farther the corners of a lozenge are from its middle than a disc's rim, so that both are as large. */
export const LOZENGE_SHARE = 1.25;

const DASH = "2.6 2";
/** A convention alone: less than a dash. */
const DOTS = "0.1 2.9";

export type SiteState = {
  readonly isCertain: boolean;
  readonly isCounted: boolean;
  readonly byConvention?: boolean;
  readonly isEmpty?: boolean;
};

/** How sites on one side are drawn: the colours of marks and of words, and the shape. */
export type SiteLook = {
  readonly mark: string;
  readonly text: string;
  readonly symbol: SideSymbol;
};

type Meta = Pick<DatasetMeta, "separation">;

/** Of the sites on that side; null: of those that have none. */
export function siteLook(meta: Meta, side: Side | null, palette: Palette): SiteLook {
  const { colour, symbol } = sideLook(meta, side);
  return { mark: palette[colour], text: palette[`${colour}Text`], symbol };
}

/** Of sites whatever their side, such as in a legend. */
export function anySiteLook(meta: Meta, palette: Palette): SiteLook {
  return hasSides(meta)
    ? { mark: palette.ink, text: palette.ink, symbol: "disc" }
    : siteLook(meta, null, palette);
}

/**
 * Where people lived: solid or dashed as it is certain or possible, dotted where nothing but a convention says so,
 * hollow where nobody counted, hollow with a stroke where nobody is known to live.
 */
export function siteGlyph(
  at: Pixel,
  { isCertain, isCounted, byConvention = false, isEmpty = false }: SiteState,
  { mark, symbol }: SiteLook,
  palette: Palette,
): string {
  const [x, y] = at;
  const isFilled = isCounted && !isEmpty;
  const bar = symbol === "barred" ? barAcross(at, palette) : "";
  const stroke = isEmpty
    ? element("path", { d: pathData`M${x} ${y - 3.2}v6.4`, stroke: mark, "stroke-width": 1.6 })
    : "";
  const halo = { fill: palette.halo, "fill-opacity": 0.9 };
  return (
    sideShape(at, SITE_RADIUS, symbol, halo) +
    sideShape(at, isCertain && isFilled ? 4.5 : 5, symbol, {
      fill: isFilled ? mark : palette.halo,
      "fill-opacity": isFilled && !isCertain ? 0.45 : undefined,
      stroke: mark,
      "stroke-width": 2,
      "stroke-dasharray": byConvention ? DOTS : isCertain ? undefined : DASH,
      "stroke-linecap": byConvention ? "round" : undefined,
    }) +
    bar +
    stroke
  );
}

/** The bare shape of a symbol, as large as a disc of that radius. */
function sideShape(
  [x, y]: Pixel,
  r: number,
  symbol: SideSymbol,
  attributes: Record<string, string | number | undefined>,
): string {
  if (symbol !== "lozenge") return element("circle", { cx: x, cy: y, r, ...attributes });
  return element("path", { d: lozengeAround([x, y], r), ...attributes });
}

/** A square on its corner, as large as a disc of radius `r`, as the path of an SVG. */
export function lozengeAround([x, y]: Pixel, r: number): string {
  const reach = r * LOZENGE_SHARE;
  return pathData`M${x} ${y - reach}l${reach} ${reach}-${reach} ${reach}-${reach}-${reach}Z`;
}

function barAcross([x, y]: Pixel, palette: Palette): string {
  const d = pathData`M${x - BAR_HALF} ${y}h${2 * BAR_HALF}`;
  return element("path", { d, stroke: palette.ink, "stroke-width": 2.2 });
}
