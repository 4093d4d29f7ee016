// How exactly the places and events of a package are published: counted for whoever imports it.
import type { Protection } from "#model/space/position.ts";

/** `none` has no position to publish. */
type Level = Protection | "none";

/** How many records are published at each level; of levels that none has there is no number. */
export type LevelCounts = Partial<Readonly<Record<Level, number>>>;

export type PublishedLevels = {
  readonly places: LevelCounts;
  readonly events: LevelCounts;
};

/** Of records, in this order. */
const WORDS: Readonly<Record<Level, string>> = {
  exact: "exactly",
  "100m": "to 100 m",
  "1km": "to 1 km",
  hidden: "with a hidden position",
  none: "without a position",
  withheld: "not at all (withheld)",
};

type Published = {
  readonly values: { readonly disclosure: Protection | null; readonly lon?: unknown };
};

/** Counts records as they are published. */
export class LevelTally {
  readonly #counts: Partial<Record<Level, number>> = {};

  /** One record; undefined where it is withheld. */
  add(record: Published | undefined): void {
    const level = levelOf(record);
    this.#counts[level] = (this.#counts[level] ?? 0) + 1;
  }

  get counts(): LevelCounts {
    return { ...this.#counts };
  }
}

function levelOf(record: Published | undefined): Level {
  if (!record) return "withheld";
  const { disclosure, lon } = record.values;
  if (disclosure === "hidden" || disclosure === "withheld") return disclosure;
  return lon === null ? "none" : (disclosure ?? "exact");
}

/**
 * `Published: places 6 exactly, 2 to 1 km; events 3 exactly, 1 not at all (withheld).`, or what would be; empty where there
 * is neither.
 */
export function levelsInWords(levels: PublishedLevels, isTrial = false): string {
  const parts = (["places", "events"] as const).flatMap((what) => {
    const counts = levels[what];
    const told = (Object.keys(WORDS) as Level[]).flatMap((level) =>
      counts[level] ? `${counts[level]} ${WORDS[level]}` : [],
    );
    return told.length > 0 ? `${what} ${told.join(", ")}` : [];
  });
  return parts.length > 0
    ? `${isTrial ? "Would be published" : "Published"}: ${parts.join("; ")}.`
    : "";
}
