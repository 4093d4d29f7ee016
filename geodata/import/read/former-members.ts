// Members of the declaration that packages had before 0.2, and what says the same now.
import type { Phrase } from "../refusal/refusal.ts";

const FORMER: Readonly<Record<string, Phrase>> = {
  words: ["now-separation-labels"],
  referencePlaceId: ["now-separation-reference"],
  portPlaceId: ["now-separation-further"],
  bypassOutlineIds: ["now-separation-line"],
};

// Phrases that packages had up to 0.2, of which nothing is made any more: columns of a dataset's own say themselves what they are.
const FORMER_PHRASES: ReadonlySet<string> = new Set(["account"]);

/** The descriptor without members that are passed over now; what it was where there are none. */
export function withoutFormer(document: unknown): unknown {
  if (!isObject(document) || !isObject(document.rocade)) return document;
  const { rocade } = document;
  if (!isObject(rocade.phrases)) return document;
  const kept = Object.entries(rocade.phrases).filter(([name]) => !FORMER_PHRASES.has(name));
  return { ...document, rocade: { ...rocade, phrases: Object.fromEntries(kept) } };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What is to be written for a member that was renamed; undefined of any other. */
export function nowWritten(path: readonly PropertyKey[]): Phrase | undefined {
  const [block, name, ...deeper] = path;
  return block === "rocade" && typeof name === "string" && deeper.length === 0
    ? FORMER[name]
    : undefined;
}
