// What a reader can choose by in the columns that a dataset has of its own: some values, a range, or nothing.
import { isRanged, numberIn, type OwnColumn, ownColumns } from "#model/question/own-column.ts";
import { factsOf } from "./facts.ts";
import { perDataset } from "./per-dataset.ts";

export type OwnOffer = { readonly column: OwnColumn } & (
  | { readonly kind: "values"; readonly values: readonly string[] }
  /** Null: not known, as the events are not all here. */
  | { readonly kind: "range"; readonly least: number | null; readonly most: number | null }
);

export type OwnOffers = {
  readonly offers: readonly OwnOffer[];
  /** Columns of texts whose values nobody has told the page: words find them. */
  readonly unlisted: readonly OwnColumn[];
};

/** More values than these, or longer ones, are no list to choose from. */
const [MAX_LISTED, MAX_DECLARED, LONGEST] = [12, 30, 60] as const;

/**
 * Of a column whose values are declared or are few, these; of numbers and days a range. Texts that are nearly all
 * different are found by words alone. Where the page does not hold the events, it lists what the dataset declares.
 */
export const offersOf = perDataset((dataset): OwnOffers => {
  const areEventsHeld = dataset.events.length >= dataset.eventCount;
  const facts = factsOf(dataset);
  const records = [...facts.events.values(), ...facts.places.values()].flatMap(
    ({ own }) => own ?? [],
  );
  const offers: OwnOffer[] = [];
  const unlisted: OwnColumn[] = [];
  for (const column of ownColumns(dataset.meta.attributes)) {
    const isHeld = areEventsHeld || !column.of.includes("events");
    const values = records.flatMap(({ of, values }) =>
      column.of.includes(of) ? (values[column.name] ?? []) : [],
    );
    const offer = isRanged(column.type)
      ? rangeOf(
          column,
          isHeld,
          values.flatMap((value) => numberIn(column.type, value) ?? []),
        )
      : valuesOf(column, isHeld, values.map(String));
    if (offer) offers.push(offer);
    else if (!isHeld) unlisted.push(column);
  }
  return { offers, unlisted };
});

function rangeOf(column: OwnColumn, isHeld: boolean, values: readonly number[]): OwnOffer | null {
  if (!isHeld) return { column, kind: "range", least: null, most: null };
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return least < most ? { column, kind: "range", least, most } : null;
}

function valuesOf(column: OwnColumn, isHeld: boolean, all: readonly string[]): OwnOffer | null {
  const { choices, type } = column;
  const some = new Set(all);
  const offer = (values: readonly string[]): OwnOffer => ({ column, kind: "values", values });
  if (choices && choices.length <= MAX_DECLARED)
    return !isHeld || some.size > 0 ? offer(choices) : null;
  if (type === "boolean") return !isHeld || some.size > 0 ? offer(["true", "false"]) : null;
  const isList =
    isHeld &&
    some.size > 1 &&
    some.size <= MAX_LISTED &&
    some.size < all.length &&
    [...some].every((value) => value.length <= LONGEST);
  return isList ? offer([...some].sort()) : null;
}
