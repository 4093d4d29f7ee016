// What may be done with columns that might harm somebody, and what a mapping does with them.
import type { MappingChange } from "../mapped/problem-groups.ts";
import { SMALL_COUNT } from "../mapping/cell-cover.ts";
import type { HarmKind } from "../mapping/harm-kinds.ts";
import type { Mapping } from "../mapping/mapping.ts";
import { namedColumns } from "../mapping/used-columns.ts";

export const HARM_ANSWERS = [
  ...(["kept", "numbered", "not-small", "left-out", "100m", "1km", "10km", "hidden"] as const),
] as const;
export type HarmAnswer = (typeof HARM_ANSWERS)[number];

export type HarmOption = {
  readonly answer: HarmAnswer;
  readonly change: readonly MappingChange[];
  /** In English, what it does. */
  readonly said: string;
};

/** Whatever is chosen takes the place of what was chosen before. */
export function columnOptions(
  kind: Exclude<HarmKind, "positions">,
  columns: readonly string[],
  mapping: Mapping,
): readonly HarmOption[] {
  const all = columns.join(", ");
  const option = (
    answer: HarmAnswer,
    said: string,
    on: "cleared" | "numbered" | "smallCounts" | "leaveOut",
  ): HarmOption => ({ answer, said, change: changeTo(on, kind, columns, mapping) });
  return [
    option("kept", `publish ${all} as they are`, "cleared"),
    kind === "small-counts"
      ? option("not-small", `leave cells of ${all} below ${SMALL_COUNT} empty`, "smallCounts")
      : option("numbered", `put numbers in the place of what is in ${all}`, "numbered"),
    ...(canLeaveOut(columns, mapping) ? [option("left-out", `leave out ${all}`, "leaveOut")] : []),
  ];
}

/** What an event is made of cannot be left out of it. */
const canLeaveOut = (columns: readonly string[], mapping: Mapping) =>
  namedColumns(mapping).every(
    ([part, column]) => !columns.includes(column) || part === "leaveOut" || part === "sums",
  );

function changeTo(
  on: "cleared" | "numbered" | "smallCounts" | "leaveOut",
  kind: HarmKind,
  columns: readonly string[],
  mapping: Mapping,
): readonly MappingChange[] {
  const lists = (["numbered", "smallCounts", "leaveOut"] as const).map((list) => {
    const others = mapping[list].filter((one) => !columns.includes(one));
    return { path: [list], value: list === on ? [...others, ...columns] : others } as const;
  });
  const others = mapping.cleared.filter((one) => one.kind !== kind);
  const cleared = on === "cleared" ? [...others, { kind, columns: [...columns] }] : others;
  const all = [...lists, { path: ["cleared"], value: cleared } as const];
  const isNew = ({ path: [list], value }: (typeof all)[number]) =>
    JSON.stringify(mapping[list]) !== JSON.stringify(value);
  return all.filter(isNew);
}

export function columnAnswer(
  kind: HarmKind,
  columns: readonly string[],
  { cleared, leaveOut, numbered, smallCounts }: Mapping,
): HarmAnswer | null {
  const published = columns.filter((one) => !leaveOut.includes(one));
  if (published.length === 0) return "left-out";
  const covered = kind === "small-counts" ? smallCounts : numbered;
  const bare = published.filter((one) => !covered.includes(one));
  if (bare.length === 0) return kind === "small-counts" ? "not-small" : "numbered";
  const known = new Set(cleared.filter((one) => one.kind === kind).flatMap((one) => one.columns));
  return bare.every((one) => known.has(one)) ? "kept" : null;
}
