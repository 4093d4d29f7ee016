// What the guarded package protects, once so and once otherwise: published they are the same.
import type { Position } from "geojson";

/** What a publisher knows and does not publish. */
export type Secrets = {
  /** True positions of places, whatever is published of them. */
  readonly at: Readonly<
    Record<"hall" | "coarse" | "near" | "hidden" | "withheld" | "lane" | "own", Position>
  >;
  /** How well those are known, which the published radius is rounded up from. */
  readonly precisionM: number;
  /** The side of the line on which the sources have them. */
  readonly side: "inside" | "outside";
  /** Words on how a position was found. */
  readonly note: string;
  /** Whether what is withheld is in the package at all. */
  readonly withheld: boolean;
  /** Of records that are at several points, if there are any: the points of coarse ones and of a hidden one. */
  readonly several?: Readonly<Record<"scattered" | "together" | "hidden", readonly Position[]>>;
};

/** Positions far from the middle of the cells in which they are published. */
export const SECRETS: Secrets = {
  at: {
    hall: [1.8512, 50.9513],
    coarse: [1.8711938, 50.9614277],
    near: [1.84213, 50.95512],
    hidden: [1.8334612, 50.9472391],
    withheld: [1.9033871, 50.9689244],
    lane: [1.8815221, 50.9411733],
    own: [1.8718442, 50.9621093],
  },
  precisionM: 20,
  side: "inside",
  note: "Behind the third gate.",
  withheld: true,
};

/** Others that are published as the same: within the same cells, and what is hidden anywhere else. */
export const OTHER_SECRETS: Secrets = {
  at: {
    hall: [1.8588, 50.9581],
    coarse: [1.8789312, 50.9688215],
    near: [1.84287, 50.95588],
    hidden: [1.9112345, 50.9812345],
    withheld: [1.8123411, 50.9312777],
    lane: [1.8888123, 50.9487211],
    own: [1.9011223, 50.9799888],
  },
  precisionM: 12,
  side: "outside",
  note: "Under the second bridge.",
  withheld: true,
};

/** The same with records at several points. */
export const SEVERAL_SECRETS: Secrets = {
  ...SECRETS,
  several: {
    scattered: [
      [1.8711938, 50.9614277],
      [1.8712938, 50.9615277],
      [1.8334612, 50.9472391],
    ],
    together: [
      [1.8711938, 50.9614277],
      [1.8789312, 50.9688215],
    ],
    hidden: [
      [1.8334612, 50.9472391],
      [1.8733871, 50.9689244],
    ],
  },
};

/** Others that are published as the same: as many in each cell and in whatever order. */
export const OTHER_SEVERAL_SECRETS: Secrets = {
  ...{ ...OTHER_SECRETS, withheld: false },
  several: {
    scattered: [
      [1.8388123, 50.9487211],
      [1.8789312, 50.9688215],
    ],
    together: [[1.8752, 50.9655]],
    hidden: [[1.9011223, 50.9799888]],
  },
};

/** Words that stand in nothing but what is withheld. */
export const WITHHELD_WORDS = /zinnia|quibble|xylograph/i;
