// How exact positions may stay, where they might harm somebody, and what a mapping does with them.
import { type Mapping, ROUNDINGS } from "../mapping/mapping.ts";
import type { HarmAnswer, HarmOption } from "./column-options.ts";

const IN_WORDS = { "100m": "100 m", "1km": "1 km", "10km": "10 km" } as const;

export function positionOptions({ cleared }: Mapping): readonly HarmOption[] {
  const others = cleared.filter(({ kind }) => kind !== "positions");
  const option = (answer: HarmAnswer, rounding: Mapping["rounding"], said: string): HarmOption => ({
    answer,
    said,
    change: [
      { path: ["rounding"], value: rounding },
      {
        path: ["cleared"],
        value: rounding === null ? [...others, { kind: "positions", columns: [] }] : others,
      },
    ],
  });
  return [
    option("kept", null, "publish positions as they are"),
    ...ROUNDINGS.map((one) =>
      one === "hidden"
        ? option(one, one, "publish no positions")
        : option(one, one, `make all positions coarse, to ${IN_WORDS[one]}`),
    ),
  ];
}

export function positionAnswer({ cleared, rounding }: Mapping): HarmAnswer | null {
  if (rounding !== null) return rounding;
  return cleared.some(({ kind }) => kind === "positions") ? "kept" : null;
}
