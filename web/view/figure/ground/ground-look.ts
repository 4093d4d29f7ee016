// How the base map looks, bottom to top: said once, for MapLibre on the screen and for the figure on paper.
import type { Ground } from "#web/view/drawing/ground.ts";
import type { Palette } from "#web/view/drawing/palette.ts";

export type GroundLook = {
  readonly id: string;
  /** The class of features of the base map. */
  readonly of: string;
  readonly colour: keyof Palette;
  readonly stroke?: {
    /** Width in pixels at zoom 10 and at zoom 16, as `zoomed` grows it. */
    readonly width: readonly [number, number];
    readonly dash?: readonly [number, number];
    readonly isRound?: boolean;
  };
};

/** Under everything: what is no land is sea; where a base map knows of no land, nobody said that there is sea. */
export function colourUnder(features: Ground["features"]): keyof Palette {
  return features.some((feature) => feature.class === "land") ? "sea" : "land";
}

export const GROUND_LOOKS: readonly GroundLook[] = [
  { id: "land", of: "land", colour: "land" },
  { id: "town", of: "town", colour: "town" },
  { id: "water", of: "water", colour: "water" },
  { id: "waterside", of: "water", colour: "shore", stroke: { width: [0.8, 0.8] } },
  { id: "shore", of: "land", colour: "shore", stroke: { width: [0.8, 0.8] } },
  { id: "canal", of: "canal", colour: "canal", stroke: { width: [1.2, 4.5], isRound: true } },
  { id: "rail", of: "rail", colour: "rail", stroke: { width: [0.7, 1.6], dash: [5, 3] } },
  { id: "street", of: "street", colour: "street", stroke: { width: [1, 5], isRound: true } },
  {
    id: "motorway",
    of: "motorway",
    colour: "motorway",
    stroke: { width: [1.8, 6], isRound: true },
  },
];

export const STATION = {
  radius: 2.5,
  fill: "land",
  stroke: "rail",
  width: 1.5,
  minZoom: 11.5,
} as const;
