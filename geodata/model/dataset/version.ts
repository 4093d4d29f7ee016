// The versions of a dataset: what was published under which label, and what was said of it.
import type { Localized } from "../words/language.ts";

/** One published state of a dataset: the same hash is the same content. */
export type DatasetVersion = {
  /** Counts the published states of this dataset in this database, from 1. */
  readonly number: number;
  /** The publisher's own version text, which no other version of the dataset has. */
  readonly label: string;
  readonly contentHash: string;
  /** ISO 8601 instant at which it was published in this database. */
  readonly publishedAt: string;
};

/** What a publish is to those who have read the version before. */
export const PUBLISH_CLASSES = ["new-data", "correction", "clarification", "retraction"] as const;
export type PublishClass = (typeof PUBLISH_CLASSES)[number];

/** What the publisher says of a publish; null where nothing is said. */
export type PublishWords = {
  readonly note: Localized | null;
  readonly class: PublishClass | null;
};

export type PublishedVersion = DatasetVersion &
  PublishWords & {
    /** ISO 8601 instant at which the publisher made it, the same in every database; null where the package says none. */
    readonly created: string | null;
  };

/** Whether a text names the version: by its label, as printed addresses do, or by the hash of its content. */
export function isVersionNamed({ contentHash, label }: DatasetVersion, name: string): boolean {
  return asLabel(name) === asLabel(label) || name === contentHash;
}

/** A label as addresses have it: a plus in a query that is not encoded is read as a space, and labels made here have one. */
export const asLabel = (text: string): string => text.replaceAll(" ", "+");

/** What a label ends with of a version that is the state of another one again, or what is left of it. */
const MADE_HERE = /[+.](undo|withdrawal)\.\d+$/;

/**
 * A label for the state of a version that is published again: `1.1.0+undo.1`; or what a withdrawal leaves of it:
 * `1.1.0+withdrawal.1` (build metadata, as Semantic Versioning has it).
 */
export function labelMadeHere(
  why: "undo" | "withdrawal",
  label: string,
  taken: ReadonlySet<string>,
): string {
  const base = label.replace(MADE_HERE, "");
  const joined = `${base}${base.includes("+") ? "." : "+"}${why}.`;
  let count = 1;
  while (taken.has(`${joined}${count}`)) count += 1;
  return `${joined}${count}`;
}

/** Whether a version has nothing new but that something was withdrawn from the one before. */
export const isOfWithdrawal = (label: string): boolean =>
  MADE_HERE.exec(label)?.[1] === "withdrawal";

/** What is said of a publish: by its publisher, or of a withdrawal why it was. One of them at least is null. */
export function saidOf({ label, note }: Pick<PublishedVersion, "label" | "note">): {
  readonly note: Localized | null;
  readonly reason: Localized | null;
} {
  return isOfWithdrawal(label) ? { note: null, reason: note } : { note, reason: null };
}
