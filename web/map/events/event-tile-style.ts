// How events look that come as vector tiles: one by one as the crowd's layer draws them, or many in a cell as one mark.
import type {
  CircleLayerSpecification,
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
} from "maplibre-gl";
import type { Window } from "#model/time/span.ts";
import { crowdColour } from "#web/view/crowd/crowd-colours.ts";
import { pixelsPerMetre, radiusAt, WIDEST_DISC } from "#web/view/crowd/crowd-size.ts";
import { FAINT } from "./crowd-shader.ts";
import { timeExpression } from "./time-expression.ts";

/** Properties of the tiles that the look needs. */
export const TILE_PROPERTIES = "category,precision_m";

export type TileLook = {
  readonly source: string;
  readonly window: Window;
  readonly categories: readonly string[];
  readonly isDark: boolean;
  readonly cellColour: string;
  /** Events that a filter does not leave, faint under those that it does. */
  readonly isFaint: boolean;
  /** Degrees, of the middle of the map: how many pixels a metre is. */
  readonly latitude: number;
};

const ZOOMS = Array.from({ length: 18 }, (_, zoom) => zoom);
const OPACITY = 0.8;
const COUNT: ExpressionSpecification = ["get", "point_count"];

/** The layers over the source, not to be seen yet. */
export function eventTileLayers(look: TileLook): CircleLayerSpecification[] {
  const { source } = look;
  const common = { type: "circle", source, "source-layer": "events" } as const;
  const colour = colourOf(look);
  return [
    {
      ...common,
      id: `${source}-cells`,
      filter: ["has", "point_count"],
      paint: {
        "circle-color": look.cellColour,
        "circle-radius": ["interpolate", ["linear"], ["log10", COUNT], 0, 2.2, 4, 9],
        "circle-opacity": 0,
      },
    },
    {
      ...common,
      id: `${source}-points`,
      filter: ["!", ["has", "point_count"]],
      paint: {
        "circle-color": colour,
        "circle-radius": byZoom(({ mark, disc }) => ["max", mark, disc], look),
        "circle-blur": byZoom(({ isDisc }) => ["case", isDisc, 1, 0], look),
        "circle-stroke-color": colour,
        "circle-stroke-width": byZoom(
          ({ isDisc }) => ["case", ["any", timeExpression(look.window, "certain"), isDisc], 0, 1],
          look,
        ),
        "circle-opacity": 0,
        "circle-stroke-opacity": 0,
      },
    },
  ];
}

type Opacity = {
  readonly layer: "cells" | "points";
  readonly name: "circle-opacity" | "circle-stroke-opacity";
  readonly value: DataDrivenPropertyValueSpecification<number>;
};

/** Opacities of layers that are to be seen: fainter inside of a ring, and in a disc that says "somewhere here". */
export function shownOpacities(look: TileLook): readonly Opacity[] {
  const strength = look.isFaint ? FAINT : 1;
  const isCertain = timeExpression(look.window, "certain");
  const [disc, certain, possible] = [0.35, OPACITY, 0.28].map((opacity) => strength * opacity);
  const ofPoint = byZoom(
    ({ isDisc }) => ["case", isDisc, disc ?? 0, isCertain, certain ?? 0, possible ?? 0],
    look,
  );
  return [
    { layer: "cells", name: "circle-opacity", value: strength * 0.65 },
    { layer: "points", name: "circle-opacity", value: ofPoint },
    { layer: "points", name: "circle-stroke-opacity", value: strength * OPACITY },
  ];
}

function colourOf({ categories, isDark }: TileLook): string | ExpressionSpecification {
  const last = crowdColour(categories.length, isDark);
  if (categories.length === 0) return last;
  const pairs = categories.flatMap((category, place) => [category, crowdColour(place, isDark)]);
  return ["match", ["get", "category"], ...pairs, last] as unknown as ExpressionSpecification;
}

type Sizes = {
  /** Radius of a mark in pixels. */
  readonly mark: number;
  /** Radius of the disc that shows how well the place is known. */
  readonly disc: ExpressionSpecification;
  readonly isDisc: ExpressionSpecification;
};

/** A value at each zoom, between which MapLibre finds those between. */
function byZoom(
  valueAt: (sizes: Sizes) => ExpressionSpecification,
  { latitude }: TileLook,
): ExpressionSpecification {
  const stops = ZOOMS.flatMap((zoom) => {
    const mark = radiusAt(zoom);
    const precision: ExpressionSpecification = [
      "*",
      ["coalesce", ["get", "precision_m"], 0],
      pixelsPerMetre(zoom, latitude),
    ];
    const disc: ExpressionSpecification = ["min", precision, WIDEST_DISC];
    return [zoom, valueAt({ mark, disc, isDisc: [">", precision, mark] })];
  });
  return ["interpolate", ["linear"], ["zoom"], ...stops] as unknown as ExpressionSpecification;
}
