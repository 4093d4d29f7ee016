// What fields of places were called in 0.1 and 0.2: the only place that knows these names. Files may have the columns still;
// whoever asks by the names is told the new ones.
import { quote } from "../problem.ts";

/** Columns of files that are read as others. */
export const FORMER_COLUMNS: Readonly<Record<string, string>> = { ring_road: "stated_side" };

const FORMER_NAMES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(FORMER_COLUMNS),
  ["port_distance_m", "further_distance_m"],
]);

/** What has another name now, in words; undefined where nothing that is known was called so. */
export function nowCalled(name: string, known: readonly string[]): string | undefined {
  const now = FORMER_NAMES.get(name);
  return now !== undefined && known.includes(now)
    ? `${now}, as ${quote(name)} is called now`
    : undefined;
}
