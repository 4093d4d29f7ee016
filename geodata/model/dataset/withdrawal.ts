// What a publisher takes back for good, from every version: that it was there is told, and why it is no more.
import { COLLECTION_ROLES, type CollectionRole } from "./declared.ts";

/** Tables of a package whose records have no collection of their own. */
export const WITHOUT_COLLECTION = ["actors", "deaths", "contradictions", "story"] as const;

/** Stands in the place of a collection where a version was withdrawn. */
export const OF_VERSIONS = "versions" as const;

/** All of them. */
export const WITHDRAWN_FROM = [...COLLECTION_ROLES, ...WITHOUT_COLLECTION, OF_VERSIONS] as const;

/** Where what was withdrawn was: a collection, by what it is to all datasets, a table, or among the versions. */
export type WithdrawnFrom = (typeof WITHDRAWN_FROM)[number];

export type Withdrawal = {
  readonly collection: WithdrawnFrom;
  /** The id of the record, or the label of the version. */
  readonly id: string;
  /** As whoever withdrew it gives it. */
  readonly reason: string;
  /** ISO 8601 instant at which it was withdrawn in this database. */
  readonly withdrawnAt: string;
  /** The number of the first version from which it is told to be gone. */
  readonly number: number;
};

/** Longest reason, in characters. */
export const LONGEST_REASON = 500;

/** Sites are places: what is withdrawn as either is withdrawn as a place. */
export const withdrawnFrom = (role: WithdrawnFrom): WithdrawnFrom =>
  role === "sites" ? "places" : role;

/** What is withdrawn, or was: a record by its collection, or a version. */
export type WithdrawnName = Pick<Withdrawal, "collection" | "id">;

/** What went by the withdrawal of a number without being asked for: it named what was, or nothing else was said of it. */
export const alongsideOf = (
  number: number,
  all: readonly (WithdrawnName & { readonly asked: boolean; readonly number: number })[],
): readonly WithdrawnName[] =>
  all.flatMap((one) =>
    one.number === number && !one.asked ? [{ collection: one.collection, id: one.id }] : [],
  );

/** What was withdrawn with the version of the number: of the versions their labels, of the records how many. */
export type TakenBack = { readonly versions: readonly string[]; readonly records: number };

export function takenBackWith(number: number, withdrawals: readonly Withdrawal[]): TakenBack {
  const own = withdrawals.filter((one) => one.number === number);
  const versions = own.flatMap(({ collection, id }) => (collection === OF_VERSIONS ? [id] : []));
  return { versions, records: own.length - versions.length };
}

/** What a text names: `places/old-bridge`, by what the dataset calls its collections; `versions/1.0.0`, or a label alone. */
export function parseWithdrawn(
  text: string,
  idOf: (role: CollectionRole) => string,
): WithdrawnName | undefined {
  const [, from = OF_VERSIONS, id = ""] = /^(?:([^/]*)\/)?(.*)$/s.exec(text) ?? [];
  if (id === "") return undefined;
  const role = COLLECTION_ROLES.find((one) => idOf(one) === from);
  const table = [...WITHOUT_COLLECTION, OF_VERSIONS].find((one) => one === from);
  const collection = role ?? (table as WithdrawnFrom | undefined);
  return collection && { collection: withdrawnFrom(collection), id };
}

/** What can stand before the id, in the words of the dataset. */
export const namesOfWithdrawable = (idOf: (role: CollectionRole) => string): readonly string[] => [
  ...COLLECTION_ROLES.map(idOf),
  ...WITHOUT_COLLECTION,
];

/** What was withdrawn as whoever knows the dataset reads it: by what that calls its collection. */
export type CalledWithdrawn = { readonly collection: string; readonly id: string };

/** The other way round: what was withdrawn by what the dataset calls its collections. */
export function callWithdrawn(
  { collection, id }: WithdrawnName,
  idOf: (role: CollectionRole) => string,
): CalledWithdrawn {
  const role = COLLECTION_ROLES.find((one) => one === collection);
  return { collection: role ? idOf(role) : collection, id };
}

/** How it is named where it is to be withdrawn or lifted. */
export const printWithdrawn = ({ collection, id }: CalledWithdrawn): string =>
  collection === OF_VERSIONS ? id : `${collection}/${id}`;
