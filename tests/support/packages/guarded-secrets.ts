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

/** Words that stand in nothing but what is withheld. */
export const WITHHELD_WORDS = /zinnia|quibble|xylograph/i;
