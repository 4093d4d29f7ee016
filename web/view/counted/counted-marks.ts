// The figures that were given of how many people a place held, as marks of a chart: each by itself, whoever counted, and
// nothing between them.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { presentAt } from "#model/measure/people.ts";
import type { Count } from "#model/record/claim.ts";
import type { Day } from "#model/time/day.ts";

export const COUNTER_SHAPES = ["square", "disc", "triangle", "diamond"] as const;

/** How the figures of one kind of counter are drawn. */
export type CounterLook = {
  readonly shape: (typeof COUNTER_SHAPES)[number];
  readonly isFilled: boolean;
  /** Of the colours of counters. */
  readonly colour: "first" | "second" | "third";
};

/** In the order in which a dataset names its kinds of counter; further kinds begin anew. */
const LOOKS: readonly CounterLook[] = [
  { shape: "square", isFilled: true, colour: "first" },
  { shape: "disc", isFilled: true, colour: "second" },
  { shape: "disc", isFilled: false, colour: "second" },
  { shape: "triangle", isFilled: false, colour: "third" },
  { shape: "diamond", isFilled: true, colour: "third" },
  { shape: "diamond", isFilled: false, colour: "first" },
  { shape: "triangle", isFilled: true, colour: "second" },
  { shape: "square", isFilled: false, colour: "third" },
];

/** A figure of a whole place. */
export type CountedMark = {
  readonly count: Count;
  readonly look: CounterLook;
  readonly first: Day;
  readonly last: Day;
  /** Where its mark stands: the figure, or the bound that alone is given. */
  readonly value: number;
  /** The bounds, where it is a range. */
  readonly range: { readonly low: number; readonly high: number } | null;
  /** It gives a lower bound alone. */
  readonly isAtLeast: boolean;
};

/** The look of each kind of counter that has given figures, in the order of the dataset's vocabulary. */
export function counterLooks(
  { vocabularies }: Pick<DatasetMeta, "vocabularies">,
  counts: readonly Count[],
): ReadonlyMap<string, CounterLook> {
  const given = new Set(counts.map(({ countedByKind }) => countedByKind));
  const known = vocabularies.counterKinds.map(({ id }) => id);
  const kinds = [...known, ...[...given].filter((kind) => !known.includes(kind)).sort()];
  return new Map(
    kinds.flatMap((kind, index) => {
      const look = LOOKS[index % LOOKS.length];
      return look && given.has(kind) ? [[kind, look] as const] : [];
    }),
  );
}

/** The figures of people present at the whole of a place, in order of time. */
export function countedMarks(
  meta: Pick<DatasetMeta, "vocabularies">,
  counts: readonly Count[],
  placeId: string,
): readonly CountedMark[] {
  const present = presentAt(counts, placeId);
  const looks = counterLooks(meta, present);
  return present
    .flatMap((count): readonly CountedMark[] => {
      const { best, earliest, high, latest, low } = count;
      const value = best ?? high ?? low;
      const look = looks.get(count.countedByKind);
      if (value === null || !look) return [];
      return [
        {
          count,
          look,
          first: earliest,
          last: latest,
          value,
          range: low !== null && high !== null && low < high ? { low, high } : null,
          isAtLeast: best === null && high === null,
        },
      ];
    })
    .sort((a, b) => a.first + a.last - (b.first + b.last) || (a.count.id < b.count.id ? -1 : 1));
}
