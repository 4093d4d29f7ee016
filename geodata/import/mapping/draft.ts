// A mapping on the way: what an event cannot do without may be open still.
import { MAPPING, type Mapping } from "./mapping.ts";

/** A mapping in which nobody has said yet which columns the date, the position and the title are. */
export type MappingDraft = Omit<Mapping, "date" | "position"> & {
  readonly date: Mapping["date"] | null;
  readonly position: Mapping["position"] | null;
};

export const NEEDED = ["date", "position", "title"] as const;
export type NeededPart = (typeof NEEDED)[number];

/** What is open still. */
export function lackingIn({ date, position, title }: MappingDraft): readonly NeededPart[] {
  const isThere: Readonly<Record<NeededPart, boolean>> = {
    date: date !== null,
    position: position !== null,
    title: Object.keys(title).length > 0,
  };
  return NEEDED.filter((part) => !isThere[part]);
}

/** The mapping, where nothing is open. */
export function completed(draft: MappingDraft): Mapping | undefined {
  const { date, position } = draft;
  return date && position && lackingIn(draft).length === 0
    ? { ...draft, date, position }
    : undefined;
}

type Given = Parameters<typeof MAPPING.parse>[0];

/** A draft with nothing but what the dataset is called. */
export function emptyDraft(dataset: Mapping["dataset"]): MappingDraft {
  const [date, position] = [{ start: "-" }, { from: "geometry" }];
  const whole = MAPPING.parse({ dataset, date, position, title: {} } satisfies Given);
  return { ...whole, date: null, position: null };
}
